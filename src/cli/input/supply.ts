// `--set path=value` and its kin: what a person supplies, with secrets taken from the environment.
import { readDecision } from '../../index.js';
import { checkUsage, failUsage } from '../line/usage.js';

/** The supplying options as they were given. */
export interface SupplyFlags {
  readonly set: readonly string[];
  readonly setEnv: readonly string[];
  readonly override: readonly string[];
  readonly overrideEnv: readonly string[];
}

/** Supplied values by dotted v2 path, and which of them came from the environment. */
export interface SuppliedValues {
  readonly set: Readonly<Record<string, unknown>>;
  readonly override: Readonly<Record<string, unknown>>;
  readonly secretPaths: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the supplying options. A path that no document has, a wrong type or an unset variable is bad usage. */
export function readSupply(flags: SupplyFlags, environment: Environment): SuppliedValues {
  const set = new Map<string, unknown>();
  const override = new Map<string, unknown>();
  const secretPaths: string[] = [];
  for (const pair of flags.set) addValue(set, splitPair('--set', pair));
  for (const pair of flags.override) addValue(override, splitPair('--override', pair));
  for (const pair of flags.setEnv) secretPaths.push(addValue(set, resolve(splitPair('--set-env', pair), environment)));
  for (const pair of flags.overrideEnv) {
    secretPaths.push(addValue(override, resolve(splitPair('--override-env', pair), environment)));
  }
  return { set: Object.fromEntries(set), override: Object.fromEntries(override), secretPaths };
}

interface Pair {
  readonly option: string;
  readonly path: string;
  readonly value: string;
}

function splitPair(option: string, text: string): Pair {
  const at = text.indexOf('=');
  // The text is not quoted: it may be a password whose path was forgotten.
  if (at < 1) failUsage(`${option} takes path=value, such as ${exampleOf(option)}`);
  return { option, path: text.slice(0, at), value: text.slice(at + 1) };
}

function exampleOf(option: string): string {
  return option.endsWith('-env') ? 'credentials.password=DB_PASSWORD' : 'backup.retentionDays=14';
}

function resolve({ option, path, value: name }: Pair, environment: Environment): Pair {
  const value = environment[name];
  if (!value) failUsage(`${option} ${path}: the environment variable ${showName(name)} is not set, or empty`);
  return { option, path, value };
}

function addValue(values: Map<string, unknown>, { option, path, value }: Pair): string {
  if (values.has(path)) failUsage(`${option}: ${path} is supplied twice`);
  values.set(
    path,
    checkUsage(() => readDecision(path, value), option),
  );
  return path;
}

/** A name as variables mostly have it. Anything else may be the secret itself, typed in the place of the name. */
function showName(name: string): string {
  return /^[A-Z_][A-Z0-9_]*$/.test(name) ? name : 'that is named there';
}
