// Complete, valid v1 documents that tests lay their differences over. Each call gives a fresh one.
import type { TranslateOptions } from '../../src/index.js';

/** A JSON object that a test may change. */
export type Draft = Record<string, unknown>;

/** What a complete create request needs besides itself, since v1 does not hold it. */
export const createOptions: TranslateOptions = { set: { 'credentials.database': 'app' } };

const credentials = {
  'credentials.username': 'app',
  'credentials.password': '7357Cluster!x',
  'credentials.database': 'app',
};

/** What makes a response a PUT that is only to be reviewed: credentials, and nothing that was set in v2 since. */
export const credentialOptions: TranslateOptions = { set: credentials };

/** Everything that a PUT needs besides the response it is made of. */
export const ensureOptions: TranslateOptions = {
  set: {
    ...credentials,
    'backup.retentionDays': 7,
    logsEnabled: false,
    metricsEnabled: false,
  },
};

/** Properties that create requests and responses share. */
export function shareProperties(): Draft {
  return {
    displayName: 'orders-db',
    postgresVersion: '15',
    location: 'de/txl',
    backupLocation: 'eu-central-3',
    instances: 3,
    cores: 4,
    ram: 8192,
    storageSize: 102400,
    storageType: 'SSD Premium',
    connections: [{ datacenterId: '322589b8-5dfd-42ca-ad86-030dcfec0446', lanId: '2', cidr: '192.168.1.100/24' }],
    maintenanceWindow: { time: '16:30:59', dayOfTheWeek: 'Sunday' },
    synchronizationMode: 'ASYNCHRONOUS',
  };
}

/** A create request that becomes ready with `createOptions`. */
export function makeCreate(): Draft {
  return { properties: { ...shareProperties(), credentials: { username: 'app', password: '7357Cluster!x' } } };
}

/** A response that becomes ready with `ensureOptions`. */
export function makeResponse(): Draft {
  return {
    type: 'cluster',
    id: '498ae72f-411f-11eb-9d07-046c59cc737e',
    metadata: {
      createdDate: '2023-05-02T08:11:40Z',
      createdBy: 'ops@example.org',
      createdByUserId: 'b1f9c2a4-6d3e-4f70-9a8b-2c5d7e9f0a13',
      lastModifiedDate: '2024-02-19T16:02:11Z',
      lastModifiedBy: 'ops@example.org',
      lastModifiedByUserId: 'b1f9c2a4-6d3e-4f70-9a8b-2c5d7e9f0a13',
      state: 'AVAILABLE',
    },
    properties: { ...shareProperties(), dnsName: 'pg-6f67043c40e260c8.postgresql.de-txl.ionos.com' },
  };
}

/** A backup that becomes ready. */
export function makeBackup(): Draft {
  return {
    type: 'backup',
    id: 'dcd31531-3ac8-11eb-9feb-046c59cc737e',
    metadata: { createdDate: '2024-01-15T10:00:00Z', createdBy: 'ops@example.org', state: 'AVAILABLE' },
    properties: {
      clusterId: '498ae72f-411f-11eb-9d07-046c59cc737e',
      version: '15',
      isActive: true,
      earliestRecoveryTargetTime: '2024-01-08T10:00:00Z',
      location: 'eu-central-3',
    },
  };
}

/** A bare fromBackup that becomes ready. */
export function makeFromBackup(): Draft {
  return { backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e', recoveryTargetTime: '2024-01-15T10:00:00Z' };
}

/** Puts a value at a dotted path, making containers on the way; undefined removes what stands there. */
export function putAt(document: Draft, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let holder = document;
  for (const key of keys) {
    if (typeof holder[key] !== 'object' || holder[key] === null) holder[key] = {};
    holder = holder[key] as Draft;
  }
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

/** The value at a dotted path, or undefined. */
export function getAt(document: unknown, path: string): unknown {
  let value = document;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Draft)[key];
  }
  return value;
}
