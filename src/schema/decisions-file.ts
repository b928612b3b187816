// What a decisions file may hold: values by v2 path, each written out or taken from the environment. A blank value is a
// decision that is still open.
import * as z from 'zod';
import { facts } from '../facts/index.js';
import { decisionLeaves, decisionSchema } from './decisions.js';
import { addressDecisions, itemDecision } from './item-decision.js';
import { looseUuid } from './v2-cluster.js';

const fromEnvironment = z
  .strictObject({
    env: z
      .string()
      .min(1)
      .meta({
        description:
          'Name of the environment variable. {name} and {id} in it stand for those of the cluster, {NAME} and {ID} for the same in capital letters, with _ for all other signs.',
        examples: ['PG_{NAME}_PASSWORD'],
      }),
  })
  .meta({ description: 'A value from the environment.' });
const locations = Object.keys(facts.locations);

type Shape = Record<string, z.ZodType>;

/** What v2 takes at a path. Editors complete the backup locations that are known, and others are taken too. */
function takenAt(path: string): z.ZodType {
  const schema = decisionSchema(path);
  return path === 'backup.location' ? z.union([z.enum([...facts.backupLocations.v2]), schema]) : schema;
}

/** A value that a person decided, or that is still open. */
function decided(path: string): z.ZodType {
  return z.union([takenAt(path), fromEnvironment, z.null()]).optional();
}

/** Paths are taken dotted (`credentials.username`) and nested (`credentials: { username }`). */
function describeValues(paths: readonly string[]): Shape {
  const shape: Shape = {};
  const blocks: Record<string, Shape> = {};
  for (const path of paths) {
    shape[path] = decided(path);
    const [block = '', leaf] = path.split('.');
    if (leaf === undefined) continue;
    blocks[block] ??= {};
    blocks[block][leaf] = decided(path);
  }
  for (const [block, leaves] of Object.entries(blocks)) shape[block] = z.strictObject(leaves).nullish();
  return shape;
}

const paths = [...decisionLeaves.keys()];
const shape = describeValues(paths);
const values = z.strictObject(shape).meta({ id: 'values' });
const ofRegion = z.strictObject(describeValues(paths.filter((path) => path !== 'location'))).meta({ id: 'ofRegion' });
const ofCluster = z
  .strictObject({
    ...shape,
    [itemDecision]: z
      .union([
        z.int().min(0).meta({ description: 'Which of several connections of v1, counted from 0.' }),
        shape[itemDecision] as z.ZodType,
      ])
      .optional(),
    [addressDecisions.id]: looseUuid.nullish().meta({
      description: 'Id of the cluster, where the key is its Terraform address and no state tells it.',
    }),
    [addressDecisions.forget]: z.boolean().nullish().meta({
      description:
        'Of a Terraform address: whether Terraform is to forget the user or database, which v2 has no resource for.',
    }),
  })
  .meta({ id: 'ofCluster' });
const mappings = z.strictObject(
  Object.fromEntries(
    paths.map((path) => [path, z.record(z.string(), z.union([takenAt(path), z.null()])).nullish()] as const),
  ),
);

/** A decisions file, its sections in the order in which they are written. */
export const decisionsFile = z
  .strictObject({
    defaults: values.nullish().meta({ description: 'Used only where v1 and regions supply nothing.' }),
    regions: z
      .strictObject(Object.fromEntries(locations.map((location) => [location, ofRegion.nullish()] as const)))
      .nullish()
      .meta({ description: 'Used only where v1 supplies nothing, for documents of one v1 location.' }),
    map: mappings.nullish().meta({ description: 'v1 value to v2 value, by v2 path; of sizes the number in GB.' }),
    repairs: values.nullish().meta({ description: 'Used only where v2 refuses what v1 says.' }),
    clusters: z.record(z.string(), ofCluster.nullable()).nullish().meta({
      description:
        'Wins over everything; keyed by cluster id, by digest (sha256:…), by displayName, or by Terraform address.',
    }),
  })
  .meta({ title: 'Decisions', description: 'What people decided for the translation of v1 documents to v2.' });
