// Options of the library: checked once, made ready for use on any number of documents.
import { type DatabaseSource, prepareOffers } from './databases.js';
import { checkPath, checkValue } from './decision-paths.js';
import { createSupply, type Supplied, type Supply } from './engine/input.js';
import { isObject } from './model/json.js';
import type { Offer } from './model/rule.js';
import type { Kind } from './model/translation.js';
import { toClusterKey } from './model/uuid.js';
import { type DecisionPath, type DecisionValues, decisionLeaves, toDocumentPath } from './schema/decisions.js';

/** Values for one cluster, dotted (`credentials.username`) or nested (`credentials: { username }`). */
export type ClusterDecisions = Readonly<Record<string, unknown>>;

/** The content of a decisions file, with values from the environment already resolved. */
export interface Decisions {
  /** Used only where v1 supplies nothing. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** v1 value → v2 value, by v2 path. */
  readonly map?: { readonly [P in DecisionPath]?: Readonly<Record<string, unknown>> };
  /** Wins over everything; keyed by cluster id, by displayName, or by where a document stands, as reports name it. */
  readonly clusters?: Readonly<Record<string, ClusterDecisions>>;
}

/** Options of a translation. A wrong one throws a TypeError that names it. */
export interface TranslateOptions {
  /** What the documents are, where their shape does not tell or tells wrong. */
  readonly kind?: Kind;
  /** What a ClusterResponse becomes: a PUT body (the default), a POST body for a new cluster, or the answer of v2. */
  readonly to?: 'ensure' | 'create' | 'read';
  /** Fills v2 leaves that v1 leaves out. */
  readonly set?: DecisionValues;
  /** Wins over v1. */
  readonly override?: DecisionValues;
  readonly decisions?: Decisions;
  /** Decision paths whose supplied values are not to be shown; those under `credentials` but the username never are. */
  readonly secretPaths?: readonly string[];
  /**
   * v1 databases that are offered for `credentials.database` where v1 and people are silent: the only one that v2 takes
   * is used, of several one is to be chosen. Those of other clusters are not offered, as far as ids tell.
   */
  readonly databases?: readonly DatabaseSource[];
  /** Replaces names that v2 refuses by the nearest valid one. */
  readonly fixNames?: boolean;
  /** Which connection to take where a document has several, counted from 0. */
  readonly connection?: number;
  /** The cluster that a patch or a restore changes: a parsed v1 or v2 document, or a list of them, matched by id. */
  readonly base?: unknown;
  /** Id of the cluster that a patch or a restore changes; it stands in no such document. */
  readonly id?: string;
  /** Base path on the v2 host, such as `/v2`; the documented one is the host's root. */
  readonly basePath?: string;
  /** Format of the text; guessed where left out. */
  readonly format?: 'json' | 'yaml' | 'ndjson';
  /** What a document that is no payload of the API becomes; `blocked` where left out. */
  readonly foreign?: 'blocked' | 'skipped';
  /** Whether changes and findings carry line and column; they do where left out. */
  readonly positions?: boolean;
}

/** Options made ready. */
export interface Prepared extends TranslateOptions {
  /** What people supply for a cluster, which decisions name by its id, by where it stands, or by its name. */
  readonly supplyFor: (id: string | undefined, name: string | undefined, place?: () => string) => Supply;
  /** Whether there are decisions for clusters, so that it matters where a document stands. */
  readonly asksPlace: boolean;
  /** The databases that are offered to a cluster. */
  readonly databasesFor: (id: string | undefined) => Offer | undefined;
}

const names = [
  'kind',
  'to',
  'set',
  'override',
  'decisions',
  'databases',
  'secretPaths',
  'fixNames',
  'connection',
  'base',
  'id',
  'basePath',
  'format',
  'foreign',
  'positions',
];
const choices: Readonly<Record<string, readonly unknown[]>> = {
  kind: [
    'CreateClusterRequest',
    'ClusterResponse',
    'PatchClusterRequest',
    'fromBackup',
    'CreateRestoreRequest',
    'BackupResponse',
    'User',
    'Database',
  ] satisfies Kind[],
  to: ['ensure', 'create', 'read'],
  fixNames: [true, false],
  format: ['json', 'yaml', 'ndjson'],
  foreign: ['blocked', 'skipped'],
  positions: [true, false],
};

const decisionParts = ['defaults', 'map', 'clusters'];
/** Decision paths have two keys at most; what is nested deeper is wrong, and may have no end. */
const deepestPath = 3;

/** Checks options and makes them ready. Throws a TypeError that names the wrong one and, for a path, the near ones. */
export function prepareOptions(options: TranslateOptions = {}): Prepared {
  if (!isObject(options as unknown)) throw new TypeError('options: must be an object');
  for (const [name, value] of Object.entries(options)) {
    if (!names.includes(name)) throw new TypeError(`options.${name}: no such option; there are ${names.join(', ')}`);
    const allowed = choices[name];
    if (value !== undefined && allowed && !allowed.includes(value))
      throw new TypeError(`options.${name}: must be one of ${allowed.join(', ')}`);
  }
  const { connection, basePath, secretPaths, decisions } = options;
  if (connection !== undefined && !(Number.isInteger(connection) && connection >= 0)) {
    throw new TypeError('options.connection: must be a whole number, counted from 0');
  }
  if (basePath !== undefined && !/^(?:\/[\w.-]+)*$/.test(basePath))
    throw new TypeError('options.basePath: must look like /v2');
  if (secretPaths !== undefined && !Array.isArray(secretPaths))
    throw new TypeError('options.secretPaths: must be an array');
  for (const path of secretPaths ?? []) checkPath(String(path), 'secretPaths');
  checkDecisions(decisions);
  const asksPlace = Object.keys(decisions?.clusters ?? {}).length > 0;
  return {
    ...options,
    supplyFor: prepareSupply(options),
    asksPlace,
    databasesFor: prepareOffers(options.databases),
  };
}

function checkDecisions(decisions: unknown): void {
  if (decisions === undefined) return;
  if (!isObject(decisions)) throw new TypeError('options.decisions: must be an object');
  const unknown = Object.keys(decisions).find((key) => !decisionParts.includes(key));
  if (unknown !== undefined)
    throw new TypeError(`options.decisions.${unknown}: no such part; there are ${decisionParts.join(', ')}`);
  if (decisions['clusters'] !== undefined && !isObject(decisions['clusters']))
    throw new TypeError('options.decisions.clusters: must be an object');
}

function prepareSupply(options: TranslateOptions): Prepared['supplyFor'] {
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
