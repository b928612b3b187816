// What the apply of a plan changes of a v2 cluster: each value that becomes another one is no surprise, or it is told.
import { messagesOf } from '../../engine/messages.js';
import { toV2Document, toV2Path } from '../../forms/terraform/fields.js';
import type { PlannedResource } from '../../forms/terraform/plan.js';
import type { Unplaced } from '../../model/finding.js';
import { redacted } from '../../model/json.js';
import { fromPointer } from '../../model/path.js';
import { walkLeaves } from '../../model/walk.js';
import { verifyDrift, verifyExpected } from '../../rules/index.js';
import { v2Defaults } from '../../schema/v2-cluster.js';
import { isSecret } from '../judge-leaf.js';
import { listActual, show } from '../leaves.js';

const expectedFinding = messagesOf(verifyExpected);
const driftFinding = messagesOf(verifyDrift);

/** The dotted v2 paths at which a mask of a plan says `true`. */
export function listMasked(mask: unknown): Set<string> {
  const masked = [...walkLeaves(mask)].filter(({ value }) => value === true);
  return new Set(masked.flatMap(({ pointer }) => toV2Path(fromPointer(pointer)) ?? []));
}

/** Says what becomes another one. Pointers are those of the planned v2 document. */
export function describeChanges({ before, after, unknown, sensitive }: PlannedResource): Unplaced[] {
  const [now, then] = [listActual(toV2Document(before), ''), listActual(toV2Document(after), '')];
  const [open, hidden] = [listMasked(unknown), listMasked(sensitive)];
  const paths = [...new Set([...now.keys(), ...then.keys(), ...open])].filter((path) => path !== 'id');
  const changed = paths.filter((path) => open.has(path) || now.get(path)?.value !== then.get(path)?.value);
  const isAdopted = ![...now.keys()].some((path) => path.startsWith('credentials.'));
  const sent = changed.filter((path) => path.startsWith('credentials.') && isAdopted);
  const computed = changed.filter((path) => open.has(path) && isSilentDefault(path, now.get(path)?.value));
  const rest = changed.filter((path) => !sent.includes(path) && !computed.includes(path));
  const words = (path: string, value: unknown) => (isSecret(path) || hidden.has(path) ? redacted : show(value));
  return [
    ...(sent.length > 0 ? [expectedFinding('sent', {}, { to: '/properties/credentials' })] : []),
    ...(computed.length > 0 ? [expectedFinding('computed', { paths: computed.join(', ') }, { to: '' })] : []),
    ...(isSame(before['timeouts'], after['timeouts']) ? [] : [expectedFinding('timeouts', {}, { to: '' })]),
    ...rest.map((path) => {
      const planned = open.has(path) ? 'what is not known yet' : words(path, then.get(path)?.value);
      const data = { path, before: words(path, now.get(path)?.value), after: planned };
      return driftFinding('applied', data, { to: `/properties/${path.replaceAll('.', '/')}` });
    }),
  ];
}

/** Whether nothing stood there, or what v2 does by itself, so that not saying it changes nothing. */
function isSilentDefault(path: string, value: unknown): boolean {
  return value === undefined || v2Defaults.get(path) === value;
}

function isSame(one: unknown = null, other: unknown = null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
