// What people supply, read from options once: values by path, and what was decided for single clusters.

import { createSupply, type Supplied, type Supply } from '../engine/input.js';
import { isObject } from '../model/json.js';
import { toClusterKey } from '../model/uuid.js';
import { decisionLeaves, toDocumentPath } from '../schema/decisions.js';
import { checkPath, checkValue } from './paths.js';

/** The options that supply something; what they hold is checked here. */
export interface SupplyOptions {
  readonly set?: unknown;
  readonly override?: unknown;
  readonly decisions?: {
    readonly defaults?: unknown;
    readonly map?: unknown;
    readonly clusters?: Readonly<Record<string, unknown>>;
  };
  readonly secretPaths?: readonly string[];
}

/** What people supply for a cluster, which decisions name by its id, by where it stands, or by its name. */
export type SupplyFor = (
  id: string | undefined,
  name: string | undefined,
  place?: (() => string) | undefined,
) => Supply;

/** Decision paths have two keys at most; what is nested deeper is wrong, and may have no end. */
const deepestPath = 3;

/** Reads and checks what people supply. Throws a TypeError that names what is wrong. */
export function prepareSupply(options: SupplyOptions): SupplyFor {
  const secret = new Set(options.secretPaths);
  const { defaults, map, clusters } = options.decisions ?? {};
  const fill = new Map([
    ...readValues(defaults, 'decisions.defaults', secret),
    ...readValues(options.set, 'set', secret),
  ]);
  const override = readValues(options.override, 'override', secret);
  const mapping = readMap(map);
  const perCluster = new Map(
    Object.entries(clusters ?? {}).map(([key, values]) => [
      toClusterKey(key),
      readValues(values, `decisions.clusters.${key}`, secret),
    ]),
  );
  const shared = createSupply({ fill, override, map: mapping });
  if (perCluster.size === 0) return () => shared;
  return (id, name, place) => {
    const own = perCluster.get(toClusterKey(id ?? '')) ?? perCluster.get(place?.() ?? '') ?? perCluster.get(name ?? '');
    return own ? { ...shared, own } : shared;
  };
}

function readValues(values: unknown, option: string, secret: ReadonlySet<string>): Map<string, Supplied> {
  if (values === undefined) return new Map();
  if (!isObject(values)) throw new TypeError(`options.${option}: must be an object`);
  const read = new Map<string, Supplied>();
  for (const [path, value] of flatten(values, '')) {
    if (value === undefined || value === null) continue;
    checkValue(path, value, option);
    // Once dotted and once nested: nobody knows which is meant.
    if (read.has(toDocumentPath(path))) throw new TypeError(`options.${option}: ${path} is supplied twice`);
    read.set(toDocumentPath(path), secret.has(path) ? { value, secret: true } : { value });
  }
  return read;
}

function* flatten(values: Record<string, unknown>, prefix: string): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(values)) {
    const path = prefix + key;
    const isBlock = isObject(value) && !decisionLeaves.has(path) && path.split('.').length <= deepestPath;
    if (isBlock) yield* flatten(value, `${path}.`);
    else yield [path, value];
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
