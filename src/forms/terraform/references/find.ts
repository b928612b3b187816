// Finds every use of a v1 cluster in the native files of a module.
import { findArgument, literalText } from '../module/blocks.js';
import { v1ClusterType } from '../module/clusters.js';
import type { ClusterBlock, Module } from '../module/module.js';
import type { Attribute, Block } from '../syntax/tree.js';
import { type Search, searchExpression } from './expressions.js';
import { type Shape, type Surroundings, shapeOf } from './shapes.js';
import type { Role, Use } from './uses.js';

/** Locals that name locals are followed this often. */
const maxRounds = 8;

/** Lists the uses of v1 clusters, in the order of files and places. */
export function findUses(module: Module): readonly Use[] {
  const uses: Use[] = [];
  const around = listNames(module);
  for (const file of module.files) {
    const search: Search = { file, around, role: 'value', note: (use) => uses.push(use) };
    for (const item of file.body.items) if (item.kind === 'block') searchTop(item, search);
  }
  return uses;
}

function listNames(module: Module): Surroundings {
  const clusters = new Map(module.clusters.map((cluster) => [cluster.name, cluster]));
  const locals = new Map<string, Shape>();
  const around: Surroundings = { clusters, locals, names: new Map(), iterators: new Map() };
  for (let round = 0, known = -1; known < locals.size && round < maxRounds; round++) {
    known = locals.size;
    for (const [name, { value }] of module.locals) {
      const shape = 'expression' in value ? shapeOf(value.expression, around) : undefined;
      if (shape) locals.set(name, shape);
    }
  }
  return around;
}

/** Blocks that speak of addresses in the state, not of values. */
const addressBlocks = new Set(['moved', 'removed', 'import']);

function searchTop(block: Block, search: Search): void {
  if (addressBlocks.has(block.type)) return;
  if (block.type === 'locals') {
    for (const item of block.body.items)
      if (item.kind === 'attribute') searchExpression(item.value, { ...search, role: roleOfLocal(item, search) });
    return;
  }
  const { around } = search;
  const cluster = clusterOf(block, around);
  const own = cluster ? withName(around, 'self', { clusters: [cluster], isMany: false }) : around;
  searchBody(block, { ...search, around: withEach(own, 'each', block) }, dependsRole(block));
}

function roleOfLocal({ value }: Attribute, { around }: Search): Role {
  return shapeOf(value, around) ? 'followed' : 'value';
}

function clusterOf({ type, labels }: Block, around: Surroundings): ClusterBlock | undefined {
  const [first, second] = labels;
  return type === 'resource' && first?.text === v1ClusterType ? around.clusters.get(second?.text ?? '') : undefined;
}

/** Whether what waits for a cluster is changed by it, or read only once the cluster is changed. */
function dependsRole({ type }: Block): Role {
  return type === 'data' || type === 'module' ? 'depends-on-read' : 'depends-on-resource';
}

function withName(around: Surroundings, name: string, shape: Shape): Surroundings {
  return { ...around, names: new Map(around.names).set(name, shape) };
}

/** `NAME.value` within a block whose `for_each` goes through clusters. */
function withEach(around: Surroundings, name: string, block: Block): Surroundings {
  const argument = findArgument(block.body, 'for_each');
  const shape = argument && shapeOf(argument.value, around);
  if (!shape?.isMany) return around;
  return { ...around, iterators: new Map(around.iterators).set(name, { ...shape, isMany: false }) };
}

/** Goes through a block; `depends` is what `depends_on` means in it. */
function searchBody(block: Block, search: Search, depends: Role): void {
  for (const item of block.body.items) {
    if (item.kind === 'attribute') searchArgument(item, search, depends);
    else if (item.type === 'lifecycle') searchLifecycle(item, search, depends);
    else searchBody(item, item.type === 'dynamic' ? searchDynamic(item, search) : search, depends);
  }
}

function searchArgument(argument: Attribute, search: Search, depends: Role): void {
  const { name, value } = argument;
  if (name === 'provider' || name === 'providers' || name === 'ignore_changes') return;
  const isFollowed = name === 'for_each' && shapeOf(value, search.around)?.isMany === true;
  const role = name === 'depends_on' ? depends : isFollowed ? 'followed' : 'value';
  searchExpression(value, { ...search, role });
}

function searchLifecycle(block: Block, search: Search, depends: Role): void {
  for (const item of block.body.items) {
    if (item.kind === 'block') searchBody(item, search, depends);
    else if (item.name === 'replace_triggered_by') searchExpression(item.value, { ...search, role: 'trigger' });
    else searchArgument(item, search, depends);
  }
}

function searchDynamic(block: Block, search: Search): Search {
  const argument = findArgument(block.body, 'iterator');
  const named = argument?.value.kind === 'variable' ? argument.value.name : literalText(argument?.value);
  const name = named ?? block.labels[0]?.text;
  return name === undefined ? search : { ...search, around: withEach(search.around, name, block) };
}
