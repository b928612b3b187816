// The registry: every rule, once. The order does not matter.
import type { Facts } from '../facts/index.js';
import type { Rule } from '../model/rule.js';
import { backupLocation, backupRetentionDays } from './backup.js';
import { backupHref, backupId, backupMetadata, backupRegion, backupType } from './backup-read.js';
import { backupCreatedDate, backupEarliest, backupLastModifiedDate } from './backup-read-dates.js';
import { backupDropped, backupKept, backupLatest, backupVersion } from './backup-read-properties.js';
import { clusterName } from './cluster-name.js';
import {
  readCreatedDate,
  readDnsName,
  readHref,
  readLastModifiedDate,
  readPeople,
  readState,
  readType,
} from './cluster-read.js';
import { readCredentials, readServerOnly } from './cluster-read-silent.js';
import { clusterVersion } from './cluster-version.js';
import { connectionChoice, connectionDatacenterId, connectionLanId } from './connection.js';
import { connectionAddress } from './connection-address.js';
import { connectionPooler } from './connection-pooler.js';
import { credentialsBlock, credentialsPassword, credentialsUsername } from './credentials.js';
import { credentialsDatabase } from './credentials-database.js';
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
import { documentFleet } from './fleet.js';
import { instancesCores, instancesCount, instancesRam, instancesStorageSize } from './instances.js';
import {
  inventoryDatabase,
  inventoryEnvelope,
  inventoryList,
  inventoryOrigin,
  inventoryPassword,
  inventoryUser,
} from './inventory.js';
import {
  listHref,
  listId,
  listLimit,
  listNext,
  listOffset,
  listPrev,
  listRegion,
  listSelf,
  listType,
} from './list-read.js';
import { maintenanceWindowDay, maintenanceWindowTime } from './maintenance-window.js';
import { clusterLogsEnabled, clusterMetricsEnabled } from './observability.js';
import { patchBase, patchDetach, patchEffect } from './patch.js';
import { clusterReplicationMode } from './replication-mode.js';
import { requestAuthentication, requestOperation } from './request.js';
import { restoreBlock, restoreNotOnPut, restoreSourceBackupId, restoreTargetDatetime } from './restore-from-backup.js';
import { restoreInPlaceBackupId, restoreInPlaceOverwrites } from './restore-in-place.js';
import { verifyDrift, verifyExpected, verifyLoss, verifySides } from './verify.js';
import { versionDetails, versionName, versionRegion } from './version-read.js';

export { suggestName } from './cluster-name.js';
export { judgeDatabase } from './inventory.js';

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
  readType,
  readHref,
  readPeople,
  readCreatedDate,
  readLastModifiedDate,
  readState,
  readDnsName,
  readServerOnly,
  readCredentials,
  restoreInPlaceBackupId,
  restoreInPlaceOverwrites,
];

/** The mappings of backups. */
export const backupRules: readonly Rule<Facts>[] = [
  backupType,
  backupId,
  backupHref,
  backupRegion,
  backupMetadata,
  backupCreatedDate,
  backupLastModifiedDate,
  backupVersion,
  backupKept,
  backupEarliest,
  backupLatest,
  backupDropped,
];

/** The mappings of what surrounds the items of a list. */
export const listRules: readonly Rule<Facts>[] = [
  listType,
  listId,
  listRegion,
  listHref,
  listOffset,
  listLimit,
  listPrev,
  listSelf,
  listNext,
  versionDetails,
];

/** The mappings of PostgreSQL versions. */
export const versionRules: readonly Rule<Facts>[] = [versionName, versionRegion];

/** The inventory of users, of databases, and what surrounds the items of their lists. */
export const inventoryRules = {
  user: [inventoryUser, inventoryPassword, inventoryOrigin, inventoryEnvelope],
  database: [inventoryDatabase, inventoryOrigin, inventoryEnvelope],
  list: [inventoryList],
} as const satisfies Record<string, readonly Rule<Facts>[]>;

/** What is said of documents as a whole. */
export const documentRules = {
  absent: documentAbsent,
  fleet: documentFleet,
  kind: documentKind,
  source: documentSource,
  unknownField: documentUnknownField,
  v2Schema: documentV2Schema,
  wrongType: documentWrongType,
} as const;

/** What is said of a patch and its base. */
export const patchRules = { base: patchBase, detach: patchDetach, effect: patchEffect } as const;

/** What is said of stored requests. */
export const requestRules = { operation: requestOperation, authentication: requestAuthentication } as const;

/** What is said of two documents side by side. */
export const verifyRules = {
  expected: verifyExpected,
  drift: verifyDrift,
  loss: verifyLoss,
  sides: verifySides,
} as const;

/** Every rule there is. */
export const allRules: readonly Rule<Facts>[] = [
  ...clusterRules,
  ...backupRules,
  ...listRules,
  ...versionRules,
  ...new Set(Object.values(inventoryRules).flat()),
  ...Object.values(documentRules),
  ...Object.values(patchRules),
  ...Object.values(requestRules),
  ...Object.values(verifyRules),
];
