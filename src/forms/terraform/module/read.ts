// The Terraform files of a run as modules that know each other.
import { childrenOf } from '../values/children.js';
import { createTrail, noNames } from '../values/context.js';
import { evaluate } from '../values/evaluate.js';
import { findArgument, literalText } from './blocks.js';
import { listClusters } from './clusters.js';
import { type DraftModule, readFolder } from './folder.js';
import type { Budget, ModuleFile, ModuleInstance, Project, StateIndex, StateInstance } from './module.js';
import { folderOf, resolveSource, roleOf } from './names.js';

/** Evaluations in one run: a thousand clusters take a twentieth of it. */
const maxSteps = 2_000_000;
/** More module instances are not followed. */
const maxInstances = 5000;

/** States of root modules, by folder. */
export type States = ReadonlyMap<string, readonly StateInstance[]>;

/**
 * Reads the files of all folders of a run: `.tf`, `.tf.json` and files of variables; others are ignored. Total: what is
 * wrong with a file is among its problems.
 */
export function readProject(files: readonly ModuleFile[], states: States = new Map()): Project {
  const modules = readFolders(files);
  for (const module of modules.values()) linkCalls(module, modules);
  const budget: Budget = { left: maxSteps, depth: 0 };
  const list = [...modules.values()];
  for (const module of list) if (module.callers.length === 0) createInstances(module, budget, states);
  // What is left calls itself, alone or in a circle.
  for (const module of list) if (module.instances.length === 0) createInstances(module, budget, states);
  for (const module of list) module.clusters = listClusters(module);
  return { modules: list };
}

function readFolders(files: readonly ModuleFile[]): ReadonlyMap<string, DraftModule> {
  const folders = new Map<string, ModuleFile[]>();
  for (const file of files) {
    if (!roleOf(file.path)) continue;
    const folder = folderOf(file.path);
    const own = folders.get(folder);
    if (own) own.push(file);
    else folders.set(folder, [file]);
  }
  const sorted = [...folders].sort(([left], [right]) => (left < right ? -1 : 1));
  return new Map(sorted.map(([folder, own]) => [folder, readFolder(folder, own)]));
}

/** Finds the folders that `module` blocks call. */
function linkCalls(from: DraftModule, modules: ReadonlyMap<string, DraftModule>): void {
  for (const [name, placed] of from.called) {
    const source = literalText(findArgument(placed.block.body, 'source')?.value);
    const folder = source === undefined ? undefined : resolveSource(from.folder, source);
    const to = folder === undefined ? undefined : modules.get(folder);
    const call = { ...placed, name, from, to };
    from.calls.set(name, call);
    to?.callers.push(call);
  }
}

/** A root module and all that it calls. */
function createInstances(root: DraftModule, budget: Budget, states: States): void {
  const state = indexState(states.get(root.folder) ?? []);
  const open: ModuleInstance[] = [{ module: root, address: '', isUnknown: false, parent: undefined, state, budget }];
  for (const instance of open) {
    const { module } = instance;
    (module as DraftModule).instances.push(instance);
    const context = { scope: { instance }, names: noNames, trail: createTrail(), evaluate };
    for (const call of module.calls.values())
      for (const child of childrenOf(call, context)) if (open.length < maxInstances) open.push(child.instance);
  }
}

function indexState(instances: readonly StateInstance[]): StateIndex {
  const resources = new Map<string, StateInstance[]>();
  for (const one of instances) {
    const name = `${one.mode === 'data' ? 'data.' : ''}${one.type}.${one.name}`;
    const address = one.module === '' ? name : `${one.module}.${name}`;
    const known = resources.get(address);
    if (known) known.push(one);
    else resources.set(address, [one]);
  }
  return { resources, modules: [...new Set(instances.map(({ module }) => module))] };
}
