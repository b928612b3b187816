// The fields that tell v1 from v2, and both from what other tools write.
import { isObject } from '../model/json.js';

const v1Fields = [
  'displayName',
  'postgresVersion',
  'synchronizationMode',
  'storageType',
  'dnsName',
  'fromBackup',
] as const;
const v1Numbers = ['instances', 'ram', 'cores', 'storageSize'] as const;
const v2Fields = ['replicationMode', 'restoreFromBackup', 'backup', 'primaryInstanceAddress'] as const;
const v2Objects = ['instances', 'connection'] as const;
const v2Texts = ['name', 'version', 'description'] as const;
const v2Switches = ['logsEnabled', 'metricsEnabled'] as const;
const snakeCase = [
  'display_name postgres_version synchronization_mode storage_type storage_size backup_location dns_name from_backup',
  'maintenance_window day_of_the_week connection_pooler pool_mode datacenter_id lan_id backup_id recovery_target_time',
  'primary_instance_address replication_mode restore_from_backup retention_days created_date last_modified_date',
  'allow_replace password_version',
];
const providerFields = 'allowReplace passwordVersion passwordSecretRef datacenterIdRef datacenterIdSelector';
const foreignKeys: ReadonlyMap<string, 'dump' | 'provider'> = new Map([
  ...snakeCase.flatMap((line) => line.split(' ').map((key) => [key, 'dump'] as const)),
  ...providerFields.split(' ').map((key) => [key, 'provider'] as const),
]);

/** The v1 markers among a cluster's fields; null is absent. */
export function strongV1(fields: Record<string, unknown>): string[] {
  const found: string[] = [];
  for (const key of v1Fields) if (isPresent(fields[key])) found.push(key);
  for (const key of v1Numbers) if (typeof fields[key] === 'number') found.push(key);
  if (Array.isArray(fields['connections'])) found.push('connections');
  if (isObject(fields['connectionPooler'])) found.push('connectionPooler');
  return found;
}

/** The v2 markers among a cluster's fields; null is absent. */
export function strongV2(document: Record<string, unknown>, fields: Record<string, unknown>): string[] {
  const { credentials } = fields;
  const metadata = document['metadata'];
  const found: string[] = [];
  for (const key of v2Fields) if (isPresent(fields[key])) found.push(key);
  for (const key of v2Objects) if (isObject(fields[key])) found.push(key);
  if (typeof fields['connectionPooler'] === 'string') found.push('connectionPooler');
  if (isObject(credentials) && isPresent(credentials['database'])) found.push('credentials.database');
  if (isObject(metadata) && isPresent(metadata['dnsName'])) found.push('metadata.dnsName');
  return found;
}

/** Whether there is a field of v2 that means nothing beside a v1 marker. */
export function hasWeakV2(fields: Record<string, unknown>): boolean {
  return (
    v2Texts.some((key) => typeof fields[key] === 'string') || v2Switches.some((key) => typeof fields[key] === 'boolean')
  );
}

/** A key that only dumps of tools or infrastructure code have. */
export function findForeignKey(
  document: Record<string, unknown>,
  fields: Record<string, unknown>,
): ForeignKey | undefined {
  const found = (document === fields ? undefined : scanKeys(document)) ?? scanKeys(fields);
  if (found) return found;
  for (const key in fields) {
    const member = fields[key];
    if (typeof member !== 'object' || member === null) continue;
    const nested = scanKeys(Array.isArray(member) ? member[0] : member);
    if (nested) return nested;
  }
  const isBlock = isObject(fields['connections']) && strongV1(fields).length === 0;
  return isBlock ? { reason: 'provider', field: 'connections' } : undefined;
}

/** A key that tells of another tool, and which sort of tool. */
export interface ForeignKey {
  readonly reason: 'dump' | 'provider';
  readonly field: string;
}

function scanKeys(holder: unknown): ForeignKey | undefined {
  if (!isObject(holder)) return undefined;
  for (const key in holder) {
    const reason = foreignKeys.get(key);
    if (reason) return { reason, field: key };
  }
  return undefined;
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}
