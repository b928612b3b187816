// One module of a run: what becomes of its clusters and of what stands beside them, and the edits that write it.
import { facts } from '../../facts/index.js';
import type { Fact } from '../../forms/terraform/facts/fact.js';
import { forgetResources } from '../../forms/terraform/facts/forget.js';
import { type InventoryBlock, listInventory, listOldData } from '../../forms/terraform/facts/inventory.js';
import { listObstacles } from '../../forms/terraform/facts/obstacles.js';
import { judgePins } from '../../forms/terraform/facts/pins.js';
import { judgeUnits } from '../../forms/terraform/facts/units.js';
import type { ClusterBlock, Module } from '../../forms/terraform/module/module.js';
import { findUses } from '../../forms/terraform/references/find.js';
import { rewriteUses } from '../../forms/terraform/references/rewrite.js';
import { sliceRanges } from '../../forms/terraform/syntax/ranges.js';
import type { HclFile } from '../../forms/terraform/syntax/tree.js';
import type { Edit } from '../../forms/terraform/write/edits.js';
import { prepareOffers } from '../../supply/databases.js';
import type { Prepared } from '../../supply/options.js';
import { type TranslatedCluster, translateCluster } from './cluster.js';
import { tellInventory, tellNewClusters, tellOldData, tellUnreadable } from './others.js';
import type { ModuleTranslation } from './outcome.js';
import { megabyteArguments, referenceRows } from './tables.js';

/** A module and what becomes of it. */
export interface ModuleWork {
  readonly module: Module;
  readonly clusters: readonly TranslatedCluster[];
  /** What is told of others than clusters. */
  readonly others: readonly ModuleTranslation[];
  readonly facts: readonly Fact[];
  /** Changes outside of the blocks of clusters. */
  readonly edits: readonly Edit[];
}

/** Works on a module; `isConcerned` tells whether its versions are those of a v1 cluster. */
export function workOn(module: Module, options: Prepared, isConcerned: boolean): ModuleWork {
  const uses = findUses(module);
  const references = rewriteUses(uses, referenceRows());
  const inventory = listInventory(module, uses);
  const forgotten = inventory.filter((resource) => isForgotten(resource, options));
  const removal = forgetResources(module, forgotten, references.edits);
  const pins = isConcerned ? judgePins(module, facts.terraform) : { facts: [], edits: [] };
  const edits = [...references.edits, ...removal.edits, ...pins.edits];
  const inFile = groupByFile(edits);
  const clusters = module.clusters.map((cluster) => {
    const own = { ...options, ...offerDatabases(cluster, inventory) };
    // What stands in the block of a cluster is written with it.
    return translateCluster(cluster, own, sliceRanges(inFile.get(cluster.file) ?? [], cluster.block));
  });
  const units = { arguments: megabyteArguments(), mbPerGb: facts.limits.mbPerGb };
  return {
    module,
    clusters,
    others: [
      ...tellUnreadable(module),
      ...inventory.map((resource) => tellInventory(resource, forgotten.includes(resource))),
      ...listOldData(module).map(tellOldData),
      ...tellNewClusters(module),
    ],
    facts: [
      ...references.facts,
      ...removal.facts,
      ...module.clusters.flatMap((cluster) => judgeUnits(cluster, units)),
      ...listObstacles(module),
      ...pins.facts,
    ],
    edits,
  };
}

function isForgotten({ address, addresses }: InventoryBlock, { supplyFor }: Prepared): boolean {
  return [address, ...addresses].some((one) => supplyFor(undefined, one).isForgotten === true);
}

/** The databases of a cluster that are resources in its module, as names for `credentials.database`. */
function offerDatabases(cluster: ClusterBlock, inventory: readonly InventoryBlock[]): Partial<Prepared> {
  const own = inventory.filter((resource) => resource.kind === 'database' && resource.cluster === cluster);
  const sources = own.flatMap(({ address, names = [] }) => {
    const items = names.map((name) => ({ properties: { name, owner: '-' } }));
    return items.length === 0 ? [] : [{ name: address, value: { items } }];
  });
  return sources.length === 0 ? {} : { databasesFor: prepareOffers(sources) };
}

function groupByFile(edits: readonly Edit[]): ReadonlyMap<HclFile, readonly Edit[]> {
  const byFile = new Map<HclFile, Edit[]>();
  for (const edit of edits) {
    const own = byFile.get(edit.file);
    if (own) own.push(edit);
    else byFile.set(edit.file, [edit]);
  }
  for (const own of byFile.values()) own.sort((left, right) => left.start - right.start);
  return byFile;
}
