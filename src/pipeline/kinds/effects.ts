// What a change of a cluster does that cannot be undone, or that v2 may refuse: told by its v2 forms before and after.
import { messagesOf } from '../../engine/messages.js';
import { facts } from '../../facts/index.js';
import type { Unplaced } from '../../model/finding.js';
import { isScalar } from '../../model/json.js';
import { valueAt } from '../../model/path.js';
import { bodyOf } from '../../model/translation.js';
import { patchEffect } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';

const effectFinding = messagesOf(patchEffect);
/** Whether v2 changes these in place is told in two ways. */
const doubtful = [
  'connection.datacenterId',
  'connection.lanId',
  'connection.primaryInstanceAddress',
  'backup.location',
];

/** The effects that people should know of, given the cluster before and after; either may lack a value. */
export function listEffects(before: unknown, translation: Translation): Unplaced[] {
  const after = bodyOf(translation);
  const read = (document: unknown, path: string) => valueAt(document, ['properties', ...path.split('.')]);
  const compare = (path: string, id: (old: unknown, now: unknown) => string | undefined): Unplaced[] => {
    const [old, now] = [read(before, path), read(after, path)];
    if (!isScalar(old) || !isScalar(now) || old === now) return [];
    const found = id(old, now);
    const data = { path, before: String(old), after: String(now) };
    return found ? [effectFinding(found, data, { to: `/properties/${path.replaceAll('.', '/')}` })] : [];
  };
  // A location that only v1 had is said in v2's words, which moves nothing.
  const isMapped = (path: string, old: unknown) =>
    path === 'backup.location' && facts.backupLocations.v1Only.has(String(old));
  return [
    ...compare('version', (old, now) => (Number(now) < Number(old) ? 'downgrade' : undefined)),
    ...compare('instances.storageSize', (old, now) => (Number(now) < Number(old) ? 'shrinks' : undefined)),
    ...doubtful.flatMap((path) => compare(path, (old) => (isMapped(path, old) ? undefined : 'moves'))),
  ];
}
