// The library's options as a command line gives them.
import type { TranslateOptions } from '../../index.js';
import { findKind } from '../line/kinds.js';
import type { ReadArguments } from '../line/options.js';
import { readSupply } from './supply.js';

/** Gathers the options of a translation; secrets come from the environment. */
export async function readTranslateOptions(args: ReadArguments): Promise<TranslateOptions> {
  const { set = [], setEnv = [], override = [], overrideEnv = [] } = args;
  const located = args.location === undefined ? [] : [`location=${args.location}`];
  const supply = readSupply({ set: [...set, ...located], setEnv, override, overrideEnv }, process.env);
  const decided = args.decisions === undefined ? undefined : await loadDecisions(args.decisions);
  return {
    ...supply,
    ...decided,
    secretPaths: [...supply.secretPaths, ...(decided?.secretPaths ?? [])],
    ...(args.kind ? { kind: findKind(args.kind) } : {}),
    ...(args.to ? { to: args.to } : {}),
    ...(args.base === undefined ? {} : { base: await loadBase(args.base, args) }),
    ...(args.databases === undefined ? {} : { databases: await loadDatabases(args.databases, args) }),
    ...(args.id === undefined ? {} : { id: args.id }),
    ...(args.connection === undefined ? {} : { connection: args.connection }),
    fixNames: args.fixNames,
  };
}

/** Loaded only where a base is named. */
async function loadBase(path: string, args: ReadArguments) {
  const { readBase } = await import('./base.js');
  return readBase(path, args);
}

/** Loaded only where databases are offered. */
async function loadDatabases(paths: readonly string[], args: ReadArguments) {
  const { readDatabases } = await import('./databases.js');
  return readDatabases(paths, args);
}

/** Loaded only here: it brings the YAML parser and a schema of its own. */
async function loadDecisions(path: string) {
  const { readDecisions } = await import('./decisions.js');
  return readDecisions(path, process.env);
}
