// What a decisions file may hold: values by v2 path, each written out or taken from the environment. A blank value is a
// decision that is still open.
import * as z from 'zod';
import { decisionLeaves } from './decisions.js';
import { itemDecision } from './item-decision.js';

const fromEnvironment = z
  .strictObject({ env: z.string().min(1).meta({ description: 'Name of the environment variable.' }) })
  .meta({ description: 'A value from the environment.' });
const scalars = { string: z.string(), number: z.number(), boolean: z.boolean() } as const;

type Shape = Record<string, z.ZodType>;

/** A value that a person decided, or that is still open. */
function decided(type: keyof typeof scalars): z.ZodType {
  return z.union([scalars[type], fromEnvironment, z.null()]).optional();
}

/** Every path is taken dotted (`credentials.username`) and nested (`credentials: { username }`). */
function describeValues(): Shape {
  const shape: Shape = {};
  const blocks: Record<string, Shape> = {};
  for (const { path, type } of decisionLeaves.values()) {
    shape[path] = decided(type);
    const [block = '', leaf] = path.split('.');
    if (leaf === undefined) continue;
    blocks[block] ??= {};
    blocks[block][leaf] = decided(type);
  }
  for (const [block, leaves] of Object.entries(blocks)) shape[block] = z.strictObject(leaves).nullish();
  return shape;
}

const shape = describeValues();
const values = z.strictObject(shape);
const ofCluster = z.strictObject({
  ...shape,
  [itemDecision]: z
    .union([
      z.int().min(0).meta({ description: 'Which of several connections of v1, counted from 0.' }),
      shape[itemDecision] as z.ZodType,
    ])
    .optional(),
});
const mappings = z.strictObject(
  Object.fromEntries(
    [...decisionLeaves.values()].map(({ path, type }) => [
      path,
      z.record(z.string(), z.union([scalars[type], z.null()])).nullish(),
    ]),
  ),
);

/** A decisions file. */
export const decisionsFile = z
  .strictObject({
    defaults: values.nullish().meta({ description: 'Used only where v1 supplies nothing.' }),
    map: mappings.nullish().meta({ description: 'v1 value to v2 value, by v2 path.' }),
    clusters: z.record(z.string(), ofCluster.nullable()).nullish().meta({
      description:
        'Wins over everything; keyed by cluster id, by displayName, or by where the document stands (file, file:line, file#/pointer).',
    }),
  })
  .meta({ title: 'Decisions', description: 'What people decided for the translation of v1 documents to v2.' });
