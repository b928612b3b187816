// The v2 paths that a person may supply values for, as options and the decisions file spell them.
import type { Leaf } from '../model/leaf.js';
import type { PathOf, ValueAt } from '../model/typed-path.js';
import { listLeaves } from './leaves.js';
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

/** Every decision path with the type of its value, in the order of the v2 schema. */
export const decisionLeaves: ReadonlyMap<string, Leaf> = new Map(
  [
    ...listLeaves(v2CreateProperties),
    {
      path: 'location',
      type: 'string',
      takes: ['string'],
      required: true,
      requiredInContainer: true,
      optionalContainers: [],
    } as const,
  ].map((leaf) => [leaf.path, leaf]),
);

/** The path in the v2 document that a decision path stands for. */
export function toDocumentPath(path: string): string {
  return path === 'location' ? path : `properties.${path}`;
}

/** Whether a dotted path is one that a person may supply a value for. */
export function isDecisionPath(path: string): boolean {
  return decisionLeaves.has(path);
}
