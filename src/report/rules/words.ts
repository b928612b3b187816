// How the fields of a rule's examples are told, in every format of the rules.
import { toDotted } from '../../model/path.js';
import type { Example } from '../../model/rule.js';

/** What an example is given: fields, and the options and the target that it is translated with. */
export function describeGiven({ given, options = {}, target }: Example): string {
  const fields = describeFields(given) || 'a valid document';
  const chosen = Object.entries(options).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  const ways = [...(target ? [`to ${target}`] : []), ...(chosen.length > 0 ? [`with ${chosen.join(', ')}`] : [])];
  return [fields, ...ways].join(' ');
}

/** Fields with values on one line, `(absent)` for those that are not there. */
export function describeFields(fields: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(fields).map(([path, value]) => {
    const field = toDotted(`/${path.replaceAll('.', '/')}`);
    return `${field}: ${value === undefined ? '(absent)' : JSON.stringify(value)}`;
  });
  return told.join(', ');
}
