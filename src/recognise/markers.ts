// The fields that tell v1 from v2, and both from what other tools write.
import { hasOnly, isObject, toKey } from '../model/json.js';

const snakeCase = [
  'display_name postgres_version synchronization_mode storage_type storage_size backup_location dns_name from_backup',
  'maintenance_window day_of_the_week connection_pooler pool_mode datacenter_id lan_id backup_id recovery_target_time',
  'primary_instance_address replication_mode restore_from_backup retention_days created_date last_modified_date',
  'allow_replace password_version',
].join(' ');
const providerFields = 'allowReplace passwordVersion passwordSecretRef datacenterIdRef datacenterIdSelector';

/** What a value must be for its key to tell something; null is absent. */
type Test = 'present' | 'number' | 'array' | 'object' | 'text' | 'switch';

/** What a key tells, if its value is of the right sort. */
interface Mark {
  /** It is of another tool's dump, or of infrastructure code, whatever its value. */
  readonly foreign?: 'dump' | 'provider';
  readonly v1?: Test;
  readonly v2?: Test;
  /** It is of v2, but means nothing beside a field of v1. */
  readonly weakV2?: Test;
  /** It is of a backup, a version, a user or the like: whatever stands beside it, or where nothing else does. */
  readonly small?: 'alone' | 'among';
}

/** The keys that the properties of a version have. */
export const versionKeys: ReadonlySet<string> = new Set(['version', 'status', 'comment', 'canUpgradeTo']);

/** The keys that the properties of a user have. */
export const userKeys: ReadonlySet<string> = new Set(['username', 'password', 'system']);
const backupKeys: ReadonlySet<string> = new Set([
  'id',
  'clusterId',
  'version',
  'isActive',
  'earliestRecoveryTargetTime',
  'size',
  'location',
]);
const onlySmall = 'postgresClusterVersion latestRecoveryTargetTime isActive earliestRecoveryTargetTime clusterId owner';

const marks: ReadonlyMap<string, Mark> = merge([
  ...list([...versionKeys, ...userKeys, ...backupKeys].join(' '), { small: 'among' }),
  ...list(`${onlySmall} canUpgradeTo`, { small: 'alone' }),
  ...list(snakeCase, { foreign: 'dump' }),
  ...list(providerFields, { foreign: 'provider' }),
  ...list('displayName postgresVersion synchronizationMode storageType dnsName fromBackup', { v1: 'present' }),
  ...list('ram cores storageSize', { v1: 'number' }),
  ...list('connections', { v1: 'array' }),
  ...list('instances', { v1: 'number', v2: 'object' }),
  ...list('connectionPooler', { v1: 'object', v2: 'text' }),
  ...list('replicationMode restoreFromBackup backup primaryInstanceAddress', { v2: 'present' }),
  ...list('connection', { v2: 'object' }),
  ...list('name version description', { weakV2: 'text' }),
  ...list('logsEnabled metricsEnabled', { weakV2: 'switch' }),
]);

function list(keys: string, mark: Mark): [string, Mark][] {
  return keys.split(' ').map((key) => [toKey(key), mark]);
}

function merge(entries: readonly [string, Mark][]): Map<string, Mark> {
  const merged = new Map<string, Mark>();
  for (const [key, mark] of entries) merged.set(key, { ...merged.get(key), ...mark });
  return merged;
}

/** A key that tells of another tool, and which sort of tool. */
export interface ForeignKey {
  readonly reason: 'dump' | 'provider';
  readonly field: string;
}

/** What the keys of a cluster tell. */
export interface Markers {
  readonly foreign: ForeignKey | undefined;
  /** The fields that only v1 has, and those that only v2 has. */
  readonly v1: readonly string[];
  readonly v2: readonly string[];
  readonly hasWeakV2: boolean;
  /** Whether the fields may be those of something smaller than a cluster. */
  readonly isSmall: boolean;
}

/** Reads the markers of a document, whose fields stand in its properties or at its top, in one pass over the fields. */
export function readMarkers(document: Record<string, unknown>, fields: Record<string, unknown>): Markers {
  const ofV1: string[] = [];
  const ofV2: string[] = [];
  let hasWeakV2 = false;
  let isOnlySmall = true;
  let isTold = false;
  let foreign = document === fields ? undefined : findForeign(document);
  let nested: ForeignKey | undefined;
  for (const key in fields) {
    const member = fields[key];
    const mark = marks.get(key);
    if (mark) {
      if (mark.foreign) foreign ??= { reason: mark.foreign, field: key };
      if (mark.v1 && passes(member, mark.v1)) ofV1.push(key);
      if (mark.v2 && passes(member, mark.v2)) ofV2.push(key);
      if (mark.weakV2 && passes(member, mark.weakV2)) hasWeakV2 = true;
    }
    if (!mark?.small) isOnlySmall = false;
    else if (mark.small === 'alone') isTold = true;
    if (typeof member === 'object' && member !== null)
      nested ??= findForeign(Array.isArray(member) ? member[0] : member);
  }
  const { credentials, connections } = fields;
  const { metadata } = document;
  if (isObject(credentials) && isPresent(credentials['database'])) ofV2.push('credentials.database');
  if (isObject(metadata) && isPresent(metadata['dnsName'])) ofV2.push('metadata.dnsName');
  if (isObject(connections) && ofV1.length === 0) nested ??= { reason: 'provider', field: 'connections' };
  return { foreign: foreign ?? nested, v1: ofV1, v2: ofV2, hasWeakV2, isSmall: isOnlySmall || isTold };
}

/** The first key of a holder that only dumps of tools or infrastructure code have. */
function findForeign(holder: unknown): ForeignKey | undefined {
  if (!isObject(holder)) return undefined;
  for (const key in holder) {
    const reason = marks.get(key)?.foreign;
    if (reason) return { reason, field: key };
  }
  return undefined;
}

function passes(value: unknown, test: Test): boolean {
  switch (test) {
    case 'present':
      return isPresent(value);
    case 'number':
      return typeof value === 'number';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'text':
      return typeof value === 'string';
    case 'switch':
      return typeof value === 'boolean';
  }
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** A field that only backups have tells one beside others of a backup, or beside the id of its cluster. */
export function isBackup(properties: Record<string, unknown>): boolean {
  const isTold = 'isActive' in properties || 'earliestRecoveryTargetTime' in properties;
  const hasCluster = 'clusterId' in properties;
  return (isTold && hasCluster) || ((isTold || hasCluster) && hasOnly(properties, backupKeys));
}
