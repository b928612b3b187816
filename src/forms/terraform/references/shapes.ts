// Which expressions are v1 clusters as a whole: one of them, or all that a block stands for.
import { literalText } from '../module/blocks.js';
import { v1ClusterType } from '../module/clusters.js';
import type { ClusterBlock } from '../module/module.js';
import type { Expression, Name, ObjectExpression, Step, Traversal } from '../syntax/tree.js';

/** Clusters, as the value of an expression. */
export interface Shape {
  /** Those that it may be; none where the module declares none of that name. */
  readonly clusters: readonly ClusterBlock[];
  /** Whether it is a list or a map of them. */
  readonly isMany: boolean;
  /** Those of an object that is written out, by their keys. */
  readonly members?: ReadonlyMap<string, Shape>;
}

/** What stands for clusters at a place. */
export interface Surroundings {
  readonly clusters: ReadonlyMap<string, ClusterBlock>;
  /** Names that `for` declared, and `self`; undefined for those that are something else. */
  readonly names: ReadonlyMap<string, Shape | undefined>;
  /** Names whose `.value` is a cluster: `each`, and the iterators of `dynamic` blocks. */
  readonly iterators: ReadonlyMap<string, Shape>;
  readonly locals: ReadonlyMap<string, Shape>;
}

/** What a traversal begins with, where that is clusters. */
export interface Base {
  readonly shape: Shape;
  /** How many steps name them. */
  readonly used: number;
}

/** How far a traversal goes with clusters as a whole. */
export interface Walk extends Base {
  /** The splat that asks what follows of each item of a list. */
  readonly spread: Splat | undefined;
}

type Splat = Step & { readonly kind: 'splat' };

/** Functions that give clusters where they are given some. */
const giveMany = new Set(['values', 'tolist', 'tomap', 'concat', 'merge', 'flatten', 'reverse', 'slice']);
const giveOne = new Set(['one', 'element', 'lookup']);
const giveSame = new Set(['try', 'coalesce']);

/** The clusters that an expression is as a whole; undefined where it is something else, such as an attribute of one. */
export function shapeOf(expression: Expression, around: Surroundings): Shape | undefined {
  switch (expression.kind) {
    case 'variable':
      return around.names.get(expression.name);
    case 'parens':
      return shapeOf(expression.inner, around);
    case 'traversal': {
      const walk = walkClusters(expression, around);
      return walk?.used === expression.steps.length ? walk.shape : undefined;
    }
    case 'call':
      return shapeOfCall(expression.name, expression.args, around);
    case 'tuple': {
      const joined = join(expression.items, around);
      return joined && { ...joined, isMany: true };
    }
    case 'object':
      return shapeOfObject(expression, around);
    case 'conditional':
      return join([expression.then, expression.otherwise], around);
    case 'for': {
      const shape = expression.groups ? undefined : shapeOf(expression.value, declareNames(expression, around));
      return shape && !shape.isMany ? { ...shape, isMany: true } : undefined;
    }
    default:
      return undefined;
  }
}

/** What stands for clusters where a `for` has declared its names. */
export function declareNames(introduction: Introduction, around: Surroundings): Surroundings {
  const { keyName, valueName, collection } = introduction;
  const shape = shapeOf(collection, around);
  const names = new Map(around.names);
  if (keyName) names.set(keyName.name, undefined);
  names.set(valueName.name, shape?.isMany ? { ...shape, isMany: false } : undefined);
  return { ...around, names };
}

interface Introduction {
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
}

function shapeOfObject({ items }: ObjectExpression, around: Surroundings): Shape | undefined {
  const members = new Map<string, Shape>();
  for (const { key, value } of items) {
    const name = key.kind === 'variable' ? key.name : literalText(key);
    const shape = shapeOf(value, around);
    if (name === undefined || !shape || shape.isMany) return undefined;
    members.set(name, shape);
  }
  const clusters = [...members.values()].flatMap((shape) => shape.clusters);
  return members.size > 0 ? { clusters, isMany: true, members } : undefined;
}

function shapeOfCall(name: string, args: readonly Expression[], around: Surroundings): Shape | undefined {
  if (giveSame.has(name)) return join(args, around);
  const isOne = giveOne.has(name);
  if (!isOne && !giveMany.has(name)) return undefined;
  const joined = join(isOne ? args.slice(0, 1) : args, around);
  return joined && { ...joined, isMany: !isOne };
}

/** Several expressions that are clusters, but for those that are nothing. */
function join(expressions: readonly Expression[], around: Surroundings): Shape | undefined {
  const clusters: ClusterBlock[] = [];
  let isMany: boolean | undefined;
  for (const expression of expressions) {
    if (isNothing(expression)) continue;
    const shape = shapeOf(expression, around);
    if (!shape || (isMany ?? shape.isMany) !== shape.isMany) return undefined;
    clusters.push(...shape.clusters);
    isMany = shape.isMany;
  }
  return isMany === undefined ? undefined : { clusters, isMany };
}

function isNothing(expression: Expression): boolean {
  if (expression.kind === 'literal') return expression.value === null;
  const isEmpty = expression.kind === 'tuple' || expression.kind === 'object';
  return isEmpty && expression.items.length === 0;
}

/** The steps of a traversal that lead from clusters to clusters; undefined where it does not begin with any. */
export function walkClusters(traversal: Traversal, around: Surroundings): Walk | undefined {
  const base = findBase(traversal, around);
  if (!base) return undefined;
  let { used, shape } = base;
  for (const step of traversal.steps.slice(used)) {
    if (step.kind === 'splat')
      return { shape: { clusters: shape.clusters, isMany: true }, used: used + 1, spread: step };
    const item = shape.isMany ? itemOf(shape, step) : undefined;
    // One cluster with a key behind it is one of its attributes: `x["ram"]`.
    if (!item) break;
    shape = item;
    used++;
  }
  return { shape, used, spread: undefined };
}

/** What a key takes out of a list or a map; the items of what `for_each` makes have no attributes for keys. */
function itemOf({ clusters, members }: Shape, step: Step): Shape | undefined {
  const name = nameOf(step);
  if (members && name !== undefined) return members.get(name);
  return step.kind === 'index' ? { clusters, isMany: false } : undefined;
}

function findBase({ root, steps }: Traversal, around: Surroundings): Base | undefined {
  if (root.kind !== 'variable') {
    const shape = shapeOf(root, around);
    return shape && { shape, used: 0 };
  }
  const own = around.names.get(root.name);
  if (own || around.names.has(root.name)) return own && { shape: own, used: 0 };
  const name = nameOf(steps[0]);
  if (name === undefined) return undefined;
  if (root.name === v1ClusterType) return { shape: shapeOfBlock(around.clusters.get(name)), used: 1 };
  const shape = root.name === 'local' ? around.locals.get(name) : name === 'value' && around.iterators.get(root.name);
  return shape ? { shape, used: 1 } : undefined;
}

function shapeOfBlock(cluster: ClusterBlock | undefined): Shape {
  return cluster ? { clusters: [cluster], isMany: cluster.repeat !== undefined } : { clusters: [], isMany: false };
}

/** The name that a step takes, as an attribute or as a key that is written out. */
export function nameOf(step: Step | undefined): string | undefined {
  if (step?.kind === 'attribute') return step.name;
  return step?.kind === 'index' ? literalText(step.key) : undefined;
}
