// What a command line supplies: `path=value`, and `path=NAME` for a value from the environment.
import { readDecision } from './paths.js';
import type { Environment } from './variables.js';

/** The words of a command line that supply something, each kind in its order. */
export interface SupplyWords {
  readonly set: readonly string[];
  readonly override: readonly string[];
  readonly setEnv: readonly string[];
  readonly overrideEnv: readonly string[];
}

/** Values by dotted v2 path, and which of them came from the environment. */
export interface SuppliedValues {
  readonly set: Readonly<Record<string, unknown>>;
  readonly override: Readonly<Record<string, unknown>>;
  readonly secretPaths: readonly string[];
}

/** Reads what words supply. Throws a TypeError for a path that no document has, a wrong type or an unset variable. */
export function readWords(words: SupplyWords, environment: Environment): SuppliedValues {
  const set = new Map<string, unknown>();
  const override = new Map<string, unknown>();
  const secretPaths: string[] = [];
  for (const word of words.set) addValue(set, splitPair('set', word));
  for (const word of words.override) addValue(override, splitPair('override', word));
  const fromEnvironment = [
    ...words.setEnv.map((word) => ({ into: set, pair: splitPair('set-env', word) })),
    ...words.overrideEnv.map((word) => ({ into: override, pair: splitPair('override-env', word) })),
  ];
  const missing = fromEnvironment.filter(({ pair }) => !environment[pair.value]);
  // All of them at once: who sets them sets all of them.
  if (missing.length > 0) throw new TypeError(missing.map(({ pair }) => describeMissing(pair)).join('\n'));
  for (const { into, pair } of fromEnvironment)
    secretPaths.push(addValue(into, { ...pair, value: environment[pair.value] ?? '' }));
  return { set: Object.fromEntries(set), override: Object.fromEntries(override), secretPaths };
}

interface Pair {
  readonly option: string;
  readonly path: string;
  readonly value: string;
}

function splitPair(option: string, word: string): Pair {
  const at = word.indexOf('=');
  const example = option.endsWith('-env') ? 'credentials.password=DB_PASSWORD' : 'backup.retentionDays=14';
  // The word is not quoted: it may be a password whose path was forgotten.
  if (at < 1) throw new TypeError(`options.${option} takes path=value, such as ${example}`);
  return { option, path: word.slice(0, at), value: word.slice(at + 1) };
}

function describeMissing({ option, path, value: name }: Pair): string {
  // A name that is unlike those of variables may be the secret itself, typed in its place.
  const shown = /^[A-Z_][A-Z0-9_]*$/.test(name) ? name : 'that is named there';
  return `options.${option} ${path}: the environment variable ${shown} is not set, or empty`;
}

function addValue(values: Map<string, unknown>, { option, path, value }: Pair): string {
  if (values.has(path)) throw new TypeError(`options.${option}: ${path} is supplied twice`);
  values.set(path, readDecision(path, value, option));
  return path;
}
