// Options of the library: checked once, made ready for use on any number of documents.

import { formatNames } from '../forms/index.js';
import { isObject } from '../model/json.js';
import type { Offer } from '../model/rule.js';
import type { Format } from '../model/source.js';
import type { Kind } from '../model/translation.js';
import type { DecisionPath, DecisionValues } from '../schema/decisions.js';
import { isItemIndex } from '../schema/item-decision.js';
import { type BaseDocument, type Bases, type Neighbours, prepareBases } from './bases.js';
import { type DatabaseSource, prepareOffers } from './databases.js';
import { checkPath } from './paths.js';
import { type PreparedSupply, prepareSupply } from './prepare.js';
import type { Environment } from './variables.js';

/**
 * Values for one cluster, dotted (`credentials.username`) or nested (`credentials: { username }`); a number as `connection`
 * says which of several connections.
 */
export type ClusterDecisions = Readonly<Record<string, unknown>>;

/** Values by v2 path, dotted or nested; `{ env: NAME }` takes one from `options.environment`. */
export type DecidedValues = Readonly<Record<string, unknown>>;

/** The content of a decisions file. The strongest first: clusters, map, repairs, what v1 says, regions, defaults. */
export interface Decisions {
  /** Used only where v1 and regions supply nothing. */
  readonly defaults?: DecidedValues;
  /** The same for documents of one v1 location: `de/fra`, in any letter case, and the facilities of its region. */
  readonly regions?: Readonly<Record<string, DecidedValues>>;
  /** v1 value → v2 value, by v2 path. */
  readonly map?: { readonly [P in DecisionPath]?: Readonly<Record<string, unknown>> };
  /** Used only where v2 refuses what v1 says. */
  readonly repairs?: DecidedValues;
  /** Wins over everything; keyed by cluster id, by digest, by displayName, or by Terraform address. */
  readonly clusters?: Readonly<Record<string, ClusterDecisions>>;
}

/** Options of a translation. A wrong one throws a TypeError that names it. */
export interface TranslateOptions {
  /** What the documents are, where their shape does not tell or tells wrong. */
  readonly kind?: Kind | undefined;
  /** What a ClusterResponse becomes: a PUT body (the default), a POST body for a new cluster, or the answer of v2. */
  readonly to?: 'ensure' | 'create' | 'read' | undefined;
  /** Fills v2 leaves that v1 leaves out. */
  readonly set?: DecisionValues;
  /** Wins over v1. */
  readonly override?: DecisionValues;
  readonly decisions?: Decisions;
  /** The variables that `{ env: NAME }` in decisions takes values from. One that is not set blocks what needs it. */
  readonly environment?: Environment;
  /** Decision paths whose supplied values are not to be shown; those that are secret by their name never are. */
  readonly secretPaths?: readonly string[];
  /**
   * v1 databases that are offered for `credentials.database` where v1 and people are silent: the only one that v2 takes
   * is used, of several one is to be chosen. Those of other clusters are not offered, as far as ids tell.
   */
  readonly databases?: readonly DatabaseSource[];
  /** Replaces names that v2 refuses by the nearest valid one. */
  readonly fixNames?: boolean;
  /** Which connection to take where a document has several, counted from 0. */
  readonly connection?: number | undefined;
  /** The cluster that a patch or a restore changes: a parsed v1 or v2 document, or a list of them, matched by id. */
  readonly base?: unknown;
  /** Id of the cluster that a patch or a restore changes; it stands in no such document. */
  readonly id?: string | undefined;
  /** Base path on the v2 host, such as `/v2`; the documented one is the host's root. */
  readonly basePath?: string;
  /** Format of the text; guessed where left out. */
  readonly format?: Format;
  /** What a document that is no payload of the API becomes; `blocked` where left out. */
  readonly foreign?: 'blocked' | 'skipped';
  /** Whether changes and findings carry line and column; they do where left out. */
  readonly positions?: boolean;
}

/** Options made ready. */
export interface Prepared extends Omit<TranslateOptions, 'secretPaths'>, PreparedSupply {
  /** The clusters that patches and restores change; undefined where none were given. */
  readonly bases: Bases | undefined;
  /** The clusters of the run, where a document is one of several; lines of a stream have none. */
  readonly neighbours?: Neighbours | undefined;
  /** Whether a name is a key of decisions: in a part of a stream nobody knows how many have it. It is where left out. */
  readonly knowsNames?: boolean;
  /** Whether changes are told; they are where left out. Where nobody reads them, the time to make them is saved. */
  readonly tellsChanges?: boolean;
  /** The databases that are offered to a cluster. */
  readonly databasesFor: (id: string | undefined) => Offer | undefined;
}

/** Every option, in the order in which they are told; with the values it may have, where they can be listed. */
const choices: Readonly<Record<keyof TranslateOptions, readonly unknown[] | undefined>> = {
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
  set: undefined,
  override: undefined,
  decisions: undefined,
  environment: undefined,
  databases: undefined,
  secretPaths: undefined,
  fixNames: [true, false],
  connection: undefined,
  base: undefined,
  id: undefined,
  basePath: undefined,
  format: formatNames,
  foreign: ['blocked', 'skipped'],
  positions: [true, false],
};

/** Checks options and makes them ready. Throws a TypeError that names the wrong one and, for a path, the near ones. */
export function prepareOptions(options: TranslateOptions = {}, bases: readonly BaseDocument[] = []): Prepared {
  if (!isObject(options as unknown)) throw new TypeError('options: must be an object');
  for (const [name, value] of Object.entries(options)) {
    if (!isOption(name))
      throw new TypeError(`options.${name}: no such option; there are ${Object.keys(choices).join(', ')}`);
    const allowed = choices[name];
    if (value !== undefined && allowed && !allowed.includes(value))
      throw new TypeError(`options.${name}: must be one of ${allowed.join(', ')}`);
  }
  const { connection, basePath, secretPaths } = options;
  if (connection !== undefined && !isItemIndex(connection)) {
    throw new TypeError('options.connection: must be a whole number, counted from 0');
  }
  if (basePath !== undefined && basePath !== '' && (!/^\/[\w./-]+$/.test(basePath) || /\/\/|\/$/.test(basePath)))
    throw new TypeError('options.basePath: must look like /v2');
  if (secretPaths !== undefined && !Array.isArray(secretPaths))
    throw new TypeError('options.secretPaths: must be an array');
  for (const path of secretPaths ?? []) checkPath(String(path), 'secretPaths');
  return {
    ...options,
    ...prepareSupply(options),
    bases: prepareBases([...(options.base === undefined ? [] : [{ value: options.base, pointer: '' }]), ...bases]),
    databasesFor: prepareOffers(options.databases),
  };
}

/** Options as they were before they were made ready: plain data, which another thread can be handed. */
export function toPlainOptions(prepared: Prepared): TranslateOptions {
  return Object.fromEntries(Object.entries(prepared).filter(([name]) => isOption(name)));
}

function isOption(name: string): name is keyof TranslateOptions {
  return Object.hasOwn(choices, name);
}
