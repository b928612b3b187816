// v1 databases that stand beside the documents, offered for `credentials.database`, which v1 clusters do not hold.
import { facts } from '../facts/index.js';
import { groupBy } from '../model/group.js';
import { findItems } from '../model/items.js';
import { isObject } from '../model/json.js';
import { clusterInUrl } from '../model/operation.js';
import { valueAt } from '../model/path.js';
import type { Offer } from '../model/rule.js';
import { findUuid } from '../model/uuid.js';
import { detect } from '../recognise/detect.js';
import { judgeDatabase } from '../rules/index.js';

/** A document with v1 databases: a DatabaseList, its items, an array of them, or a single one. */
export interface DatabaseSource {
  /** Its name in findings. A UUID in it is the id of the cluster where nothing in the document says it. */
  readonly name: string;
  /** The parsed document. */
  readonly value: unknown;
  /** Whether it was named outright; what a folder holds besides databases is left out. */
  readonly named?: boolean;
}

/** One database that was offered. */
interface Offered {
  readonly name: string;
  readonly source: string;
  /** Id of its cluster in lower case, where it can be told. */
  readonly cluster: string | undefined;
  readonly isUsable: boolean;
}

/** Gives what is offered to a cluster. Throws a TypeError where a source holds no databases. */
export function prepareOffers(sources: unknown): (id: string | undefined) => Offer | undefined {
  if (sources === undefined) return () => undefined;
  const wrong = 'options.databases: must be an array of { name, value }';
  if (!Array.isArray(sources)) throw new TypeError(wrong);
  const held = sources.flatMap((source: unknown) => {
    if (!isObject(source) || typeof source['name'] !== 'string') throw new TypeError(wrong);
    return readSource(source as unknown as DatabaseSource) ?? [];
  });
  if (held.length === 0) throw new TypeError('options.databases: there is no v1 database in what is offered');
  const offered = held.flatMap(({ databases }) => databases);
  const shared = offered.filter(({ cluster }) => cluster === undefined);
  const byCluster = groupBy(offered, ({ cluster }) => cluster);
  return (id) => {
    const own = id ? [...(byCluster.get(id.toLowerCase()) ?? []), ...shared] : offered;
    const sources = own.length > 0 ? own.map(({ source }) => source) : held.map(({ name }) => name);
    // A document without an id could be of any cluster, where there are several.
    return describeOffer(own, sources, id || byCluster.size < 2 ? 'sure' : 'any');
  };
}

function describeOffer(own: readonly Offered[], sources: readonly string[], cluster: 'sure' | 'any'): Offer {
  const usable = [...new Set(own.flatMap(({ name, isUsable }) => (isUsable ? [name] : [])))];
  const left = [...new Set(own.flatMap(({ name, isUsable }) => (isUsable ? [] : [name])))];
  const [only] = usable;
  return {
    sources: [...new Set(sources)].join(', '),
    only: cluster === 'sure' && usable.length === 1 ? only : undefined,
    names: usable,
    left,
  };
}

interface Held {
  readonly name: string;
  readonly databases: readonly Offered[];
}

/** The databases of a source; an empty list holds none, and is a list of them all the same. */
function readSource({ name: source, value, named = true }: DatabaseSource): Held | undefined {
  const items = findItems(value)?.items ?? [value];
  const databases = items.filter((item) => detect(item).kind === 'Database');
  if (databases.length === 0 && items.length > 0) {
    if (named) throw new TypeError(`options.databases: ${source} holds no v1 database`);
    return undefined;
  }
  return { name: source, databases: databases.flatMap((item) => readDatabase(item, value, source)) };
}

function readDatabase(item: unknown, list: unknown, source: string): Offered[] {
  const name = valueAt(item, ['properties', 'name']);
  if (typeof name !== 'string') return [];
  const createdBy = valueAt(item, ['metadata', 'createdBy']);
  const verdict = judgeDatabase(name, typeof createdBy === 'string' ? createdBy : undefined, facts.names);
  const cluster = (findCluster(item) ?? findCluster(list) ?? findUuid(source))?.toLowerCase();
  return [{ name, source, cluster, isUsable: verdict === 'could-be' }];
}

/** The cluster in the URL of a database or of a list, or in the id of a list, which begins with it. */
function findCluster(value: unknown): string | undefined {
  const href = valueAt(value, ['href']);
  const inUrl = typeof href === 'string' ? clusterInUrl(href) : undefined;
  const id = valueAt(value, ['items']) === undefined ? undefined : valueAt(value, ['id']);
  return findUuid(inUrl ?? (typeof id === 'string' ? id : ''));
}
