// What a command line supplies: its words, and the files that it names beside the documents, made ready once.
import { type Prepared, prepareOptions, readWords } from '../../index.js';
import { kinds, type ReadArguments } from '../line/options.js';
import { checkUsage } from '../line/usage.js';

/** Reads, checks and prepares the options of a translation. A wrong one is bad usage, told before documents are read. */
export async function readSupply(args: ReadArguments): Promise<Prepared> {
  const { set = [], override = [], setEnv = [], overrideEnv = [], location, kind } = args;
  const located = location === undefined ? [] : [`location=${location}`];
  const words = { set: [...set, ...located], override, setEnv, overrideEnv };
  const supplied = checkUsage(() => readWords(words, process.env));
  const decided = await loadDecisions(args);
  const beside = await loadBeside(args);
  return checkUsage(() =>
    prepareOptions({
      ...supplied,
      ...decided,
      ...beside,
      secretPaths: [...supplied.secretPaths, ...(decided?.secretPaths ?? [])],
      kind: kind && kinds[kind],
      to: args.to,
      id: args.id,
      connection: args.connection,
      fixNames: args.fixNames,
    }),
  );
}

/** Loaded only here: it brings the YAML parser and a schema of its own. */
async function loadDecisions({ decisions }: ReadArguments) {
  return decisions === undefined ? undefined : (await import('./decisions.js')).readDecisions(decisions);
}

/** Loaded only where a base is named, or databases are offered. */
async function loadBeside(args: ReadArguments) {
  const { base, databases } = args;
  return base === undefined && databases === undefined ? undefined : (await import('./beside.js')).readBeside(args);
}
