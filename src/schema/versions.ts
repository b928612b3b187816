// Lists of PostgreSQL versions: names in v1, a resource for each in v2.
import * as z from 'zod';
import { v2ListEnvelope } from './v2-lists.js';

const text = (description: string) => z.string().meta({ description });

/** One version in a v1 list. */
export const v1PostgresVersion = z.object({
  name: z
    .string()
    .nullish()
    .meta({ description: 'PostgreSQL major version.', examples: ['15'] }),
});

/** One version in a v1 list. */
export type V1PostgresVersion = z.infer<typeof v1PostgresVersion>;

/** v1 list of versions: what GET /versions answers. */
export const v1PostgresVersionList = z.object({
  data: z.array(v1PostgresVersion).nullish().meta({ description: 'The versions.' }),
});

/** v2 version as GET /versions returns it; what only the server knows may be missing from one that was made offline. */
export const postgresVersionRead = z.strictObject({
  type: text('Type of the resource.').optional(),
  id: text('UUID of the version.').meta({ format: 'uuid' }).optional(),
  href: text('URL of the version.').optional(),
  metadata: z.looseObject({}).meta({ description: 'Free-form.' }).optional(),
  properties: z.strictObject({
    version: text('PostgreSQL major version.').meta({ examples: ['15'] }),
    status: text('How far the version is recommended.')
      .meta({ examples: ['SUPPORTED'] })
      .optional(),
    comment: text('What there is to say of it.').optional(),
    canUpgradeTo: z.array(z.string()).meta({ description: 'Versions that it can be upgraded to.' }).optional(),
  }),
});

/** v2 version as GET /versions returns it. */
export type PostgresVersionRead = z.infer<typeof postgresVersionRead>;

/** v2 list of versions as GET /versions returns it. */
export const postgresVersionReadList = v2ListEnvelope.extend({ items: z.array(postgresVersionRead).optional() });

/** v2 list of versions. */
export type PostgresVersionReadList = z.infer<typeof postgresVersionReadList>;
