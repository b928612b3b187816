// The schemas as JSON Schema (draft 2020-12), for editors and other programs, made from the same zod schemas.
import * as z from 'zod';
import { decisionsFile } from './decisions-file.js';
import { report } from './report.js';
import { result } from './result.js';
import { v1Backup, v1ListEnvelope } from './v1-backup.js';
import { v1Cluster, v1FromBackup, v1Properties } from './v1-cluster.js';
import { v1Database, v1User } from './v1-inventory.js';
import { clusterCreate, clusterEnsure, restoreInPlace, v2RestoreCreate } from './v2-cluster.js';
import { backupRead, backupReadList, clusterReadList } from './v2-lists.js';
import { clusterRead } from './v2-read.js';
import { postgresVersionRead, postgresVersionReadList, v1PostgresVersionList } from './versions.js';

/** What POST /clusters asked for. */
const neededProperties = v1Properties.meta({
  required: [
    'displayName',
    'postgresVersion',
    'location',
    'instances',
    'cores',
    'ram',
    'storageSize',
    'storageType',
    'connections',
    'credentials',
    'synchronizationMode',
  ],
});
const v1Create = v1Cluster.extend({ properties: neededProperties }).meta({ required: ['properties'] });

/** A v1 list: a page of documents, with what surrounds them. */
function listOf(item: z.ZodType): z.ZodType {
  return v1ListEnvelope.extend({ items: z.array(item).nullish().meta({ description: 'The documents of the page.' }) });
}

/** The schemas by name, and the documents of each version by kind; the first of a version is its usual one. */
export const jsonSchemas = {
  v1: {
    create: v1Create,
    properties: neededProperties,
    response: v1Cluster,
    patch: v1Cluster,
    'from-backup': v1FromBackup,
    restore: v1FromBackup,
    backup: v1Backup,
    user: v1User,
    database: v1Database,
    list: listOf(v1Cluster),
    'backup-list': listOf(v1Backup),
    'user-list': listOf(v1User),
    'database-list': listOf(v1Database),
    'version-list': v1PostgresVersionList,
  },
  v2: {
    create: clusterCreate,
    ensure: clusterEnsure,
    read: clusterRead,
    'read-list': clusterReadList,
    'restore-from-backup': v2RestoreCreate,
    'restore-in-place': restoreInPlace,
    backup: backupRead,
    'backup-list': backupReadList,
    version: postgresVersionRead,
    'version-list': postgresVersionReadList,
  },
  report: { report },
  result: { result },
  decisions: { decisions: decisionsFile },
} as const;

/** Name of a group of schemas. */
export type SchemaName = keyof typeof jsonSchemas;

/** The kinds of documents that a group has schemas for. */
export function listSchemaKinds(name: SchemaName): string[] {
  return Object.keys(jsonSchemas[name]);
}

/**
 * A schema as JSON Schema (draft 2020-12), with descriptions, units, patterns and examples; of v1 also its documented
 * limits, which a translation does not hold documents to. `id` is the address that others name it by, as `$id`. Throws a
 * TypeError for a kind that there is not.
 */
export function makeJsonSchema(
  name: SchemaName,
  kind = listSchemaKinds(name)[0] ?? '',
  id?: string,
): Record<string, unknown> {
  const kinds: Readonly<Record<string, z.ZodType>> = jsonSchemas[name];
  const schema = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!schema)
    throw new TypeError(`schema ${name}: there is no kind ${kind}; there are ${Object.keys(kinds).join(', ')}`);
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => forgetNames(jsonSchema),
  });
  const title =
    name === 'v1' || name === 'v2' ? `IONOS DBaaS PostgreSQL ${name}: ${kind}` : `ionos-pg-migrate: ${kind}`;
  return { $schema, ...(id === undefined ? {} : { $id: id }), title, ...rest };
}

/** That names of members are texts needs no saying, and editors take a `2` of YAML for none. */
function forgetNames(schema: { propertyNames?: unknown }): void {
  if (JSON.stringify(schema.propertyNames) === '{"type":"string"}') delete schema.propertyNames;
}
