// Which values are never shown: the password under `credentials`, and what stands below a key that no
// schema of v1 or v2 has, since nobody knows what it is.
import type * as z from 'zod';
import { isSecretMember } from '../model/secret.js';
import { listLeaves } from './leaves.js';
import { v1Backup, v1ListEnvelope } from './v1-backup.js';
import { v1Cluster, v1FromBackup } from './v1-cluster.js';
import { clusterCreate, clusterEnsure, restoreInPlace, v2RestoreCreate } from './v2-cluster.js';
import { backupRead, storedRequest, v2ListEnvelope } from './v2-lists.js';
import { clusterRead } from './v2-read.js';

const schemas: readonly z.ZodType[] = [
  v1Cluster,
  v1FromBackup,
  v1Backup,
  v1ListEnvelope,
  clusterCreate,
  clusterEnsure,
  clusterRead,
  restoreInPlace,
  v2RestoreCreate,
  backupRead,
  v2ListEnvelope,
  storedRequest,
];
/** What holds documents. */
const holders = ['items', 'body'];
let known: ReadonlySet<string> | undefined;

/** Whether the value at a path, given as its keys, is never shown. */
export function isSecretPath(keys: readonly string[]): boolean {
  known ??= new Set([...holders, ...schemas.flatMap(listLeaves).flatMap(({ path }) => path.split('.'))]);
  for (const [index, key] of keys.entries()) {
    if (!known.has(key) && !/^\d+$/.test(key)) return true;
    if (isSecretMember(keys[index - 1], key)) return true;
  }
  return false;
}
