// The structure of v1 cluster documents. Only types and shapes are checked: v1's own limits, enums and required
// marks are documentation (`meta`), since the question is what v2 makes of a document, not what v1 did.
import * as z from 'zod';

const text = () => z.string().nullish();
const count = () => z.int().nullish();
/** Of a mode the rule judges, since beside a disabled pooler any will do. */
const word = () => z.union([z.string(), z.number(), z.boolean()]).nullish();
const looseText = () => z.union([z.string(), z.number()]).nullish();

/** One entry of v1 `connections`. */
const v1Connection = z
  .object({
    datacenterId: text().meta({ description: 'UUID of the virtual data center.', format: 'uuid' }),
    lanId: looseText().meta({ description: 'Numeric LAN id, as a string.', examples: ['2'] }),
    cidr: text().meta({ description: 'Host address and netmask of the primary.', examples: ['192.168.1.100/24'] }),
  })
  .meta({ required: ['datacenterId', 'lanId', 'cidr'] });

/** v1 `fromBackup`, and the body of POST /clusters/{id}/restore. */
export const v1FromBackup = z
  .object({
    backupId: text().meta({ description: 'Id of the backup to restore.' }),
    recoveryTargetTime: text().meta({
      description: 'RFC 3339 date-time up to which to restore (exclusive).',
      format: 'date-time',
    }),
  })
  .meta({ required: ['backupId'] });

/** v1 cluster properties: the union of what create requests and responses hold. */
export const v1Properties = z.object({
  displayName: text().meta({ description: 'Name of the cluster; v1 has no pattern for it.' }),
  postgresVersion: looseText().meta({ description: 'PostgreSQL major version.', examples: ['15'] }),
  location: text().meta({ description: 'Region; v2 has it in the host name.', examples: ['de/txl'] }),
  backupLocation: text().meta({
    description: 'Object storage location of backups.',
    examples: ['de', 'eu-south-2', 'eu-central-2'],
  }),
  dnsName: text().meta({ description: 'DNS name, only in responses.', readOnly: true }),
  instances: count().meta({ description: 'Number of instances.', minimum: 1, maximum: 5 }),
  cores: count().meta({ description: 'CPU cores of each instance.', minimum: 1 }),
  ram: count().meta({
    description: 'Memory of each instance in MB, a multiple of 1024.',
    minimum: 2048,
    multipleOf: 1024,
  }),
  storageSize: count().meta({ description: 'Disk of each instance in MB.', minimum: 2048, maximum: 2097152 }),
  storageType: text().meta({
    description: 'Storage class; v2 has none.',
    enum: ['HDD', 'SSD', 'SSD Standard', 'SSD Premium', null],
  }),
  connections: z
    .array(v1Connection.nullish())
    .nullish()
    .meta({ description: 'LAN connections; v1 takes exactly one.', minItems: 1, maxItems: 1 }),
  maintenanceWindow: z
    .object({
      time: looseText().meta({ description: 'Start in UTC, HH:MM:SS.', examples: ['16:30:59'] }),
      dayOfTheWeek: text().meta({ description: 'English name of the day.', examples: ['Sunday'] }),
    })
    .meta({ required: ['time', 'dayOfTheWeek'] })
    .nullish()
    .meta({ description: 'Weekly window of four hours.' }),
  credentials: z
    .object({
      username: text().meta({ description: 'Name of the initial user.' }),
      password: text().meta({ description: 'Its password (secret).', writeOnly: true, minLength: 10 }),
    })
    .meta({ required: ['username', 'password'] })
    .nullish()
    .meta({ description: 'The initial user, only in create requests.' }),
  synchronizationMode: text().meta({
    description: 'Replication mode.',
    enum: ['ASYNCHRONOUS', 'SYNCHRONOUS', 'STRICTLY_SYNCHRONOUS', null],
  }),
  connectionPooler: z
    .object({
      enabled: z.boolean().nullish().meta({ description: 'Whether pgbouncer runs.' }),
      poolMode: word().meta({
        description: 'Pool mode; transaction is the default.',
        enum: ['transaction', 'session', '', null],
      }),
    })
    .nullish()
    .meta({ description: 'Connection pooler of the cluster.' }),
  fromBackup: v1FromBackup.nullish().meta({ description: 'Only in create requests.' }),
});

/** The properties that a PATCH of v1 may hold (v1 SDK, PatchClusterProperties). */
export const patchableFields: ReadonlySet<string> = new Set([
  'displayName',
  'postgresVersion',
  'instances',
  'cores',
  'ram',
  'storageSize',
  'connections',
  'maintenanceWindow',
  'synchronizationMode',
  'connectionPooler',
] satisfies (keyof typeof v1Properties.shape)[]);

/** v1 metadata, as responses hold it. */
export const v1Metadata = z.object({
  createdDate: text().meta({ description: 'When it was made.', format: 'date-time' }),
  createdBy: text().meta({ description: 'Who made it: an e-mail address, or a URN.' }),
  createdByUserId: text().meta({ description: 'Id of who made it.' }),
  lastModifiedDate: text().meta({ description: 'When it was changed last.', format: 'date-time' }),
  lastModifiedBy: text().meta({ description: 'Who changed it last: an e-mail address, or a URN.' }),
  lastModifiedByUserId: text().meta({ description: 'Id of who changed it last.' }),
  state: text().meta({
    description: 'State, as the server sees it.',
    enum: ['AVAILABLE', 'BUSY', 'DESTROYING', 'DEGRADED', 'FAILED', 'UNKNOWN', null],
  }),
});

/** A v1 cluster document: CreateClusterRequest and ClusterResponse in one, since both are translated alike. */
export const v1Cluster = z.object({
  type: text().meta({ description: 'cluster, in answers.' }),
  id: text().meta({ description: 'UUID of the cluster, in answers.' }),
  href: text().meta({ description: 'Not part of v1 answers.' }),
  metadata: v1Metadata.nullish().meta({ description: 'Written by the server; requests hold an empty one, if any.' }),
  properties: v1Properties.nullish().meta({ description: 'What the cluster is.' }),
});

/** A v1 cluster document. */
export type V1Cluster = z.infer<typeof v1Cluster>;
