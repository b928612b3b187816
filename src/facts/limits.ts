// The bounds of v2 values. Units: GB for ram and storageSize, days for retentionDays.
import type { Dated } from '../model/dated.js';
import type { ParameterBounds } from '../model/operation.js';

/** Inclusive bounds of a v2 number. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Bounds of the numbers in a v2 cluster. */
export interface Limits {
  readonly count: Bounds;
  readonly cores: Bounds;
  /** GB. */
  readonly ram: Bounds;
  /** GB. */
  readonly storageSize: Bounds;
  /** Days. */
  readonly retentionDays: Bounds;
  /** Days that v1 kept backups for, which v2 is given when nobody decides otherwise. */
  readonly retentionDaysOfV1: number;
  /** MB in a GB: v1 counts MB, v2 counts GB. */
  readonly mbPerGb: number;
  /** Instances that STRICTLY_SYNCHRONOUS needs. */
  readonly strictInstances: number;
  /** What v2 takes for parameters of a query. */
  readonly query: Readonly<Record<string, ParameterBounds>>;
  /** PostgreSQL major versions that raise no doubt. */
  readonly version: Bounds;
}

/** The limits in force. */
export const limits: Dated<Limits> = {
  data: {
    count: { min: 1, max: 5 },
    cores: { min: 1, max: 62 },
    ram: { min: 4, max: 240 },
    storageSize: { min: 10, max: 4096 },
    retentionDays: { min: 1, max: 365 },
    retentionDaysOfV1: 7,
    mbPerGb: 1024,
    strictInstances: 3,
    query: {
      limit: { of: 'number', min: 1, max: 1000, takes: 'a whole number from 1 to 1000' },
      offset: { of: 'number', min: 0, takes: 'a whole number from 0' },
      'filter.name': { of: 'length', min: 2, max: 63, takes: '2 to 63 characters' },
    },
    version: { min: 14, max: 18 },
  },
  source:
    'ionoscloud-dbaas-postgres 3.0.1, the Python SDK of API v2 (every bound of a cluster, in one model for POST, PUT and GET; parameters of queries); v1 backup documentation (seven days); a page of a third party (versions 14 to 18)',
  checked: '2026-11-26',
};
