// The v1 clusters of a module, and what each of them stands for.
import { createTrail, noNames } from '../values/context.js';
import { evaluate } from '../values/evaluate.js';
import { findRepeat, repeat } from '../values/repeat.js';
import type { ClusterBlock, ClusterInstance, Module, ModuleInstance, Placed } from './module.js';

/** The resource type of v1's clusters. */
export const v1ClusterType = 'ionoscloud_pg_cluster';

/** Lists the clusters of a module whose instances are known. */
export function listClusters(module: Module): ClusterBlock[] {
  const clusters: ClusterBlock[] = [];
  for (const file of module.files)
    for (const block of file.body.items) {
      const [type, name] = block.kind === 'block' ? block.labels : [];
      if (block.kind !== 'block' || block.type !== 'resource' || type?.text !== v1ClusterType || !name) continue;
      clusters.push(describeCluster({ file, block }, name.text, module));
    }
  return clusters;
}

function describeCluster({ file, block }: Placed, name: string, module: Module): ClusterBlock {
  const local = `${v1ClusterType}.${name}`;
  const addresses = [...new Set(module.instances.map((instance) => join(baseAddress(instance), local)))];
  const instances = module.instances.flatMap((instance) => listInstances(block, local, instance));
  const [address = local] = addresses;
  return { address, addresses, name, file, block, module, repeat: findRepeat(block), instances };
}

function listInstances(block: ClusterBlock['block'], local: string, instance: ModuleInstance): ClusterInstance[] {
  const base = join(instance.address, local);
  const stated = instance.state.resources.get(base) ?? [];
  const keys = stated.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const context = { scope: { instance }, names: noNames, trail: createTrail(), evaluate };
  return repeat(block, keys, context).map(({ key, isUnknown, suffix, scope }) => ({
    key,
    isUnknown: isUnknown || instance.isUnknown,
    address: base + suffix,
    scope,
    state: isUnknown ? undefined : stated.find((one) => one.key === key),
  }));
}

/** The address of a module without keys. */
function baseAddress({ parent }: ModuleInstance): string {
  if (!parent) return '';
  return join(baseAddress(parent.scope.instance), `module.${parent.call.name}`);
}

function join(module: string, local: string): string {
  return module === '' ? local : `${module}.${local}`;
}
