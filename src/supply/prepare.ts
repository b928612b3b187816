// What people supply, made ready: the sections of decisions and the options beside them, each at its strength, and what
// was decided for single clusters.
import { createSupply, type Groups, type Supplied, type Supply } from '../engine/input.js';
import { isDigest } from '../model/digest.js';
import { type Section, sections } from '../model/finding.js';
import { isObject } from '../model/json.js';
import { isUuid, toClusterKey } from '../model/uuid.js';
import { addressDecisions, isItemIndex, itemDecision } from '../schema/item-decision.js';
import { findWrongRegions, locationsOf } from './regions.js';
import { listUndecided, type Reading, readDecided, readMap, readValues } from './values.js';
import type { AskedVariables, Environment } from './variables.js';

/** The options that supply something; what they hold is checked here, but for the paths that are secret. */
export interface SupplyOptions
  extends Readonly<Partial<Record<'set' | 'override' | 'decisions' | 'environment', unknown>>> {
  readonly secretPaths?: readonly string[];
}

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
  /** The variables of the environment that were asked for so far. */
  readonly asked: AskedVariables;
  /** Whether the name of a document is part of the name of a variable. */
  readonly asksNames: boolean;
  /** The decisions that are left blank, each in words. */
  readonly undecided: readonly string[];
  /** The paths whose supplied values are not to be shown. */
  readonly secretPaths: readonly string[];
}

/** Reads and checks what people supply. Throws a TypeError that names what is wrong. */
export function prepareSupply(options: SupplyOptions): PreparedSupply {
  const reading: Reading = {
    secret: new Set(options.secretPaths),
    environment: checkEnvironment(options.environment),
    asked: new Map(),
    asksNames: false,
  };
  const { defaults, regions, map, repairs, clusters } = checkParts(options.decisions);
  const supplied = {
    fill: readValues(options.set, 'set', reading),
    groups: readRegions(regions, reading),
    rest: readDecided(defaults, 'decisions.defaults', reading),
    repairs: readDecided(repairs, 'decisions.repairs', reading),
    override: readValues(options.override, 'override', reading),
    map: readMap(map),
  };
  const perCluster = new Map(
    Object.entries(clusters).map(([key, values]) => [
      toClusterKey(key),
      readCluster(values ?? {}, `decisions.clusters.${key}`, reading),
    ]),
  );
  const uses = new Set<string>();
  const { groups, ...rest } = supplied;
  const shared = createSupply({ ...rest, ...(groups.of.size > 0 ? { groups } : {}), uses });
  const { asked, secret } = reading;
  const undecided = listUndecided(options.decisions);
  const { asksNames } = reading;
  const words = listWords(supplied);
  const prepared = { words, uses, asked, asksNames, undecided, secretPaths: [...secret] };
  if (perCluster.size === 0) return { supplyFor: () => shared, asksDigest: false, ...prepared };
  const supplyFor: PreparedSupply['supplyFor'] = (id, name, digest) => {
    const own =
      perCluster.get(toClusterKey(id ?? '')) ?? perCluster.get(digest?.() ?? '') ?? perCluster.get(name ?? '');
    return own ? { ...shared, ...own } : shared;
  };
  return { supplyFor, asksDigest: [...perCluster.keys()].some(isDigest), ...prepared };
}

function checkEnvironment(environment: unknown = {}): Environment {
  if (!isObject(environment)) throw new TypeError('options.environment: must be an object of names and values');
  return environment as Environment;
}

function checkParts(decisions: unknown = {}): { readonly [P in Section]?: unknown } & {
  readonly clusters: Record<string, unknown>;
} {
  if (!isObject(decisions)) throw new TypeError('options.decisions: must be an object');
  const unknown = Object.keys(decisions).find((key) => !(sections as readonly string[]).includes(key));
  if (unknown !== undefined)
    throw new TypeError(`options.decisions.${unknown}: no such part; there are ${sections.join(', ')}`);
  const clusters = decisions['clusters'] ?? {};
  if (!isObject(clusters)) throw new TypeError('options.decisions.clusters: must be an object');
  return { ...decisions, clusters };
}

/** Values for documents of a region; each location of it leads to them. */
function readRegions(regions: unknown, reading: Reading): Groups {
  const of = new Map<string, ReadonlyMap<string, Supplied>>();
  if (regions === undefined || regions === null) return { by: 'location', of };
  if (!isObject(regions)) throw new TypeError('options.decisions.regions: must be an object');
  const [wrong] = findWrongRegions(Object.keys(regions)).values();
  if (wrong !== undefined) throw new TypeError(`options.decisions.regions: ${wrong}`);
  for (const [key, values] of Object.entries(regions)) {
    const read = readDecided(values, `decisions.regions.${key}`, reading);
    if (read.has('location'))
      throw new TypeError(`options.decisions.regions.${key}: location is what regions go by; it stands in defaults`);
    for (const location of locationsOf(key)) of.set(location, read);
  }
  return { by: 'location', of };
}

type OwnSupply = Pick<Supply, 'own' | 'connection' | 'id' | 'isForgotten'>;

/** What is decided for one cluster: values, which of its connections, and what is known of a Terraform address. */
function readCluster(decided: unknown, option: string, reading: Reading): OwnSupply {
  if (!isObject(decided)) return { own: readDecided(decided, option, reading) };
  const { [addressDecisions.id]: id, [addressDecisions.forget]: forget, ...rest } = decided;
  const isGiven = id !== undefined && id !== null;
  if (isGiven && !(typeof id === 'string' && isUuid(id))) throw new TypeError(`options.${option}: id takes a UUID`);
  if (typeof (forget ?? false) !== 'boolean') throw new TypeError(`options.${option}: forget takes a boolean`);
  const ofAddress = { ...(isGiven ? { id } : {}), ...(forget === true ? { isForgotten: true } : {}) };
  if (isObject(rest[itemDecision] ?? {})) return { own: readDecided(rest, option, reading), ...ofAddress };
  const { [itemDecision]: connection, ...values } = rest;
  if (!isItemIndex(connection))
    throw new TypeError(`options.${option}: ${itemDecision} takes a whole number, counted from 0`);
  return { own: readDecided(values, option, reading), connection, ...ofAddress };
}

/** The words of what is supplied for all documents; the values of maps are words of their own. */
function listWords({
  fill,
  groups,
  rest,
  repairs,
  override,
  map,
}: Pick<Supply, 'fill' | 'rest' | 'repairs' | 'override' | 'map'> & { readonly groups: Groups }): string[] {
  const supplied = [fill, ...new Set(groups.of.values()), rest, repairs, override, ...map.values()];
  return supplied.flatMap((values) => [...values.values()].flatMap(({ word }) => word ?? []));
}
