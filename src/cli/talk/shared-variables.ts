// Variables of the environment that two documents would share by accident.
import { type AskedVariables, toPrintable } from '../../index.js';
import { failUsage } from '../line/usage.js';

/** Refuses variables of the environment that stand for documents of different names. */
export function refuseSharedVariables(asked: AskedVariables): void {
  const shared = [...asked].flatMap(([name, { of = '', other }]) =>
    other === undefined ? [] : [`${toPrintable(name)} would serve both ${toPrintable(of)} and ${toPrintable(other)}`],
  );
  if (shared.length > 0)
    failUsage(`${shared.join('\n')}\nput {id} into the name of the variable, or decide one of them in clusters`);
}
