// The fields that tell v1 from v2, and both from what other tools write.
import { hasOnly, isObject, toKey } from '../model/json.js';
import { listMembers } from '../schema/leaves.js';
import { v1Backup } from '../schema/v1-backup.js';
import { v1Properties } from '../schema/v1-cluster.js';
import { v1User } from '../schema/v1-inventory.js';
import { v2EnsureProperties } from '../schema/v2-cluster.js';
import { postgresVersionRead } from '../schema/versions.js';

const snakeCase = [
  'display_name postgres_version synchronization_mode storage_type storage_size backup_location dns_name from_backup',
  'maintenance_window day_of_the_week connection_pooler pool_mode datacenter_id lan_id backup_id recovery_target_time',
  'primary_instance_address replication_mode restore_from_backup retention_days created_date last_modified_date',
  'allow_replace password_version',
].join(' ');
const providerFields = 'allowReplace passwordVersion passwordSecretRef datacenterIdRef datacenterIdSelector';

/** What a value must be for its key to tell something; null is absent. */
type Sort = 'string' | 'number' | 'boolean' | 'list' | 'object';
type Test = Sort | 'present';

/** What a key tells, if its value is of the right sort. */
interface Mark {
  /** It is of another tool's dump, or of infrastructure code, whatever its value. */
  readonly foreign?: 'dump' | 'provider';
  readonly v1?: Test;
  readonly v2?: Test;
  /** It is of v2, but means nothing beside a field of v1. */
  readonly weakV2?: Test | undefined;
  /** It is of a backup, a version, a user or the like: whatever stands beside it, or where nothing else does. */
  readonly small?: 'alone' | 'among';
}

/** The keys that the properties of a version have. */
export const versionKeys: ReadonlySet<string> = new Set(listMembers(postgresVersionRead.shape.properties).keys());

/** The keys that the properties of a user have. */
export const userKeys: ReadonlySet<string> = new Set(listMembers(v1User.shape.properties).keys());
const backupKeys: ReadonlySet<string> = new Set(listMembers(v1Backup.shape.properties).keys());
const onlySmall = 'postgresClusterVersion latestRecoveryTargetTime isActive earliestRecoveryTargetTime clusterId owner';

/** Fields of v1 clusters that stand in documents of all sorts. */
const everywhere = new Set(['location', 'backupLocation']);

const marks: ReadonlyMap<string, Mark> = merge([
  ...list([...versionKeys, ...userKeys, ...backupKeys].join(' '), { small: 'among' }),
  ...list(`${onlySmall} canUpgradeTo`, { small: 'alone' }),
  ...list(snakeCase, { foreign: 'dump' }),
  ...list(providerFields, { foreign: 'provider' }),
  ...markFields(listMembers(v1Properties), listMembers(v2EnsureProperties)),
  // Of the fields that only v2 has, these are its own words: beside a field of v1 they make a mix.
  ...list('replicationMode restoreFromBackup backup primaryInstanceAddress', { v2: 'present', weakV2: undefined }),
  ...list('connection', { v2: 'object', weakV2: undefined }),
]);

/** A field of both versions tells them apart where its value is of another sort; one of v2 alone is a weak marker. */
function* markFields(ofV1: ReadonlyMap<string, Sort>, ofV2: ReadonlyMap<string, Sort>): Generator<[string, Mark]> {
  for (const [key, sort] of ofV1) {
    const other = ofV2.get(key);
    if (other && other !== sort) yield [key, { v1: sort, v2: other }];
    if (!other && !everywhere.has(key)) yield [key, { v1: sort === 'number' || sort === 'list' ? sort : 'present' }];
  }
  for (const [key, sort] of ofV2) if (!ofV1.has(key)) yield [key, { weakV2: sort }];
}

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
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === test;
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
