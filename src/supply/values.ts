// What people supply, read from options once: values by path, and what was decided for single clusters.

import { createSupply, type Supplied, type Supply } from '../engine/input.js';
import { isObject } from '../model/json.js';
import { toClusterKey } from '../model/uuid.js';
import { decisionLeaves, isItemIndex, itemDecision, toDocumentPath } from '../schema/decisions.js';
import { checkPath, checkValue } from './paths.js';

/** The options that supply something; what they hold is checked here, but for the paths that are secret. */
export interface SupplyOptions extends Readonly<Partial<Record<'set' | 'override' | 'decisions', unknown>>> {
  readonly secretPaths?: readonly string[];
}

/** The parts of decisions, in their order. */
export const decisionParts = ['defaults', 'map', 'clusters'] as const;

/** What people supply, made ready. */
export interface PreparedSupply {
  /** What they supply for a cluster, which decisions name by its id, by where it stands, or by its name. */
  readonly supplyFor: (id: string | undefined, name: string | undefined, place?: (() => string) | undefined) => Supply;
  /** Whether there are decisions for clusters, so that it matters where a document stands. */
  readonly asksPlace: boolean;
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
  const shared = createSupply({ fill, override, map: mapping });
  if (perCluster.size === 0) return { supplyFor: () => shared, asksPlace: false };
  const supplyFor: PreparedSupply['supplyFor'] = (id, name, place) => {
    const own = perCluster.get(toClusterKey(id ?? '')) ?? perCluster.get(place?.() ?? '') ?? perCluster.get(name ?? '');
    return own ? { ...shared, ...own } : shared;
  };
  return { supplyFor, asksPlace: true };
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
    read.set(toDocumentPath(path), secret.has(path) ? { value, secret: true } : { value });
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

function readMap(map: unknown): Map<string, Map<string, unknown>> {
  if (map === undefined) return new Map();
  if (!isObject(map)) throw new TypeError('options.decisions.map: must be an object');
  return new Map(
    Object.entries(map).map(([path, values]) => {
      if (!isObject(values))
        throw new TypeError(`options.decisions.map.${path}: must be an object of v1 value to v2 value`);
      checkPath(path, 'decisions.map');
      for (const value of Object.values(values)) checkValue(path, value, 'decisions.map');
      return [toDocumentPath(path), new Map(Object.entries(values))];
    }),
  );
}
