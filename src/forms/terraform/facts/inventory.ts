// Users and databases of v1 clusters, of which v2 has no resources, and data that is read from v1.
import { findArgument } from '../module/blocks.js';
import { listResources } from '../module/clusters.js';
import type { ClusterBlock, Module, Placed, ResourceBlock } from '../module/module.js';
import type { Use } from '../references/uses.js';
import { evaluateKnown } from '../values/evaluate.js';

/** A user or a database. */
export interface InventoryBlock extends ResourceBlock {
  readonly kind: 'user' | 'database';
  /** Its cluster, where that is one of the module. */
  readonly cluster: ClusterBlock | undefined;
  /** What its instances are called in PostgreSQL, each once; undefined where nothing tells for one of them. */
  readonly names: readonly string[] | undefined;
}

const kinds = [
  { kind: 'user', type: 'ionoscloud_pg_user', argument: 'username' },
  { kind: 'database', type: 'ionoscloud_pg_database', argument: 'name' },
] as const;

/** Lists the users and databases of a module, whose uses of clusters are known. */
export function listInventory(module: Module, uses: readonly Use[]): readonly InventoryBlock[] {
  return kinds.flatMap(({ kind, type, argument }) =>
    listResources(module, type).map((resource) => ({
      ...resource,
      kind,
      cluster: findCluster(resource, uses),
      names: listNames(resource, argument),
    })),
  );
}

function findCluster({ file, block }: Placed, uses: readonly Use[]): ClusterBlock | undefined {
  const argument = findArgument(block.body, 'cluster_id');
  if (!argument) return undefined;
  const own = uses.filter((use) => use.file === file && use.start >= argument.start && use.end <= argument.end);
  const clusters = new Set(own.flatMap(({ shape }) => shape.clusters));
  return clusters.size === 1 ? [...clusters][0] : undefined;
}

function listNames({ block, instances }: ResourceBlock, argument: string): readonly string[] | undefined {
  const value = findArgument(block.body, argument)?.value;
  const names = value ? instances.map(({ scope }) => evaluateKnown(value, scope)?.value) : [undefined];
  const texts = names.filter((name) => typeof name === 'string');
  return texts.length === names.length ? [...new Set(texts)] : undefined;
}

/** A `data` block that asks v1. */
export interface OldData extends Placed {
  readonly type: string;
  readonly name: string;
}

/** Lists the data sources of a module that ask v1's API. */
export function listOldData(module: Module): readonly OldData[] {
  const found: OldData[] = [];
  for (const placed of module.resources.values()) {
    const [type, name] = placed.block.labels;
    if (placed.block.type === 'data' && type && name && /^ionoscloud_pg_(?!.*_v2$)/.test(type.text))
      found.push({ ...placed, type: type.text, name: name.text });
  }
  return found;
}
