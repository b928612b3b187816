// What a patch does to a cluster that cannot be undone, or that v2 may refuse: told by the v2 forms before and after.
import type { Unplaced } from './engine/input.js';
import { createSpeaker } from './engine/say.js';
import { isScalar } from './model/json.js';
import { valueAt } from './model/path.js';
import { patchRules } from './rules/index.js';

const sayEffect = createSpeaker(patchRules.effect);
/** Whether v2 changes these in place is told in two ways. */
const doubtful = [
  'connection.datacenterId',
  'connection.lanId',
  'connection.primaryInstanceAddress',
  'backup.location',
];

/** The effects that people should know of, given the cluster before and after; either may lack a value. */
export function listEffects(before: unknown, after: unknown): Unplaced[] {
  const read = (document: unknown, path: string) => valueAt(document, ['properties', ...path.split('.')]);
  const compare = (path: string, id: (old: unknown, now: unknown) => string | undefined): Unplaced[] => {
    const [old, now] = [read(before, path), read(after, path)];
    if (!isScalar(old) || !isScalar(now) || old === now) return [];
    const found = id(old, now);
    const data = { path, before: String(old), after: String(now) };
    return found ? [sayEffect(found, data, { to: `/properties/${path.replaceAll('.', '/')}` })] : [];
  };
  return [
    ...compare('version', (old, now) => (Number(now) < Number(old) ? 'downgrade' : undefined)),
    ...compare('instances.storageSize', (old, now) => (Number(now) < Number(old) ? 'shrinks' : undefined)),
    ...doubtful.flatMap((path) => compare(path, () => 'moves')),
  ];
}
