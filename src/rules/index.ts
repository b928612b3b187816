// The registry: every rule, once. The order does not matter.
import type { Facts } from '../facts/index.js';
import type { Rule } from '../model/rule.js';
import { backupLocation, backupRetentionDays } from './backup.js';
import { clusterName } from './cluster-name.js';
import { clusterVersion } from './cluster-version.js';
import { connectionChoice, connectionDatacenterId, connectionLanId } from './connection.js';
import { connectionAddress } from './connection-address.js';
import { connectionPooler } from './connection-pooler.js';
import { credentialsBlock, credentialsDatabase, credentialsPassword, credentialsUsername } from './credentials.js';
import {
  documentAbsent,
  documentKind,
  documentSource,
  documentUnknownField,
  documentV2Schema,
  documentWrongType,
} from './document.js';
import {
  clusterDnsName,
  clusterId,
  clusterMetadata,
  clusterOldId,
  clusterStorageType,
  clusterType,
  requestLocation,
} from './envelope.js';
import { instancesCores, instancesCount, instancesRam, instancesStorageSize } from './instances.js';
import { maintenanceWindowDay, maintenanceWindowTime } from './maintenance-window.js';
import { clusterLogsEnabled, clusterMetricsEnabled } from './observability.js';
import { clusterReplicationMode } from './replication-mode.js';
import { restoreBlock, restoreNotOnPut, restoreSourceBackupId, restoreTargetDatetime } from './restore-from-backup.js';

/** The mappings of cluster documents. */
export const clusterRules: readonly Rule<Facts>[] = [
  clusterId,
  clusterOldId,
  clusterType,
  clusterMetadata,
  clusterName,
  clusterVersion,
  instancesCount,
  instancesRam,
  instancesCores,
  instancesStorageSize,
  clusterStorageType,
  connectionChoice,
  connectionDatacenterId,
  connectionLanId,
  connectionAddress,
  maintenanceWindowTime,
  maintenanceWindowDay,
  clusterReplicationMode,
  credentialsUsername,
  credentialsPassword,
  credentialsDatabase,
  credentialsBlock,
  connectionPooler,
  restoreBlock,
  restoreSourceBackupId,
  restoreTargetDatetime,
  restoreNotOnPut,
  clusterLogsEnabled,
  clusterMetricsEnabled,
  backupLocation,
  backupRetentionDays,
  clusterDnsName,
  requestLocation,
];

/** What is said of documents as a whole. */
export const documentRules = {
  absent: documentAbsent,
  kind: documentKind,
  source: documentSource,
  unknownField: documentUnknownField,
  v2Schema: documentV2Schema,
  wrongType: documentWrongType,
} as const;

/** Every rule there is. */
export const allRules: readonly Rule<Facts>[] = [...clusterRules, ...Object.values(documentRules)];
