// The library's options as a command line gives them.
import type { TranslateOptions } from '../index.js';
import { findKind } from './kinds.js';
import type { ReadArguments } from './options.js';
import { readSupply } from './supply.js';

/** Gathers the options of a translation; secrets come from the environment. */
export async function readTranslateOptions(args: ReadArguments): Promise<TranslateOptions> {
  const { set = [], setEnv = [], override = [], overrideEnv = [] } = args;
  const supply = readSupply({ set, setEnv, override, overrideEnv }, process.env);
  const decided = args.decisions === undefined ? undefined : await loadDecisions(args.decisions);
  return {
    ...supply,
    ...decided,
    secretPaths: [...supply.secretPaths, ...(decided?.secretPaths ?? [])],
    ...(args.kind ? { kind: findKind(args.kind) } : {}),
    ...(args.to ? { to: args.to } : {}),
    ...(args.connection === undefined ? {} : { connection: args.connection }),
    fixNames: args.fixNames,
  };
}

/** Loaded only here: it brings the YAML parser and a schema of its own. */
async function loadDecisions(path: string) {
  const { readDecisions } = await import('./decisions.js');
  return readDecisions(path, process.env);
}
