// Short words for the kinds of v1 documents, for `--kind`.
import type { Kind } from '../../index.js';

const kinds = {
  create: 'CreateClusterRequest',
  response: 'ClusterResponse',
  patch: 'PatchClusterRequest',
  'from-backup': 'fromBackup',
  restore: 'CreateRestoreRequest',
  backup: 'BackupResponse',
  user: 'User',
  database: 'Database',
} as const satisfies Record<string, Kind>;

/** A word for a kind. */
export type KindName = keyof typeof kinds;

/** All words for kinds. */
export const kindNames = Object.keys(kinds) as readonly KindName[];

/** The kind that a word stands for. */
export function findKind(name: KindName): Kind {
  return kinds[name];
}
