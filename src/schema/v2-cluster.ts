// What a valid v2 cluster document is, in the order in which v2 documents are written.
import * as z from 'zod';
import { facts } from '../facts/index.js';
import { isDateTime } from '../model/date-time.js';
import { looseUuidPattern } from '../model/uuid.js';

const { limits, names } = facts;
const text = (description: string) => z.string().min(1).meta({ description });
const matching = (pattern: RegExp, description: string) => z.string().regex(pattern).meta({ description });
const within = (bounds: { min: number; max: number }, description: string) =>
  z.int().min(bounds.min).max(bounds.max).meta({ description });
const username = new RegExp(`(?!${names.reservedUsername.source})${names.username.source}`);

/** What v2 does where a property is left out. Not zod's defaults, which would write it into what they parse. */
const defaults = new Map<z.ZodType, unknown>();

/** A property that may be left out, with what v2 does then. */
function optional<T extends z.ZodType>(schema: T, otherwise: z.infer<T>): z.ZodOptional<T> {
  const property = schema.optional();
  defaults.set(property, otherwise);
  return property;
}

/** A UUID, matched loosely: any 8-4-4-4-12 hexadecimal. */
export const looseUuid = z.string().regex(looseUuidPattern).meta({ description: 'UUID.', format: 'uuid' });

/** A date-time in RFC 3339, with a zone. */
export const dateTime = z.string().refine(isDateTime).meta({ format: 'date-time' });

/** v2 `instances`. */
export const v2Instances = z
  .strictObject({
    count: within(limits.count, 'Number of instances.'),
    ram: within(limits.ram, 'Memory of each instance in GB.'),
    cores: within(limits.cores, 'CPU cores of each instance.'),
    storageSize: within(limits.storageSize, 'Disk of each instance in GB.'),
  })
  .meta({ description: 'Size of the cluster; the key is plural.' });

/** v2 `credentials`. */
export const v2Credentials = z.strictObject({
  username: matching(
    username,
    'Name of the initial user: 2 to 16 letters, digits, underscores; not postgres, admin or standby, nor begun with pg_.',
  ),
  password: z
    .string()
    .regex(names.passwordStrong)
    .meta({
      description: `${names.passwordMin} to ${names.passwordMax} characters with a lower-case and an upper-case letter, a digit and one of ${names.passwordSpecials} (secret).`,
      writeOnly: true,
    }),
  database: matching(names.database, 'Name of the initial database: 2 to 63 letters, digits, underscores.'),
});

/** v2 `restoreFromBackup` of a POST: a new cluster from a backup. */
export const v2RestoreCreate = z.strictObject({
  sourceBackupId: looseUuid.meta({ description: 'UUID of the backup.' }),
  recoveryTargetDatetime: dateTime.meta({ description: 'RFC 3339 date-time up to which to restore.' }).optional(),
});

/** v2 `restoreFromBackup` of a PUT: overwrites the cluster's data. */
export const v2RestoreInPlace = z.strictObject({
  recoveryTargetDatetime: dateTime.meta({ description: 'RFC 3339 date-time to go back to.' }),
});

const head = {
  name: matching(
    names.name,
    'Name of the cluster: 2 to 63 letters, digits, dashes, underscores, dots; ends alphanumeric.',
  ),
  description: optional(z.string().meta({ description: 'Free text.' }), ''),
  version: text('PostgreSQL major version.').meta({ examples: ['15'] }),
};
const body = {
  connection: z.strictObject({
    datacenterId: looseUuid.meta({ description: 'UUID of the virtual data center.' }),
    lanId: matching(names.lanId, 'Numeric LAN id, as a string.'),
    primaryInstanceAddress: text('Host address and netmask of the primary.').meta({ examples: ['192.168.1.100/24'] }),
  }),
  maintenanceWindow: z.strictObject({
    time: matching(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, 'Start in UTC, HH:MM:SS.'),
    dayOfTheWeek: z
      .enum(['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'])
      .meta({ description: 'Day of the week.' }),
  }),
  replicationMode: z.enum(['ASYNCHRONOUS', 'STRICTLY_SYNCHRONOUS']).meta({
    description: `Replication mode; STRICTLY_SYNCHRONOUS needs ${limits.strictInstances} instances.`,
  }),
};
const tail = {
  connectionPooler: optional(
    z
      .enum(['DISABLED', 'TRANSACTION', 'SESSION'])
      .meta({ description: 'Pool mode of pgbouncer; DISABLED is the default.' }),
    'DISABLED',
  ),
};
const end = {
  logsEnabled: optional(z.boolean().meta({ description: 'Whether logs are collected; default false.' }), false),
  metricsEnabled: optional(z.boolean().meta({ description: 'Whether metrics are collected; default false.' }), false),
  backup: z.strictObject({
    location: text(`One of GET /backup-locations of the region; known are ${facts.backupLocations.v2.join(', ')}.`),
    retentionDays: within(limits.retentionDays, 'Days that backups are kept.'),
  }),
};

/** v2 `properties` of a POST. */
export const v2CreateProperties = z.strictObject({
  ...head,
  instances: v2Instances,
  ...body,
  credentials: v2Credentials,
  ...tail,
  restoreFromBackup: v2RestoreCreate.optional(),
  ...end,
});

/** v2 `properties` of a PUT. */
export const v2EnsureProperties = z.strictObject({
  ...head,
  instances: v2Instances,
  ...body,
  credentials: v2Credentials.optional(),
  ...tail,
  restoreFromBackup: v2RestoreInPlace.optional(),
  ...end,
});

/** The names of the v2 properties, in the order in which they are written. */
export const v2PropertyOrder: readonly string[] = Object.keys(v2EnsureProperties.shape);

/** What v2 does where a property of a PUT is left out, by its name. */
export const v2Defaults: ReadonlyMap<string, unknown> = new Map(
  Object.entries(v2EnsureProperties.shape).flatMap(([name, schema]) =>
    defaults.has(schema) ? [[name, defaults.get(schema)] as const] : [],
  ),
);

/** Body of POST /clusters. */
export const clusterCreate = z.strictObject({
  metadata: z.record(z.string(), z.unknown()).meta({ description: 'Free-form.' }).optional(),
  properties: v2CreateProperties,
});

/** Body of PUT /clusters/{id}. */
export const clusterEnsure = z.strictObject({
  id: looseUuid.meta({ description: 'UUID of the cluster, as in the path.' }),
  metadata: z.record(z.string(), z.unknown()).meta({ description: 'Free-form.' }).optional(),
  properties: v2EnsureProperties,
});

/**
 * An existing cluster as the resource of a configuration: what a PUT takes, with the credentials that a resource has to
 * name, and the location, which there is a field of its own.
 */
export const clusterResource = z.strictObject({
  id: looseUuid.optional(),
  location: z.string().optional(),
  properties: z.strictObject({ ...v2EnsureProperties.shape, credentials: v2Credentials }),
});

/** Body of POST /clusters. */
export type ClusterCreate = z.infer<typeof clusterCreate>;
/** Body of PUT /clusters/{id}. */
export type ClusterEnsure = z.infer<typeof clusterEnsure>;
/** What turns a PUT into a restore: to be laid into the properties of the whole cluster. */
export const restoreInPlace = z.strictObject({ restoreFromBackup: v2RestoreInPlace });

/** What turns a PUT into a restore. */
export type RestoreInPlace = z.infer<typeof restoreInPlace>;
/** v2 `restoreFromBackup` of a POST, on its own. */
export type RestoreFromBackup = z.infer<typeof v2RestoreCreate>;
