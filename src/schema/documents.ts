// The document types that rules' paths are written in: everything a v1 or v2 document of a family may hold.

import type * as z from 'zod';
import type { TranslationOf } from '../model/translation.js';
import type { V1Backup, V1ListEnvelope } from './v1-backup.js';
import type { V1Cluster } from './v1-cluster.js';
import type { V1Inventory } from './v1-inventory.js';
import type { ClusterCreate, ClusterEnsure, RestoreFromBackup, RestoreInPlace } from './v2-cluster.js';
import type { BackupRead, BackupReadList, ClusterReadList, StoredRequest, V2ListEnvelope } from './v2-lists.js';
import type { ClusterRead, v2Metadata } from './v2-read.js';
import type { PostgresVersionRead, PostgresVersionReadList, V1PostgresVersion } from './versions.js';

export type {
  BackupRead,
  PostgresVersionRead,
  StoredRequest,
  V1Backup,
  V1Cluster,
  V1Inventory,
  V1ListEnvelope,
  V1PostgresVersion,
  V2ListEnvelope,
};

/** All v2 cluster fields, of whatever target. */
export interface V2Cluster {
  readonly type?: string;
  readonly id?: string;
  readonly href?: string;
  readonly metadata?: z.infer<typeof v2Metadata>;
  readonly properties?: ClusterCreate['properties'];
}

/** Each target's document type. */
export interface V2Documents {
  readonly ClusterCreate: ClusterCreate;
  readonly ClusterEnsure: ClusterEnsure;
  readonly ClusterRead: ClusterRead;
  readonly restoreFromBackup: RestoreFromBackup;
  readonly restoreInPlace: RestoreInPlace;
  readonly Backup: BackupRead;
  readonly ClusterReadList: ClusterReadList;
  readonly BackupReadList: BackupReadList;
  readonly PostgresVersion: PostgresVersionRead;
  readonly PostgresVersionReadList: PostgresVersionReadList;
  readonly Request: StoredRequest;
}

/** The outcome for one document, with the type of its v2 document. */
export type Translation = TranslationOf<V2Documents>;
