// Resources of a module by their type, the v1 clusters among them, and what each of them stands for.
import { clusterTypes } from '../fields.js';
import { createTrail, noNames } from '../values/context.js';
import { evaluate } from '../values/evaluate.js';
import { findRepeat, repeat } from '../values/repeat.js';
import type {
  ClusterBlock,
  Module,
  ModuleInstance,
  Placed,
  ResourceBlock,
  ResourceInstance,
  StateInstance,
} from './module.js';

/** The resource type of v1's clusters. */
export const v1ClusterType = clusterTypes.v1;

/** Lists the clusters of a module whose instances are known. */
export function listClusters(module: Module): readonly ClusterBlock[] {
  return listResources(module, v1ClusterType);
}

/** Lists the resources of a type, in the order of files and places. */
export function listResources(module: Module, type: string): readonly ResourceBlock[] {
  const resources: ResourceBlock[] = [];
  for (const file of module.files)
    for (const block of file.body.items) {
      if (block.kind !== 'block' || block.type !== 'resource') continue;
      const [first, name] = block.labels;
      if (first?.text === type && name) resources.push(describeResource({ file, block }, name.text, module));
    }
  return resources;
}

function describeResource(placed: Placed, name: string, module: Module): ResourceBlock {
  const local = `${placed.block.labels[0]?.text}.${name}`;
  const addresses = [...new Set(module.instances.map((instance) => join(baseAddress(instance), local)))];
  const instances = module.instances.flatMap((instance) => listInstances(placed, local, instance));
  const [address = local] = addresses;
  return { ...placed, address, addresses, name, module, repeat: findRepeat(placed.block), instances };
}

function listInstances({ block }: Placed, local: string, instance: ModuleInstance): ResourceInstance[] {
  const base = join(instance.address, local);
  const stated = instance.state.resources.get(base) ?? [];
  const keys = stated.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const context = { scope: { instance }, names: noNames, trail: createTrail(), evaluate };
  return repeat(block, keys, context).map(({ key, isUnknown, isStated, suffix, scope }) => ({
    key,
    isUnknown: isUnknown || instance.isUnknown,
    isStated,
    address: base + suffix,
    scope,
    state: isUnknown ? undefined : findStated(stated, key),
  }));
}

/** Terraform moves what had no key to the first index, and back, by itself. */
function findStated(stated: readonly StateInstance[], key: string | number | undefined): StateInstance | undefined {
  const other = key === undefined ? 0 : key === 0 ? undefined : key;
  return stated.find((one) => one.key === key) ?? stated.find((one) => one.key === other);
}

/** The address of a module without keys. */
function baseAddress({ parent }: ModuleInstance): string {
  if (!parent) return '';
  return join(baseAddress(parent.scope.instance), `module.${parent.call.name}`);
}

function join(module: string, local: string): string {
  return module === '' ? local : `${module}.${local}`;
}
