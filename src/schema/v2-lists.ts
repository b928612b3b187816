// What v2 answers beside clusters: backups, and lists of clusters and backups.
import * as z from 'zod';
import { dateTime } from './v2-cluster.js';
import { clusterRead } from './v2-read.js';

const text = (description: string) => z.string().meta({ description });

/** v2 backup as GET returns it; `href` may be missing from one that was composed offline. */
export const backupRead = z.strictObject({
  type: text('Always backup.'),
  id: text('UUID of the backup.').meta({ format: 'uuid' }),
  href: text('URL of the backup.').optional(),
  metadata: z
    .object({
      createdDate: dateTime.meta({ description: 'When it was made, RFC 3339.' }).optional(),
      createdBy: text('E-mail or URN.').optional(),
      createdByUserId: text('Id of the user.').optional(),
      lastModifiedDate: dateTime.meta({ description: 'When it was changed last, RFC 3339.' }).optional(),
      lastModifiedBy: text('E-mail or URN.').optional(),
      lastModifiedByUserId: text('Id of the user.').optional(),
      state: text('State of the backup.').optional(),
    })
    .meta({ description: 'Free-form; these members are known.' }),
  properties: z.strictObject({
    clusterId: text('UUID of the cluster.').optional(),
    postgresClusterVersion: text('PostgreSQL version of the cluster.').optional(),
    isActive: z.boolean().meta({ description: 'Whether the cluster still adds to the backup.' }).optional(),
    earliestRecoveryTargetTime: dateTime.meta({ description: 'RFC 3339 date-time.' }).optional(),
    latestRecoveryTargetTime: dateTime
      .nullable()
      .meta({ description: 'RFC 3339 date-time; null: up to now.' })
      .optional(),
    location: text('Object storage location of the backup.').optional(),
  }),
});

/** v2 backup as GET returns it. */
export type BackupRead = z.infer<typeof backupRead>;

const envelope = {
  type: text('Always collection.'),
  id: text('Id of the list.'),
  href: text('URL of the list; relative where its items are on several hosts.'),
  offset: z.int().meta({ description: 'Number of items before the first one here.' }),
  limit: z.int().meta({ description: 'Largest number of items of a page.' }),
  _links: z.strictObject({
    prev: text('URL of the page before.').optional(),
    self: text('URL of this page.').optional(),
    next: text('URL of the page after.').optional(),
  }),
};

/** What surrounds the items of a v2 list. */
export const v2ListEnvelope = z.strictObject(envelope);

/** What surrounds the items of a v2 list. */
export type V2ListEnvelope = z.infer<typeof v2ListEnvelope>;

/** v2 list of clusters as GET /clusters returns it. */
export const clusterReadList = z.strictObject({ ...envelope, items: z.array(clusterRead).optional() });

/** v2 list of clusters. */
export type ClusterReadList = z.infer<typeof clusterReadList>;

/** v2 list of backups as GET /backups returns it. */
export const backupReadList = z.strictObject({ ...envelope, items: z.array(backupRead).optional() });

/** v2 list of backups. */
export type BackupReadList = z.infer<typeof backupReadList>;

/** A request without a body, such as GET /backups. */
export const storedRequest = z.strictObject({ method: text('HTTP method.'), url: text('URL on the v2 host.') });

/** A request without a body. */
export type StoredRequest = z.infer<typeof storedRequest>;
