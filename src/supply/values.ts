// What people supply, read from options once: values by path, and what was decided for single clusters.

import { createSupply, type Supplied, type Supply } from '../engine/input.js';
import { isDigest } from '../model/digest.js';
import { isObject } from '../model/json.js';
import { toClusterKey } from '../model/uuid.js';
import { decisionLeaves, toDocumentPath } from '../schema/decisions.js';
import { isItemIndex, itemDecision } from '../schema/item-decision.js';
import { checkPath, checkValue } from './paths.js';

/** The options that supply something; what they hold is checked here, but for the paths that are secret. */
export interface SupplyOptions extends Readonly<Partial<Record<'set' | 'override' | 'decisions', unknown>>> {
  readonly secretPaths?: readonly string[];
}

/** The parts of decisions, in their order. */
export const decisionParts = ['defaults', 'map', 'clusters'] as const;

/** What people supply, made ready. */
export interface PreparedSupply {
  /** What they supply for a cluster, which decisions name by its id, its digest, or its name. */
  readonly supplyFor: (id: string | undefined, name: string | undefined, digest?: (() => string) | undefined) => Supply;
  /** Whether there are decisions for digests, so that it matters what the digest of a document is. */
  readonly asksDigest: boolean;
  /** All that is supplied, in the words of options: `set.credentials.database`. */
  readonly words: readonly string[];
  /** What of it was used so far. */
  readonly uses: Set<string>;
}

/** Decision paths have two keys at most; what is nested deeper is wrong, and may have no end. */
const deepestPath = 3;

/** Reads and checks what people supply. Throws a TypeError that names what is wrong. */
export function prepareSupply(options: SupplyOptions): PreparedSupply {
  const secret = new Set(options.secretPaths);
  const { defaults, map, clusters } = checkParts(options.decisions);
  const fill = new Map([
    ...readValues(defaults, 'decisions.defaults', secret),
    ...readValues(options.set, 'set', secret),
  ]);
  const override = readValues(options.override, 'override', secret);
  const mapping = readMap(map);
  const perCluster = new Map(
    Object.entries(clusters).map(([key, values]) => [
      toClusterKey(key),
      readCluster(values, `decisions.clusters.${key}`, secret),
    ]),
  );
  const uses = new Set<string>();
  const shared = createSupply({ fill, override, map: mapping, uses });
  const words = listWords(fill, override, mapping);
  if (perCluster.size === 0) return { supplyFor: () => shared, asksDigest: false, words, uses };
  const supplyFor: PreparedSupply['supplyFor'] = (id, name, digest) => {
    const own =
      perCluster.get(toClusterKey(id ?? '')) ?? perCluster.get(digest?.() ?? '') ?? perCluster.get(name ?? '');
    return own ? { ...shared, ...own } : shared;
  };
  return { supplyFor, asksDigest: [...perCluster.keys()].some(isDigest), words, uses };
}

function checkParts(decisions: unknown = {}): { defaults?: unknown; map?: unknown; clusters: Record<string, unknown> } {
  if (!isObject(decisions)) throw new TypeError('options.decisions: must be an object');
  const unknown = Object.keys(decisions).find((key) => !(decisionParts as readonly string[]).includes(key));
  if (unknown !== undefined)
    throw new TypeError(`options.decisions.${unknown}: no such part; there are ${decisionParts.join(', ')}`);
  const { clusters = {} } = decisions;
  if (!isObject(clusters)) throw new TypeError('options.decisions.clusters: must be an object');
  return { ...decisions, clusters };
}

/** What is decided for one cluster: values, and which of its connections. */
function readCluster(
  decided: unknown,
  option: string,
  secret: ReadonlySet<string>,
): Pick<Supply, 'own' | 'connection'> {
  if (!isObject(decided) || isObject(decided[itemDecision] ?? {})) return { own: readValues(decided, option, secret) };
  const { [itemDecision]: connection, ...values } = decided;
  if (!isItemIndex(connection))
    throw new TypeError(`options.${option}: ${itemDecision} takes a whole number, counted from 0`);
  return { own: readValues(values, option, secret), connection };
}

function readValues(values: unknown, option: string, secret: ReadonlySet<string>): Map<string, Supplied> {
  if (values === undefined) return new Map();
  if (!isObject(values)) throw new TypeError(`options.${option}: must be an object`);
  const read = new Map<string, Supplied>();
  for (const { path, value } of listGiven(values)) {
    checkValue(path, value, option);
    // Once dotted and once nested: nobody knows which is meant.
    if (read.has(toDocumentPath(path))) throw new TypeError(`options.${option}: ${path} is supplied twice`);
    read.set(toDocumentPath(path), { value, word: `${option}.${path}`, ...(secret.has(path) ? { secret: true } : {}) });
  }
  return read;
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

/** The words of what is supplied for all documents; the values of maps are words of their own. */
function listWords(
  fill: ReadonlyMap<string, Supplied>,
  override: ReadonlyMap<string, Supplied>,
  map: ReadonlyMap<string, ReadonlyMap<string, Supplied>>,
): string[] {
  const supplied = [
    ...fill.values(),
    ...override.values(),
    ...[...map.values()].flatMap((pairs) => [...pairs.values()]),
  ];
  return supplied.flatMap(({ word }) => word ?? []);
}

function readMap(map: unknown): Map<string, Map<string, Supplied>> {
  if (map === undefined) return new Map();
  if (!isObject(map)) throw new TypeError('options.decisions.map: must be an object');
  return new Map(
    Object.entries(map).map(([path, values]) => {
      if (!isObject(values))
        throw new TypeError(`options.decisions.map.${path}: must be an object of v1 value to v2 value`);
      checkPath(path, 'decisions.map');
      for (const value of Object.values(values)) checkValue(path, value, 'decisions.map');
      const pairs = Object.entries(values).map(
        ([from, value]) => [from, { value, word: `decisions.map.${path}.${from}` }] as const,
      );
      return [toDocumentPath(path), new Map(pairs)];
    }),
  );
}
