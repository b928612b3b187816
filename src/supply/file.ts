// Reads the content of a decisions file: checks it, and takes from the environment what it says stands there.

import { isObject } from '../model/json.js';
import { toPointer } from '../model/path.js';
import { decisionLeaves } from '../schema/decisions.js';
import { decisionsFile } from '../schema/decisions-file.js';
import { itemDecision } from '../schema/item-decision.js';
import type { Decisions } from './options.js';
import { nearPaths, readDecision } from './paths.js';
import { type Given, listGiven } from './values.js';
import type { Environment } from './words.js';

/** Something wrong with a decisions file. The message never quotes a value, which may be a secret. */
export interface DecisionProblem {
  /** JSON Pointer of the place. */
  readonly pointer: string;
  readonly message: string;
}

/** What a decisions file holds, as options take it. */
export interface ReadDecisions {
  readonly decisions: Decisions;
  /** The paths whose values came from the environment. */
  readonly secretPaths: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

interface Reading {
  readonly environment: Environment;
  readonly secretPaths: string[];
  readonly problems: DecisionProblem[];
}

/** Reads the content of a decisions file. A blank value is a decision that is still open, and no problem. */
export function readDecisionsFile(content: unknown, environment: Environment): ReadDecisions | DecisionProblem[] {
  const wrong = checkContent(content);
  if (wrong.length > 0) return wrong;
  const { defaults, map, clusters } = content as Readonly<Record<keyof Decisions, Values | null | undefined>>;
  const reading: Reading = { environment, secretPaths: [], problems: [] };
  const decisions = {
    defaults: readValues(defaults, ['defaults'], reading),
    map: mapDecided(map, (pairs) => mapDecided(pairs as Values, (value) => value)),
    clusters: Object.fromEntries(
      Object.entries(clusters ?? {}).map(([key, values]) => [
        key,
        readValues(values as Values | null, ['clusters', key], reading),
      ]),
    ),
  };
  return reading.problems.length > 0 ? reading.problems : { decisions, secretPaths: reading.secretPaths };
}

/** Values by dotted path, without those that are still open. */
function readValues(values: Values | null | undefined, part: readonly string[], reading: Reading): Values {
  const read = new Map<string, unknown>();
  const repeated: DecisionProblem[] = [];
  for (const given of listGiven(values ?? {})) {
    const value = isObject(given.value) ? readEnvironment(given, part, reading) : given.value;
    if (value === undefined) continue;
    // Once dotted and once nested: nobody knows which is meant.
    if (read.has(given.path)) repeated.push({ pointer: toPointer(part), message: `${given.path} is given twice` });
    read.set(given.path, value);
  }
  reading.problems.push(...repeated);
  return Object.fromEntries(read);
}

function readEnvironment({ path, keys, value }: Given, part: readonly string[], reading: Reading): unknown {
  const { env: name } = value as { readonly env: string };
  const { environment, secretPaths, problems } = reading;
  const pointer = toPointer([...part, ...keys]);
  const text = environment[name];
  secretPaths.push(path);
  if (!text) {
    problems.push({ pointer, message: `the environment variable ${name} is not set, or empty` });
    return undefined;
  }
  try {
    return readDecision(path, text, 'decisions');
  } catch {
    // The message of the library would do, but none that is made of the value may ever be shown.
    problems.push({ pointer, message: `the value of ${name} has another type than ${path} takes` });
    return undefined;
  }
}

function mapDecided(values: Values | null | undefined, read: (value: unknown) => unknown): Values {
  const decided = Object.entries(values ?? {}).filter(([, value]) => value !== null);
  return Object.fromEntries(decided.map(([key, value]) => [key, read(value)]));
}

function checkContent(content: unknown): DecisionProblem[] {
  const { success, error } = decisionsFile.safeParse(content);
  if (success) return [];
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(path), message: describeType(path) }];
    return issue.keys.map((key) => ({ pointer: toPointer([...path, key]), message: describeKey(path, key) }));
  });
}

function describeType(path: readonly string[]): string {
  const [part, ...rest] = path;
  if (part === undefined) return 'a decisions file is an object with defaults, map and clusters';
  const dotted = part === 'map' ? rest[0] : rest.slice(part === 'clusters' ? 1 : 0).join('.');
  const leaf = decisionLeaves.get(dotted ?? '');
  if (part === 'map') {
    if (!leaf) return 'map takes v2 paths, each with v1 values and a v2 value for each of them';
    return path.length > 2
      ? `${dotted} takes a ${leaf.type}`
      : `${dotted} takes v1 values, each with its v2 value: { OLD: NEW }`;
  }
  if (part === 'clusters' && dotted === itemDecision)
    return `${dotted} takes a whole number, counted from 0, or v2 paths and their values`;
  if (leaf) return `${dotted} takes a ${leaf.type}, or { env: NAME }`;
  return part === 'clusters' && rest.length === 0
    ? 'clusters takes cluster ids or displayNames, each with v2 paths and their values'
    : `${path.at(-1)} takes v2 paths and their values`;
}

function describeKey(path: readonly string[], key: string): string {
  if (path.length === 0) return `there is no part ${key}; there are defaults, map and clusters`;
  if (path.at(-1) === 'env' || key === 'env') return 'a value from the environment is written { env: NAME }';
  const rest = path.slice(path[0] === 'clusters' ? 2 : 1);
  const dotted = [...rest, key].join('.');
  const near = nearPaths(dotted);
  return `v2 has no path ${dotted}${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`;
}
