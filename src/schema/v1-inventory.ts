// The structure of v1 users and databases, of which v2 has no documents. As for clusters, only types and shapes are
// checked; v1's own limits are documentation.
import * as z from 'zod';
import { v1Metadata } from './v1-cluster.js';

const text = (description: string) => z.string().nullish().meta({ description });
const name = (description: string) => text(description).meta({ minLength: 1, maxLength: 63 });

const envelope = {
  type: text('user or database, in answers.'),
  id: text('Id of the user or database, in answers; not always a UUID.'),
  href: text('URL of the user or database, in answers.'),
  metadata: v1Metadata
    .extend({ resourceURN: text('Name of the resource in the cloud.') })
    .nullish()
    .meta({ description: 'Written by the server.' }),
};

/** v1 user: what GET answers, the body of POST /users, and that of a PATCH, which has a password only. */
export const v1User = z.object({
  ...envelope,
  properties: z
    .object({
      username: name('Name of the user.'),
      password: text('Its password (secret), in requests only.').meta({
        writeOnly: true,
        minLength: 10,
        maxLength: 63,
      }),
      system: z.boolean().nullish().meta({ description: 'Whether the user is of the system.', readOnly: true }),
    })
    .nullish()
    .meta({ description: 'What the user is.' }),
});

/** v1 database: what GET answers, and the body of POST /databases. */
export const v1Database = z.object({
  ...envelope,
  properties: z
    .object({ name: name('Name of the database.'), owner: name('Name of the user that owns it.') })
    .nullish()
    .meta({ description: 'What the database is.' }),
});

/** What there is of a v2 document for users and databases: nothing. */
export const noDocument = z.strictObject({});

type Members<T extends z.ZodType> = Partial<NonNullable<(z.infer<T> & { properties?: unknown })['properties']>>;

/** A v1 user or database, in one type for the rules that both share. */
export type V1Inventory = Omit<z.infer<typeof v1User>, 'properties'> & {
  readonly properties?: Members<typeof v1User> & Members<typeof v1Database>;
};
