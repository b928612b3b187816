// Does a v2 configuration say what a v1 configuration said? Each v1 cluster, as `convert` translates it, beside its twin.
import { messagesOf } from '../../engine/messages.js';
import type { ModuleFile, Project, StateInstance } from '../../forms/terraform/module/module.js';
import { readProject } from '../../forms/terraform/module/read.js';
import { groupBy } from '../../model/group.js';
import { tellUnreadable } from '../../pipeline/terraform/others.js';
import { workOnModules } from '../../pipeline/terraform/translate-module.js';
import type { ReportEntry } from '../../report/entry.js';
import { verifyDrift, verifyLoss } from '../../rules/index.js';
import type { Prepared } from '../../supply/options.js';
import { compareClusters } from '../compare.js';
import { describePair, describeStray } from '../entries.js';
import { sidesFinding } from '../sides.js';
import { openAlone, openMore, openPair, type PlacedCluster } from './clusters.js';
import { listPlaced, nameBlock, type Pair, pairClusters, pathBelow, type Rooted } from './pairs.js';

const driftFinding = messagesOf(verifyDrift);
const lossFinding = messagesOf(verifyLoss);

/** The modules of one side. */
export interface ComparedModules {
  readonly files: readonly ModuleFile[];
  /** States of root modules, by folder. */
  readonly states: ReadonlyMap<string, readonly StateInstance[]>;
  /** The folder that was named; the places of modules below it are compared. */
  readonly folder: string;
}

/** Compares modules with v1 clusters with modules with v2 clusters: an entry for each cluster, and for what cannot be read. */
export function verifyModules(v1: ComparedModules, v2: ComparedModules, options: Prepared): ReportEntry[] {
  const left = { ...v1, project: readProject(v1.files, v1.states) };
  const right = { ...v2, project: readBeside(v1, v2) };
  const work = workOnModules(left.project, options);
  const clusters = work.flatMap((one) => one.clusters);
  const placed = listPlaced(right);
  const unreadable = [...left.project.modules, ...right.project.modules].flatMap((module) => tellUnreadable(module));
  const told = unreadable.map(({ source, translation }) => ({ source, index: 0, translation }));
  const pairs = pairClusters({ ...left, clusters }, { ...right, placed });
  return [
    ...told,
    ...(clusters.length === 0 ? [tellNothing('v1', v1)] : []),
    ...(placed.length === 0 ? [tellNothing('v2', v2)] : []),
    ...pairs.map((pair) => describe(pair, options)),
    ...listMore(pairs, placed, { left, right }).map(describeMore),
  ];
}

/** The v2 side. Variables' files and states stay behind in a conversion to another folder: what is not there is that of v1. */
function readBeside(v1: ComparedModules, { files, states, folder }: ComparedModules): Project {
  const move = (path: string) => joinPath(folder, pathBelow(path, v1.folder));
  const own = new Set(files.map(({ path }) => path));
  const values = v1.files.filter(({ path }) => /\.tfvars(?:\.json)?$/.test(path));
  const left = values.map(({ path, text }) => ({ path: move(path), text })).filter(({ path }) => !own.has(path));
  const moved = [...v1.states].map(([root, instances]) => [move(root), instances] as const);
  return readProject([...files, ...left], new Map([...moved, ...states]));
}

function joinPath(folder: string, below: string): string {
  return [folder, below].filter((part) => part !== '').join('/');
}

function tellNothing(side: 'v1' | 'v2', { folder }: ComparedModules): ReportEntry {
  const stray = { pointer: '', origin: undefined, status: 'blocked', findings: [sidesFinding('nothing', { side })] };
  return { ...describeStray(stray as Parameters<typeof describeStray>[0]), source: folder };
}

function describe({ cluster, one, twin }: Pair, options: Prepared): ReportEntry {
  const source = cluster.opened.cluster.file.path;
  if (twin) {
    const { v1, v2 } = openPair(one, source, twin);
    return describePair({ v1, v2, findings: compareClusters(v1, v2, options) });
  }
  const v1 = openAlone(one, source);
  const findings = [...v1.told, lossFinding('only-v1', { name: one.instance.address }, { from: '' })];
  return describePair({ v1, v2: undefined, findings });
}

/** The v2 clusters that are no twins; those that v1's modules had already are none of the conversion. */
function listMore(
  pairs: readonly Pair[],
  placed: readonly PlacedCluster[],
  { left, right }: { readonly left: Rooted; readonly right: Rooted },
): PlacedCluster[] {
  const used = new Set(pairs.flatMap(({ twin }) => (twin ? [twin] : [])));
  const before = groupBy(listPlaced(left), ({ block }) => nameBlock(block, left));
  return placed.filter((one) => !used.has(one) && !before.has(nameBlock(one.block, right)));
}

function describeMore(placed: PlacedCluster): ReportEntry {
  const v2 = openMore(placed);
  const findings = [driftFinding('only-v2', { name: placed.instance.address }, { to: '' })];
  return describePair({ v1: undefined, v2, findings });
}
