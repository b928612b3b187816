// Recognises a document by its shape alone. First match wins; the order is that of the facts.
import { hasOnly, isObject } from '../model/json.js';
import type { Kind } from '../model/translation.js';
import { isBackup, type Markers, readMarkers, userKeys, versionKeys } from './markers.js';
import { findTool, refuse, refuseScalar, type Unrecognised } from './tools.js';

export type { Unrecognised } from './tools.js';

/** What a document was recognised as. */
export interface Recognised {
  readonly kind: Exclude<Kind, 'unknown'>;
  readonly version: 'v1' | 'v2';
  /** Whether the fields stand at the top, without `properties`. */
  readonly bare: boolean;
  /** For lists: where the items are. */
  readonly items?: '' | 'items' | 'log/entries';
}

const createOnly = ['location', 'storageType', 'backupLocation', 'credentials', 'fromBackup'] as const;
const neutral = new Set(['maintenanceWindow', 'location', 'metadata', 'type', 'id', 'href']);
const everyday = new Set(['instances', 'ram', 'cores', 'connections']);

const clusterKinds: ReadonlySet<Kind> = new Set([
  'CreateClusterRequest',
  'ClusterResponse',
  'ClusterCreate',
  'ClusterEnsure',
  'ClusterRead',
]);

/** Whether a kind is a whole cluster, of either version. */
export function isClusterKind(kind: Kind): boolean {
  return clusterKinds.has(kind);
}

/** Recognises a document. */
export function detect(value: unknown): Recognised | Unrecognised {
  if (Array.isArray(value)) return detectArray(value);
  if (!isObject(value)) return refuseScalar(value);
  const properties = isObject(value['properties']) ? value['properties'] : undefined;
  if (!properties && isRequest(value)) return v1('Request');
  if (isObject(value['log']) && Array.isArray(value['log']['entries']))
    return { kind: 'Request', version: 'v1', bare: false, items: 'log/entries' };
  const other = detectOther(value) ?? detectRestore(value);
  if (other) return other;
  const markers = readMarkers(value, properties ?? value);
  // Few documents are of a smaller kind, and the markers have seen all keys anyway.
  const isSmall = properties !== undefined && (markers.isSmall || value['type'] === 'backup');
  return (isSmall ? detectSmall(value, properties) : undefined) ?? detectCluster(value, properties, markers);
}

/** A stored request, as programs log them and HAR files hold them. */
function isRequest(value: Record<string, unknown>): boolean {
  const { method, url, path, properties } = value;
  return (
    typeof method === 'string' && (typeof url === 'string' || typeof path === 'string') && properties === undefined
  );
}

function detectArray(value: readonly unknown[]): Recognised | Unrecognised {
  if (value.length > 0 && value.every((item) => isObject(item) && 'swaggerUrl' in item)) return refuse('api-versions');
  return { kind: 'ClusterList', version: 'v1', bare: false, items: '' };
}

function detectOther(value: Record<string, unknown>): Recognised | Unrecognised | undefined {
  const messages = value['messages'];
  if (
    'httpStatus' in value ||
    (Array.isArray(messages) && messages.some((item) => isObject(item) && 'errorCode' in item))
  ) {
    return refuse('error-document');
  }
  const terraform = detectTerraform(value);
  if (terraform) return terraform;
  const { data, items, instances } = value;
  if (Array.isArray(data) && !items && data.every((item) => isObject(item) && 'name' in item))
    return v1('PostgresVersionList');
  if (Array.isArray(instances) && isLog(value, instances)) return refuse('logs-document');
  return Array.isArray(items) ? { ...nameList(items), bare: false, items: 'items' } : undefined;
}

/** What Terraform writes. The clusters of a state are documents of their own: one that is met here holds none. */
function detectTerraform(value: Record<string, unknown>): Unrecognised | undefined {
  if (typeof (value['terraform_version'] ?? value['format_version']) !== 'string') return undefined;
  if ('planned_values' in value) return refuse('terraform-plan');
  const { version } = value;
  if (typeof version === 'number' && version !== 4) return refuse('terraform-old-state', { version: String(version) });
  return version === 4 || 'values' in value ? refuse('terraform-state') : undefined;
}

/** An empty list is a log without entries only where nothing stands beside it. */
function isLog(value: Record<string, unknown>, instances: readonly unknown[]): boolean {
  if (instances.length === 0) return Object.keys(value).length === 1;
  return instances.every((item) => isObject(item) && 'messages' in item);
}

