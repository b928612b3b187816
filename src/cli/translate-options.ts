// The library's options as a command line gives them.
import type { TranslateOptions } from '../index.js';
import { findKind } from './kinds.js';
import type { ReadArguments } from './options.js';
import { readSupply } from './supply.js';

/** Gathers the options of a translation; secrets come from the environment. */
export function readTranslateOptions(args: ReadArguments): Promise<TranslateOptions> {
  const { set = [], setEnv = [], override = [], overrideEnv = [] } = args;
  return Promise.resolve({
    ...readSupply({ set, setEnv, override, overrideEnv }, process.env),
    ...(args.kind ? { kind: findKind(args.kind) } : {}),
    ...(args.to ? { to: args.to } : {}),
    ...(args.connection === undefined ? {} : { connection: args.connection }),
    fixNames: args.fixNames,
  });
}
