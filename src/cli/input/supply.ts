// What a command line supplies: its words, and the files that it names beside the documents, made ready once.
import {
  type BaseDocument,
  type BaseText,
  type Finding,
  type Prepared,
  prepareOptions,
  readWords,
} from '../../index.js';
import { kinds, type ReadArguments } from '../line/options.js';
import { checkUsage } from '../line/usage.js';
import type { Beside } from './beside.js';

/** What a command line supplies, made ready. */
export interface Supplied {
  readonly options: Prepared;
  /** The texts of bases, for other threads. */
  readonly baseTexts: readonly BaseText[];
  /** What of the files beside the documents was left out. */
  readonly told: readonly Finding[];
}

/** Reads, checks and prepares the options of a translation. A wrong one is bad usage, told before documents are read. */
export async function readSupply(args: ReadArguments): Promise<Supplied> {
  const { set = [], override = [], setEnv = [], overrideEnv = [], location, kind } = args;
  const located = location === undefined ? [] : [`location=${location}`];
  const words = { set: [...set, ...located], override, setEnv, overrideEnv };
  const supplied = checkUsage(() => readWords(words, process.env));
  const decided = await loadDecisions(args);
  const { baseTexts = [], told = [], openBases, databases } = await loadBeside(args);
  const bases = openBases ? await openBases(baseTexts) : [];
  const prepare = () =>
    prepareOptions(
      {
        ...supplied,
        ...decided,
        ...(databases ? { databases } : {}),
        kind: kind && kinds[kind],
        to: args.to,
        id: args.id,
        connection: args.connection,
        fixNames: args.fixNames,
      },
      bases,
    );
  return { options: checkUsage(prepare), baseTexts, told };
}

/** Loaded only here: it brings the YAML parser and a schema of its own. */
async function loadDecisions({ decisions }: ReadArguments) {
  return decisions === undefined ? undefined : (await import('./decisions.js')).readDecisions(decisions);
}

/** Loaded only where a base is named, or databases are offered. */
async function loadBeside(
  args: ReadArguments,
): Promise<Partial<Beside & { openBases: (texts: readonly BaseText[]) => Promise<BaseDocument[]> }>> {
  if (args.base === undefined && args.databases === undefined) return {};
  const { readBeside, openBases } = await import('./beside.js');
  return { ...(await readBeside(args)), openBases };
}
