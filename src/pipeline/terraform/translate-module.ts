// Terraform modules: all files of a run go in, and for each module its translations and texts come out. A module with a
// blocked cluster is left alone as a whole.
import { messagesOf } from '../../engine/messages.js';

import type { Module, ModuleFile, StateInstance } from '../../forms/terraform/module/module.js';
import { readProject } from '../../forms/terraform/module/read.js';
import { findUses } from '../../forms/terraform/references/find.js';
import { rewriteUses } from '../../forms/terraform/references/rewrite.js';
import { sliceRanges } from '../../forms/terraform/syntax/ranges.js';
import type { HclFile } from '../../forms/terraform/syntax/tree.js';
import { findAnchor, insertBlocks, writeImports, writeRemoved } from '../../forms/terraform/write/adopt.js';
import { replaceBlock } from '../../forms/terraform/write/block/write.js';
import { applyEdits, type Edit } from '../../forms/terraform/write/edits.js';
import type { Finding } from '../../model/finding.js';
import { groupBy } from '../../model/group.js';
import { terraformPlan } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import type { Prepared } from '../../supply/options.js';
import { addFindings } from '../outcomes.js';
import { type TranslatedCluster, translateCluster } from './cluster.js';
import { referenceRows } from './tables.js';

const planFinding = messagesOf(terraformPlan);

/** The states of root modules, by folder. */
export type ModuleStates = ReadonlyMap<string, readonly StateInstance[]>;

/** What came of the modules of a run. */
export interface ModuleOutcome {
  readonly translations: readonly ModuleTranslation[];
  readonly modules: readonly ModuleTexts[];
}

/** A translation, and the file that its block stands in. */
export interface ModuleTranslation {
  readonly source: string;
  readonly translation: Translation;
}

/** The files of a module after the conversion. */
export interface ModuleTexts {
  readonly folder: string;
  /** Whether nothing of it was converted, since something in it, or in a module that has to import it, is blocked. */
  readonly isBlocked: boolean;
  readonly files: readonly ModuleText[];
}

/** A `.tf` file. */
export interface ModuleText {
  readonly path: string;
  readonly text: string;
  readonly isChanged: boolean;
}

/** Translates the modules in the files of a run. */
export function translateModules(
  files: readonly ModuleFile[],
  options: Prepared,
  states: ModuleStates = new Map(),
): ModuleOutcome {
  const { modules } = readProject(files, states);
  // An id without an address is that of the only cluster.
  const count = modules.flatMap(({ clusters }) => clusters.flatMap(({ instances }) => instances)).length;
  const own = count > 1 ? { ...options, id: undefined } : options;
  const work = modules.map((module) => translateOne(module, own));
  const blocked = new Set(work.filter(isBlocked).map(({ module }) => module));
  for (const { module, clusters } of work)
    if (clusters.some((cluster) => isImportBlocked(cluster, blocked))) blocked.add(module);
  const adoptions = listAdoptions(
    work.filter(({ module }) => !blocked.has(module)).flatMap(({ clusters }) => clusters),
  );
  const edits = groupByFile(work.filter(({ module }) => !blocked.has(module)).flatMap(listEdits));
  return {
    translations: work.flatMap(({ clusters }) =>
      clusters.map((cluster) => ({
        source: cluster.opened.cluster.file.path,
        translation: tellNext(cluster, adoptions),
      })),
    ),
    modules: modules.map((module) => ({
      folder: module.folder,
      isBlocked: blocked.has(module),
      files: module.files.map((file) => writeFile(file, edits.get(file) ?? [])),
    })),
  };
}

interface ModuleWork {
  readonly module: Module;
  readonly clusters: readonly TranslatedCluster[];
  /** What references to clusters become, outside of the blocks of clusters. */
  readonly references: readonly Edit[];
}

function translateOne(module: Module, options: Prepared): ModuleWork {
  const { edits } = rewriteUses(findUses(module), referenceRows());
  const byFile = groupByFile(edits);
  const inside = new Set<Edit>();
  const clusters = module.clusters.map((cluster) => {
    // What stands in the block of a cluster is written with it.
    const own = sliceRanges(byFile.get(cluster.file) ?? [], cluster.block);
    for (const edit of own) inside.add(edit);
    return translateCluster(cluster, options, own);
  });
  return { module, clusters, references: edits.filter((edit) => !inside.has(edit)) };
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

function isBlocked({ clusters }: ModuleWork): boolean {
  return clusters.some(({ translation }) => translation.status === 'blocked');
}

/** Whether the module that has to hold an import of a cluster is left alone. */
function isImportBlocked({ adopted }: TranslatedCluster, blocked: ReadonlySet<Module>): boolean {
  return adopted.some(({ instance }) => blocked.has(rootOf(instance.scope.instance).module));
}

function rootOf(instance: Module['instances'][number]): Module['instances'][number] {
  return instance.parent ? rootOf(instance.parent.scope.instance) : instance;
}

function listEdits({ clusters, references }: ModuleWork): Edit[] {
  return [...references, ...clusters.flatMap(writeCluster)];
}

/** The v2 block in the place of v1's, and behind it what hands the cluster over. */
function writeCluster({ opened, text, adopted }: TranslatedCluster): Edit[] {
  const { cluster } = opened;
  const own = { file: cluster.file, end: cluster.block.end };
  const anchors = groupBy(
    adopted,
    ({ instance }) => `${findAnchor(cluster, instance).file.path}:${findAnchor(cluster, instance).end}`,
  );
  const imports = [...anchors.values()].map((imported) => ({
    anchor: findAnchor(cluster, (imported[0] as (typeof imported)[number]).instance),
    blocks: writeImports(cluster, imported),
  }));
  const here = imports.find(({ anchor }) => anchor.file === own.file && anchor.end === own.end);
  const elsewhere = imports.filter((one) => one !== here).map(({ anchor, blocks }) => insertBlocks(anchor, blocks));
  return [
    replaceBlock(opened, text),
    insertBlocks(own, [...(here?.blocks ?? []), writeRemoved(cluster)]),
    ...elsewhere,
  ];
}

function writeFile(file: HclFile, edits: readonly Edit[]): ModuleText {
  const text = applyEdits(file, edits);
  return { path: file.path, text, isChanged: text !== file.text };
}

/** How many clusters the root modules import, by the cluster that was imported last: there it is said what comes next. */
function listAdoptions(clusters: readonly TranslatedCluster[]): ReadonlyMap<TranslatedCluster, number> {
  const roots = new Map<Module, { last: TranslatedCluster; count: number }>();
  for (const cluster of clusters)
    for (const { instance } of cluster.adopted) {
      const root = rootOf(instance.scope.instance).module;
      roots.set(root, { last: cluster, count: (roots.get(root)?.count ?? 0) + 1 });
    }
  return new Map([...roots.values()].map(({ last, count }) => [last, count]));
}

function tellNext(cluster: TranslatedCluster, adoptions: ReadonlyMap<TranslatedCluster, number>): Translation {
  const count = adoptions.get(cluster);
  const { file, block } = cluster.opened.cluster;
  return count === undefined
    ? cluster.translation
    : addFindings(cluster.translation, [
        { ...planFinding('next', { count }), at: file.placeAt(block.start) } as Finding,
      ]);
}
