// `--decisions FILE`: reads and checks the file, and takes from the environment what it says stands there.
import { readFileSync } from 'node:fs';
import { checkDecisionsFile, type Decisions, decodeText, formatPlace, readAs, readDecision } from '../../index.js';
import { describeFileError } from '../files/files.js';
import { failUsage } from '../line/usage.js';

/** The content of a decisions file, and which of its paths hold values from the environment. */
export interface ReadDecisions {
  readonly decisions: Decisions;
  readonly secretPaths: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;
type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a decisions file. What is wrong with it is bad usage, told with file, line and column. */
export async function readDecisions(path: string, environment: Environment): Promise<ReadDecisions> {
  const { value, locate } = await readDecisionsText(path);
  const problems = checkDecisionsFile(value).map(({ pointer, message }) => `${path}${locate(pointer)}: ${message}`);
  if (problems.length > 0) failUsage(problems.join('\n'));
  const secretPaths: string[] = [];
  const wrong: string[] = [];
  const { defaults, map, clusters } = value;
  const resolve = (values: unknown, pointer: string): Values =>
    resolveValues((values ?? {}) as Values, { pointer, environment, locate, secretPaths, wrong });
  const decisions: Decisions = {
    defaults: resolve(defaults, '/defaults'),
    map: keepDecided((map ?? {}) as Values, keepDecided),
    clusters: Object.fromEntries(
      Object.entries((clusters ?? {}) as Values).map(([key, values]) => [
        key,
        resolve(values, `/clusters/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
      ]),
    ),
  };
  if (wrong.length > 0) failUsage(wrong.map((problem) => `${path}${problem}`).join('\n'));
  return { decisions, secretPaths };
}

interface DecisionsText {
  readonly value: Readonly<Record<'defaults' | 'map' | 'clusters', unknown>>;
  /** `:line:column` of a JSON Pointer. */
  readonly locate: (pointer: string) => string;
}

async function readDecisionsText(path: string): Promise<DecisionsText> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (thrown) {
    return failUsage(`--decisions ${path}: ${describeFileError(thrown)}`);
  }
  const { text, problem } = decodeText(bytes);
  if (problem) failUsage(`${path}: ${problem.message}`);
  const { documents } = await readAs(text, path.toLowerCase().endsWith('.json') ? 'json' : 'yaml');
  const [document] = documents;
  const wrong = documents.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
  if (wrong.length === 1 && wrong[0]?.code === 'empty') return { value: nothing, locate: () => '' };
  const told = wrong.map(({ message, at }) => `${formatPlace(path, at)}: ${message}`);
  if (told.length > 0) failUsage(told.join('\n'));
  if (!document || documents.length > 1) failUsage(`${path}: a decisions file is one document`);
  const locate = (pointer: string) => {
    const at = document.locate(pointer);
    return formatPlace('', at);
  };
  return { value: document.value as DecisionsText['value'], locate };
}

const nothing = { defaults: undefined, map: undefined, clusters: undefined };

interface Resolving {
  readonly pointer: string;
  readonly environment: Environment;
  readonly locate: (pointer: string) => string;
  readonly secretPaths: string[];
  /** What is wrong with values, each with its place. */
  readonly wrong: string[];
}

/** The values by dotted path, without those that are still open. */
function resolveValues(values: Values, at: Resolving, prefix = ''): Values {
  const resolved: [string, unknown][] = [];
  for (const [key, value] of Object.entries(values)) {
    const path = prefix + key;
    const pointer = `${at.pointer}/${key}`;
    if (!isBlock(value)) resolved.push([path, value]);
    else if (!isFromEnvironment(value))
      resolved.push(...Object.entries(resolveValues(value, { ...at, pointer }, `${path}.`)));
    else resolved.push([path, readEnvironment(path, value.env, { ...at, pointer })]);
  }
  const given = resolved.filter(([, value]) => value !== null && value !== undefined);
  const paths = new Set<string>();
  for (const [path] of given) {
    // Once dotted and once nested: nobody knows which is meant.
    if (paths.has(path)) at.wrong.push(`${at.locate(at.pointer)}: ${path} is given twice`);
    paths.add(path);
  }
  return Object.fromEntries(given);
}

function readEnvironment(path: string, name: string, at: Resolving): unknown {
  const text = at.environment[name];
  at.secretPaths.push(path);
  if (!text) {
    at.wrong.push(`${at.locate(at.pointer)}: the environment variable ${name} is not set, or empty`);
    return undefined;
  }
  try {
    return readDecision(path, text);
  } catch {
    // The message of the library would do, but none that is made of the value may ever be shown.
    at.wrong.push(`${at.locate(at.pointer)}: the value of ${name} has another type than ${path} takes`);
    return undefined;
  }
}

function keepDecided(values: Values, keep: (values: Values) => unknown = (value) => value): Values {
  const decided = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(decided.map(([key, value]) => [key, isBlock(value) ? keep(value) : value]));
}

function isBlock(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

function isFromEnvironment(value: Values): value is { readonly env: string } {
  return typeof value['env'] === 'string';
}
