// The schemas under the subpath `/schema`.

export { type DecisionPath, type DecisionValues, decisionLeaves } from './decisions.js';
export { decisionsFile } from './decisions-file.js';
export type { StoredRequest, V2Cluster, V2Documents } from './documents.js';

export { type Report, report } from './report.js';
export { type V1Backup, v1Backup } from './v1-backup.js';
export { type V1Cluster, v1Cluster, v1FromBackup, v1Properties } from './v1-cluster.js';
export {
  type ClusterCreate,
  type ClusterEnsure,
  clusterCreate,
  clusterEnsure,
  type RestoreFromBackup,
  type RestoreInPlace,
  restoreInPlace,
  v2RestoreCreate,
  v2RestoreInPlace,
} from './v2-cluster.js';
export {
  type BackupRead,
  type BackupReadList,
  backupRead,
  backupReadList,
  type ClusterReadList,
  clusterReadList,
  storedRequest,
} from './v2-lists.js';
export { type ClusterRead, clusterRead } from './v2-read.js';
export {
  type PostgresVersionRead,
  type PostgresVersionReadList,
  postgresVersionRead,
  postgresVersionReadList,
} from './versions.js';
