// Which cluster of a v2 configuration each cluster of a v1 configuration became: by its address, else by its id.
import { clusterTypes } from '../../forms/terraform/fields.js';
import { listResources } from '../../forms/terraform/module/clusters.js';
import { listImports } from '../../forms/terraform/module/imports.js';
import type { Project, ResourceBlock } from '../../forms/terraform/module/module.js';
import type { TranslatedCluster } from '../../pipeline/terraform/cluster.js';
import { isOutside, type TranslatedInstance } from '../../pipeline/terraform/instances.js';
import type { PlacedCluster } from './clusters.js';

/** A v1 cluster and its twin. */
export interface Pair {
  readonly cluster: TranslatedCluster;
  readonly one: TranslatedInstance;
  readonly twin: PlacedCluster | undefined;
}

/** A project with the folder that its paths are told from. */
export interface Rooted {
  readonly project: Project;
  readonly folder: string;
}

/** The clusters of the v2 type in a project, each with its id. */
export function listPlaced({ project }: Rooted): PlacedCluster[] {
  const ids = new Map(project.modules.map((module) => [module, listImports(module)]));
  return project.modules.flatMap((module) =>
    listResources(module, clusterTypes.v2).flatMap((block) =>
      block.instances.map((instance) => {
        const root = rootOf(instance.scope.instance);
        return { block, instance, id: ids.get(root)?.get(instance.address) };
      }),
    ),
  );
}

function rootOf({ module, parent }: ResourceBlock['instances'][number]['scope']['instance']): ResourceBlock['module'] {
  return parent ? rootOf(parent.scope.instance) : module;
}

/** The name of a block in its project, whatever its resource type is. */
export function nameBlock({ module, name }: Pick<ResourceBlock, 'module' | 'name'>, { folder }: Rooted): string {
  return `${pathBelow(module.folder, folder)} ${name}`;
}

/** A path as it is told from a folder around it. */
export function pathBelow(path: string, folder: string): string {
  if (path === folder) return '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

/** Pairs each v1 cluster with a v2 cluster. */
export function pairClusters(
  v1: Rooted & { readonly clusters: readonly TranslatedCluster[] },
  v2: Rooted & { readonly placed: readonly PlacedCluster[] },
): Pair[] {
  return v1.clusters.flatMap((cluster) => {
    const name = nameBlock(cluster.opened.cluster, v1);
    const named = v2.placed.filter(({ block }) => nameBlock(block, v2) === name);
    return cluster.instances.map((one) => ({ cluster, one, twin: findTwin(one, named) ?? findById(one, v2.placed) }));
  });
}

function findTwin({ instance }: TranslatedInstance, named: readonly PlacedCluster[]): PlacedCluster | undefined {
  const address = toV2Address(instance.address);
  const exact = named.find((placed) => placed.instance.address === address);
  if (exact) return exact;
  // Where nothing tells the keys of one side, its block stands for all.
  const isLoose = instance.isUnknown || instance.isStated || isOutside(instance);
  return named.find((placed) => isLoose || placed.instance.isUnknown);
}

function findById({ id }: TranslatedInstance, placed: readonly PlacedCluster[]): PlacedCluster | undefined {
  return id === undefined ? undefined : placed.find((other) => other.id?.toLowerCase() === id.toLowerCase());
}

/** The address that a v1 cluster has in v2. */
function toV2Address(address: string): string {
  return `.${address}`.replace(`.${clusterTypes.v1}.`, `.${clusterTypes.v2}.`).slice(1);
}
