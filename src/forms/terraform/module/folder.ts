// One folder of Terraform files as a module that does not know its callers yet.
import { parseHcl } from '../syntax/parse.js';
import { mergeVariables, readJsonFile, readVariablesFile } from './data-files.js';
import { listDeclarations } from './declarations.js';
import type { Module, ModuleCall, ModuleFile, ModuleInstance, Placed } from './module.js';
import { type FileRole, roleOf } from './names.js';

/** A module while it is made. */
export type DraftModule = { -readonly [K in keyof Module]: Module[K] } & {
  readonly calls: Map<string, ModuleCall>;
  readonly callers: ModuleCall[];
  readonly instances: ModuleInstance[];
  /** Its `module` blocks by name. */
  readonly called: ReadonlyMap<string, Placed>;
};

/** Reads the files of a folder. */
export function readFolder(folder: string, files: readonly ModuleFile[]): DraftModule {
  const sorted = [...files].sort((left, right) => (left.path < right.path ? -1 : 1));
  const withRole = (role: FileRole) => sorted.filter(({ path }) => roleOf(path) === role);
  const parsed = withRole('tf').map(({ path, text }) => parseHcl(path, text));
  const json = withRole('tf.json').map(readJsonFile);
  const given = withRole('tfvars').map(readVariablesFile);
  const { calls: called, ...declared } = listDeclarations(parsed, json, mergeVariables(given));
  return {
    ...declared,
    folder,
    files: parsed,
    data: [...json, ...given.map(({ file }) => file)],
    called,
    calls: new Map(),
    callers: [],
    instances: [],
    clusters: [],
  };
}
