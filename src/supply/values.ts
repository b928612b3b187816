// Values by v2 path as people give them: read once, each with the word that names it.
import type { Supplied } from '../engine/input.js';
import { isObject } from '../model/json.js';
import { decisionLeaves, toDocumentPath } from '../schema/decisions.js';
import { checkDecision, checkPath, checkValue } from './paths.js';
import {
  type AskedVariables,
  type Environment,
  findWrongPlaceholder,
  isOfName,
  readVariable,
  variableIn,
} from './variables.js';

/** What values are read with. */
export interface Reading {
  /** The paths whose values are not to be shown; those that come from the environment are added. */
  readonly secret: Set<string>;
  readonly environment: Environment;
  readonly asked: AskedVariables;
  /** Whether the name of a document is part of the name of a variable. */
  asksNames: boolean;
}

/** Decision paths have two keys at most; what is nested deeper is wrong, and may have no end. */
const deepestPath = 3;

/** Reads what an option supplies. Throws a TypeError that names it for what is wrong. */
export function readValues(values: unknown, option: string, { secret }: Reading): Map<string, Supplied> {
  return readEach(values, option, (path, value) => {
    checkValue(path, value, option);
    return { value, word: `${option}.${path}`, ...hide(path, secret) };
  });
}

/** Reads what decisions supply, which may also come from the environment. Throws a TypeError as `readValues` does. */
export function readDecided(values: unknown, option: string, reading: Reading): Map<string, Supplied> {
  return readEach(values, option, (path, value) => {
    const word = `${option}.${path}`;
    const variable = variableIn(value);
    if (variable === undefined) {
      checkDecision(path, value, option);
      return { value, word, ...hide(path, reading.secret) };
    }
    checkPath(path, option);
    const wrong = findWrongPlaceholder(variable);
    if (wrong !== undefined) throw new TypeError(`options.${option}: ${path}: ${wrong}`);
    reading.secret.add(path);
    if (isOfName(variable)) reading.asksNames = true;
    return { value: undefined, read: readVariable(path, variable, reading), word, secret: true };
  });
}

function hide(path: string, secret: ReadonlySet<string>): Pick<Supplied, 'secret'> {
  return secret.has(path) ? { secret: true } : {};
}

function readEach(
  values: unknown,
  option: string,
  read: (path: string, value: unknown) => Supplied,
): Map<string, Supplied> {
  if (values === undefined || values === null) return new Map();
  if (!isObject(values)) throw new TypeError(`options.${option}: must be an object`);
  const supplied = new Map<string, Supplied>();
  for (const { path, value } of listGiven(values)) {
    const one = read(path, value);
    // Once dotted and once nested: nobody knows which is meant.
    if (supplied.has(toDocumentPath(path))) throw new TypeError(`options.${option}: ${path} is supplied twice`);
    supplied.set(toDocumentPath(path), one);
  }
  return supplied;
}

/** Reads a map: for each path its v1 values with their v2 values. Throws a TypeError for what is wrong. */
export function readMap(map: unknown): Map<string, Map<string, Supplied>> {
  if (map === undefined || map === null) return new Map();
  if (!isObject(map)) throw new TypeError('options.decisions.map: must be an object');
  return new Map(
    Object.entries(map).map(([path, given]) => {
      const values = given ?? {};
      if (!isObject(values))
        throw new TypeError(`options.decisions.map.${path}: must be an object of v1 value to v2 value`);
      checkPath(path, 'decisions.map');
      const decided = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
      for (const [, value] of decided) checkDecision(path, value, 'decisions.map');
      const pairs = decided.map(([from, value]) => [from, { value, word: `decisions.map.${path}.${from}` }] as const);
      return [toDocumentPath(path), new Map(pairs)];
    }),
  );
}

/** A value that is given for a path, and the keys that it stands behind. */
export interface Given {
  readonly path: string;
  readonly keys: readonly string[];
  readonly value: unknown;
}

/** The values that are given, dotted (`credentials.username`) or nested; those left blank are not. */
export function* listGiven(values: Readonly<Record<string, unknown>>, above: readonly string[] = []): Generator<Given> {
  for (const [key, value] of Object.entries(values)) {
    const keys = [...above, key];
    const path = keys.join('.');
    const isBlock = isObject(value) && !decisionLeaves.has(path) && path.split('.').length <= deepestPath;
    if (isBlock) yield* listGiven(value, keys);
    else if (value !== undefined && value !== null) yield { path, keys, value };
  }
}

/** The entries of decisions that are left blank, each in words: `regions: de/fra: backup.location`. */
export function listUndecided(decisions: unknown, above: readonly string[] = []): string[] {
  if (decisions === null && above.length > 1) return [describeEntry(above)];
  if (!isObject(decisions)) return [];
  return Object.entries(decisions).flatMap(([key, value]) => listUndecided(value, [...above, key]));
}

/** Sections whose entries stand behind a key of their own. */
const keyed: ReadonlySet<string> = new Set(['regions', 'map', 'clusters']);

function describeEntry([part = '', ...keys]: readonly string[]): string {
  const [key, ...path] = keyed.has(part) ? keys : [undefined, ...keys];
  return [part, key, path.join('.')].filter((word) => word !== undefined && word !== '').join(': ');
}
