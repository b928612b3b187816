// The v2 paths that a person may supply values for, as options and the decisions file spell them, and what v2 takes there.
import * as z from 'zod';
import { facts } from '../facts/index.js';
import type { Section } from '../model/finding.js';
import type { Leaf } from '../model/leaf.js';
import type { PathOf, ValueAt } from '../model/typed-path.js';
import { listLeaves, unwrap } from './leaves.js';
import { type ClusterCreate, v2CreateProperties } from './v2-cluster.js';

type Properties = ClusterCreate['properties'];
type LeafPath<T, P extends PathOf<T> = PathOf<T>> = P extends P
  ? NonNullable<ValueAt<T, P>> extends object
    ? never
    : P
  : never;

/** A v2 path below `properties`, dotted, or `location`, which chooses the request's host. */
export type DecisionPath = LeafPath<Properties> | 'location';

/** Values by decision path, typed by the v2 schema. */
export type DecisionValues = {
  readonly [P in DecisionPath]?: P extends 'location' ? string : NonNullable<ValueAt<Properties, P>>;
};

const location = z
  .enum(Object.keys(facts.locations))
  .meta({ description: 'v1 location of the cluster, which chooses the host.' });

/** Every decision path with the type of its value, in the order of the v2 schema. */
export const decisionLeaves: ReadonlyMap<string, Leaf> = new Map(
  [...listLeaves(v2CreateProperties), ...listLeaves(z.object({ location }))].map((leaf) => [leaf.path, leaf]),
);

/** The values that a decision path may have, where they can be listed; else none. */
export function listDecisionValues(path: string): readonly string[] {
  return decisionLeaves.get(path)?.values ?? [];
}

/** The path in the v2 document that a decision path stands for. */
export function toDocumentPath(path: string): string {
  return path === 'location' ? path : `properties.${path}`;
}

/** What differs from cluster to cluster: one value for several is never right. */
const ofOne = /^(?:name$|description$|connection\.|restoreFromBackup\.)/;

/** The widest section of a decisions file that fits a path: where v1 says nothing, and where v2 refuses what it says. */
export function sectionsOf(path: string): { readonly silent: Section; readonly said: Section } {
  if (ofOne.test(path)) return { silent: 'clusters', said: 'clusters' };
  // Nobody writes down passwords as they are, to say what each becomes.
  if (path === 'credentials.password') return { silent: 'defaults', said: 'repairs' };
  return { silent: path === 'backup.location' ? 'regions' : 'defaults', said: 'map' };
}

/** Whether a dotted path is one that a person may supply a value for. */
export function isDecisionPath(path: string): boolean {
  return decisionLeaves.has(path);
}

/** The schema of what v2 takes at a decision path. */
export function decisionSchema(path: string): z.ZodType {
  if (path === 'location') return location;
  let schema: z.ZodType = v2CreateProperties;
  for (const key of path.split('.')) schema = unwrap((schema as z.ZodObject).shape[key] as z.ZodType).inner;
  return schema;
}

/** What a value for a decision path must be, in words: its meaning, and the values it may have. */
export function describeLeaf(path: string): string {
  const schema = decisionSchema(path);
  const description = schema.meta()?.description ?? '';
  const { minValue, maxValue } = schema as { minValue?: number | null; maxValue?: number | null };
  const values = decisionLeaves.get(path)?.values;
  if (values) return `${description} One of ${values.join(', ')}`;
  return typeof minValue === 'number' ? `${description} ${minValue} to ${maxValue}` : description;
}
