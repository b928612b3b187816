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
const v2Weak = ['name', 'version', 'description', 'logsEnabled', 'metricsEnabled'] as const;
const snakeCase = new Set(
  [
    'display_name postgres_version synchronization_mode storage_type storage_size backup_location dns_name from_backup',
    'maintenance_window day_of_the_week connection_pooler pool_mode datacenter_id lan_id backup_id recovery_target_time',
    'primary_instance_address replication_mode restore_from_backup retention_days created_date last_modified_date',
    'allow_replace password_version',
  ]
    .join(' ')
    .split(' '),
);
const providerFields = new Set([
  'allowReplace',
  'passwordVersion',
  'passwordSecretRef',
  'datacenterIdRef',
  'datacenterIdSelector',
]);

/** The v1 markers among a cluster's fields; null is absent. */
export function strongV1(fields: Record<string, unknown>): string[] {
  return [
    ...v1Fields.filter((key) => isPresent(fields[key])),
    ...v1Numbers.filter((key) => typeof fields[key] === 'number'),
    ...(Array.isArray(fields['connections']) ? ['connections'] : []),
    ...(isObject(fields['connectionPooler']) ? ['connectionPooler'] : []),
  ];
}

/** The v2 markers among a cluster's fields; null is absent. */
export function strongV2(document: Record<string, unknown>, fields: Record<string, unknown>): string[] {
  const { instances, connection, connectionPooler, credentials } = fields;
  const metadata = document['metadata'];
  return [
    ...v2Fields.filter((key) => isPresent(fields[key])),
    ...(isObject(instances) ? ['instances'] : []),
    ...(isObject(connection) ? ['connection'] : []),
    ...(typeof connectionPooler === 'string' ? ['connectionPooler'] : []),
    ...(isObject(credentials) && isPresent(credentials['database']) ? ['credentials.database'] : []),
    ...(isObject(metadata) && isPresent(metadata['dnsName']) ? ['metadata.dnsName'] : []),
  ];
}

/** Fields of v2 that mean nothing beside a v1 marker. */
export function weakV2(fields: Record<string, unknown>): string[] {
  return v2Weak.filter((key) => isPresent(fields[key]));
}

/** A key that only dumps of tools or infrastructure code have. */
export function findForeignKey(
  document: Record<string, unknown>,
  fields: Record<string, unknown>,
): { reason: 'dump' | 'provider'; field: string } | undefined {
  for (const container of [document, fields, ...Object.values(fields)]) {
    const holder = Array.isArray(container) ? container[0] : container;
    if (!isObject(holder)) continue;
    for (const key of Object.keys(holder)) {
      if (snakeCase.has(key)) return { reason: 'dump', field: key };
      if (providerFields.has(key)) return { reason: 'provider', field: key };
    }
  }
  const isBlock = isObject(fields['connections']) && strongV1(fields).length === 0;
  return isBlock ? { reason: 'provider', field: 'connections' } : undefined;
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}
