// Terraform modules: all files of a run go in, and for each module its translations and texts come out. A module with
// something blocked is left alone as a whole.
import { messagesOf } from '../../engine/messages.js';
import type { Fact } from '../../forms/terraform/facts/fact.js';
import type {
  ClusterBlock,
  Module,
  ModuleFile,
  ModuleInstance,
  Project,
  StateInstance,
} from '../../forms/terraform/module/module.js';
import { readProject } from '../../forms/terraform/module/read.js';
import { listConcerned } from '../../forms/terraform/module/tree.js';
import type { HclFile } from '../../forms/terraform/syntax/tree.js';
import { applyEdits, type Edit } from '../../forms/terraform/write/edits.js';
import type { Finding } from '../../model/finding.js';
import { terraformPlan } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import type { Prepared } from '../../supply/options.js';
import { addFindings } from '../outcomes.js';
import type { TranslatedCluster } from './cluster.js';
import { describeFact } from './facts.js';
import { type ModuleWork, workOn } from './module-work.js';
import { tellModule } from './others.js';
import type { ModuleOutcome, ModuleText, ModuleTranslation } from './outcome.js';
import { writeCluster } from './write-cluster.js';

const planFinding = messagesOf(terraformPlan);

/** The states of root modules, by folder. */
export type ModuleStates = ReadonlyMap<string, readonly StateInstance[]>;

/** Translates the modules in the files of a run. */
export function translateModules(
  files: readonly ModuleFile[],
  options: Prepared,
  states: ModuleStates = new Map(),
): ModuleOutcome {
  const project = readProject(files, states);
  const work = tellFacts(workOnModules(project, options));
  const blocked = listBlocked(work);
  const adopted = countAdopted(work.filter(({ module }) => !blocked.has(module)));
  const edits = work.flatMap((one) => listEdits(one, blocked));
  return {
    translations: work.flatMap(({ clusters, others }) => [
      ...clusters.map((cluster) => ({
        source: cluster.opened.cluster.file.path,
        translation: tellNext(cluster, adopted),
      })),
      ...others,
    ]),
    modules: project.modules.map((module) => ({
      folder: module.folder,
      isBlocked: blocked.has(module),
      files: module.files.map((file) => writeFile(file, edits)),
    })),
  };
}

/** What becomes of each module of a run, before it is known which of them are left alone. */
export function workOnModules(project: Project, options: Prepared): ModuleWork[] {
  const concerned = listConcerned(project);
  const own = withOnlyId(project, options);
  return project.modules.map((module) => workOn(module, own, concerned.has(module)));
}

/** An id without an address is that of the only cluster. */
function withOnlyId({ modules }: Project, options: Prepared): Prepared {
  const count = modules.flatMap(({ clusters }) => clusters.flatMap(({ instances }) => instances)).length;
  return count > 1 ? { ...options, id: undefined } : options;
}

/** Says what was found out: of the clusters that it is about, else of the first that the module leads to. */
function tellFacts(all: readonly ModuleWork[]): ModuleWork[] {
  const told = new Map<ClusterBlock, Fact[]>();
  const alone = new Map<Module, Fact[]>();
  for (const { module, facts } of all) {
    const home = findCluster(module);
    for (const fact of facts)
      for (const cluster of fact.clusters.length > 0 ? fact.clusters : [home])
        if (cluster) told.set(cluster, [...(told.get(cluster) ?? []), fact]);
        else alone.set(module, [...(alone.get(module) ?? []), fact]);
  }
  return all.map((work) => {
    const clusters = work.clusters.map((translated) => {
      const { cluster } = translated.opened;
      const findings = (told.get(cluster) ?? []).map((fact) => describeFact(fact, cluster.file.path));
      return { ...translated, translation: addFindings(translated.translation, findings) };
    });
    return { ...work, clusters, others: [...work.others, ...tellAlone(alone.get(work.module))] };
  });
}

function tellAlone([first, ...rest]: readonly Fact[] = []): ModuleTranslation[] {
  return first
    ? [
        tellModule(
          [first, ...rest].map((fact) => describeFact(fact, first.source)),
          first.source,
        ),
      ]
    : [];
}

/** The first cluster of a module, or of those that it calls. */
function findCluster(module: Module): ClusterBlock | undefined {
  return listLedTo(module).flatMap(({ clusters }) => clusters)[0];
}

/** A module and all that it calls, each once. */
function listLedTo(module: Module): readonly Module[] {
  const found = new Set([module]);
  for (const one of found) for (const { to } of one.calls.values()) if (to) found.add(to);
  return [...found];
}

/** The modules that are left alone. */
function listBlocked(work: readonly ModuleWork[]): ReadonlySet<Module> {
  const blocked = new Set(work.filter(isBlocked).map(({ module }) => module));
  for (const { module, clusters } of work)
    if (clusters.some(({ adopted }) => adopted.some(({ instance }) => blocked.has(rootOf(instance.scope.instance)))))
      blocked.add(module);
  return blocked;
}

function isBlocked({ clusters, others, facts }: ModuleWork): boolean {
  const statuses = [...clusters, ...others].map(({ translation: { status } }) => status);
  if (statuses.includes('blocked') || statuses.includes('unreadable')) return true;
  return facts.some((fact) => describeFact(fact, fact.source).severity === 'error');
}

function rootOf({ module, parent }: ModuleInstance): Module {
  return parent ? rootOf(parent.scope.instance) : module;
}

/** A module without clusters changes where one that it leads to does. */
function listEdits({ module, clusters, others, edits }: ModuleWork, blocked: ReadonlySet<Module>): Edit[] {
  const hasOwn = clusters.length + others.length > 0;
  const isChanged = hasOwn || listLedTo(module).some((one) => one.clusters.length > 0 && !blocked.has(one));
  return blocked.has(module) || !isChanged ? [] : [...edits, ...clusters.flatMap(writeCluster)];
}

function writeFile(file: HclFile, edits: readonly Edit[]): ModuleText {
  const text = applyEdits(file, edits);
  return { path: file.path, text, isChanged: text !== file.text };
}

/** How many clusters the root modules import, by the cluster that was imported last: there it is said what comes next. */
function countAdopted(work: readonly ModuleWork[]): ReadonlyMap<TranslatedCluster, number> {
  const roots = new Map<Module, { last: TranslatedCluster; count: number }>();
  for (const { clusters } of work)
    for (const cluster of clusters)
      for (const { instance } of cluster.adopted) {
        const root = rootOf(instance.scope.instance);
        roots.set(root, { last: cluster, count: (roots.get(root)?.count ?? 0) + 1 });
      }
  return new Map([...roots.values()].map(({ last, count }) => [last, count]));
}

function tellNext(cluster: TranslatedCluster, adopted: ReadonlyMap<TranslatedCluster, number>): Translation {
  const count = adopted.get(cluster);
  const { file, block } = cluster.opened.cluster;
  if (count === undefined) return cluster.translation;
  return addFindings(cluster.translation, [
    { ...planFinding('next', { count }), at: file.placeAt(block.start) } as Finding,
  ]);
}