function nameList(items: readonly unknown[]): Pick<Recognised, 'kind' | 'version'> {
  const first = items.find((item) => isObject(item));
  const found = first ? detect(first) : undefined;
  if (!found || found.kind === 'unknown') return { kind: 'ClusterList', version: 'v1' };
  if (found.version === 'v2') {
    // One item of v1 among them, and the list is taken apart.
    const isPure = items.every((item) => !isObject(item) || isOfV2(item));
    return isPure ? { kind: 'v2 list', version: 'v2' } : { kind: 'ClusterList', version: 'v1' };
  }
  const lists: Partial<Record<Kind, Recognised['kind']>> = {
    User: 'UserList',
    Database: 'DatabaseList',
    BackupResponse: 'ClusterBackupList',
  };
  const kind = lists[found.kind];
  // Only a list of nothing else is one of those: what surrounds it is translated with its items.
  const isPure = kind !== undefined && items.every((item) => !isObject(item) || detect(item).kind === found.kind);
  return { kind: isPure ? kind : 'ClusterList', version: 'v1' };
}

function isOfV2(item: unknown): boolean {
  const found = detect(item);
  return found.kind !== 'unknown' && found.version === 'v2';
}

function detectRestore(value: Record<string, unknown>): Recognised | undefined {
  if ('properties' in value) return undefined;
  if ((value['sourceBackupId'] ?? value['recoveryTargetDatetime'] ?? undefined) !== undefined)
    return { kind: 'restoreFromBackup', version: 'v2', bare: true };
  if ('backupId' in value || 'recoveryTargetTime' in value) return { kind: 'fromBackup', version: 'v1', bare: true };
  return undefined;
}

function detectSmall(value: Record<string, unknown>, properties: Record<string, unknown>): Recognised | undefined {
  const isV2 = 'postgresClusterVersion' in properties || 'latestRecoveryTargetTime' in properties;
  const isV1 = 'version' in properties || 'size' in properties;
  if (isV2 || value['type'] === 'backup' || isBackup(properties))
    return isV2 || ('href' in value && !isV1) ? v2('Backup') : v1('BackupResponse');
  if ('location' in properties && ('href' in value || 'id' in value) && Object.keys(properties).length === 1)
    return v2('BackupLocation');
  if ('canUpgradeTo' in properties || ('version' in properties && hasOnly(properties, versionKeys)))
    return v2('PostgresVersion');
  if ('owner' in properties) return v1('Database');
  return hasOnly(properties, userKeys) ? v1('User') : undefined;
}

function detectCluster(
  value: Record<string, unknown>,
  properties: Record<string, unknown> | undefined,
  { foreign, v1: ofV1, v2: ofV2, hasWeakV2 }: Markers,
): Recognised | Unrecognised {
  const bare = properties === undefined;
  const fields = properties ?? value;
  if (foreign) return refuse(foreign.reason, { field: foreign.field });
  if (ofV1.length > 0 && ofV2.length > 0) return refuse('mixed', { v1: ofV1.join(', '), v2: ofV2.join(', ') });
  const id = value['id'] ?? undefined;
  if (ofV2.length > 0 || (ofV1.length === 0 && !bare && hasWeakV2)) {
    const read =
      value['href'] ?? value['type'] ?? (isObject(value['metadata']) ? value['metadata']['state'] : undefined);
    if (id === undefined) return { kind: 'ClusterCreate', version: 'v2', bare };
    return { kind: read === undefined || read === null ? 'ClusterEnsure' : 'ClusterRead', version: 'v2', bare };
  }
  const creates = createOnly.some((key) => (fields[key] ?? undefined) !== undefined);
  if ((ofV1.length === 0 && !creates) || (bare && !isConvincing(fields, ofV1))) return nameNothing(value, fields);
  if (bare && id !== undefined) return refuse('ambiguous');
  if (value['type'] === 'cluster' || (id !== undefined && !bare)) return v1('ClusterResponse');
  return { kind: creates ? 'CreateClusterRequest' : 'PatchClusterRequest', version: 'v1', bare };
}

/** Without an envelope a single field that many a file has, such as `location` or `instances`, proves nothing. */
function isConvincing(fields: Record<string, unknown>, markers: readonly string[]): boolean {
  const common = ['location', 'credentials', 'backupLocation'].filter(
    (key) => (fields[key] ?? undefined) !== undefined,
  );
  return markers.some((marker) => !everyday.has(marker)) || markers.length + common.length > 1;
}

function nameNothing(value: Record<string, unknown>, fields: Record<string, unknown>): Unrecognised {
  const bare = value === fields;
  const tool = findTool(value);
  if (tool) return tool;
  const keys = Object.keys(fields);
  const isNeutral = (!bare || keys.includes('maintenanceWindow')) && keys.every((key) => neutral.has(key));
  return refuse(isNeutral ? 'ambiguous' : 'unrecognised');
}

function v1(kind: Recognised['kind']): Recognised {
  return { kind, version: 'v1', bare: false };
}

function v2(kind: Recognised['kind']): Recognised {
  return { kind, version: 'v2', bare: false };
}
