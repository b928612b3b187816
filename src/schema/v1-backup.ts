// The structure of v1 backups, and of what surrounds the items of a v1 list. As for clusters, only types and shapes
// are checked; v1's own marks are documentation.
import * as z from 'zod';
import { v1Metadata } from './v1-cluster.js';

const text = (description: string) => z.string().nullish().meta({ description });
const count = (description: string) => z.int().nullish().meta({ description });

/** v1 backup: what GET /clusters/backups/{id} answers. */
export const v1Backup = z.object({
  type: text('Always backup.'),
  id: text('Id of the backup; not always a UUID.'),
  href: text('Not part of v1 answers.'),
  metadata: v1Metadata.nullish().meta({ description: 'Written by the server.' }),
  properties: z
    .object({
      id: text('The id once more; often null.'),
      clusterId: text('Id of the cluster.'),
      version: text('PostgreSQL version of the cluster.'),
      isActive: z.boolean().nullish().meta({ description: 'Whether the cluster still adds to the backup.' }),
      earliestRecoveryTargetTime: text('RFC 3339 date-time; missing until there is a base backup.'),
      size: count('Size in MB, with the write-ahead log.'),
      location: text('Object storage location of the backup.'),
    })
    .nullish()
    .meta({ description: 'What the backup is.' }),
});

/** A v1 backup. */
export type V1Backup = z.infer<typeof v1Backup>;

const links = z
  .object({
    prev: text('URL of the page before.'),
    previous: text('The same, as a how-to spells it.'),
    self: text('URL of this page.'),
    next: text('URL of the page after.'),
  })
  .nullish()
  .meta({ description: 'URLs of this page and those beside it.' });

/** What surrounds the items of a v1 list. */
export const v1ListEnvelope = z.object({
  type: text('Always collection.'),
  id: text('Id of the list; not always a UUID.'),
  href: text('URL of the list, for users and databases only.'),
  offset: count('Number of items before the first one here.'),
  limit: count('Largest number of items of a page.'),
  links,
  _links: links,
});

/** What surrounds the items of a v1 list. */
export type V1ListEnvelope = z.infer<typeof v1ListEnvelope>;
