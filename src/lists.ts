// Lists: taken apart into documents, with what is to say of the list itself, or the v2 list that surrounds the answers.
import { isObject } from './model/json.js';
import { valueAt } from './model/path.js';
import type { Prepared } from './options.js';
import { describeList } from './outcomes.js';
import { detect, type Recognised } from './schema/detect.js';
import { inspect } from './schema/inspect.js';
import { type Surroundings, type Translation, translateEnvelope } from './translate.js';

/** A list of documents. */
export interface List {
  /** JSON Pointer of the array. */
  readonly at: '' | '/items' | '/log/entries';
  /** What an item's document is called in it: the request of an entry of a HAR file. */
  readonly below?: '/request';
  readonly items: readonly unknown[];
  readonly value: unknown;
  readonly found: Recognised;
}

/** The list that a value is. One that cannot be read is none; what is wrong with it is said when it is translated. */
export function findList(value: unknown): List | undefined {
  try {
    return readList(value);
  } catch {
    return undefined;
  }
}

/** Forbidden keys around the items refuse the whole list; those in an item refuse the item. */
function readList(value: unknown): List | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  // Most documents are none, which two keys tell without a second look at all of them.
  if (!Array.isArray(value) && !('items' in value) && !('log' in value)) return undefined;
  if (!Array.isArray(value) && inspect(withoutItems(value))) return undefined;
  const found = detect(value);
  if (found.kind === 'unknown' || found.items === undefined) return undefined;
  if (Array.isArray(value)) return { at: '', items: value, value, found };
  if (found.version === 'v2') return undefined;
  if (found.items === 'log/entries') {
    const entries = valueAt(value, ['log', 'entries']) as readonly unknown[];
    return {
      at: '/log/entries',
      below: '/request',
      items: entries.map((entry) => valueAt(entry, ['request'])),
      value,
      found,
    };
  }
  const { items } = value as { items: readonly unknown[] };
  return { at: '/items', items, value, found };
}

/** The value without what it lists; items speak for themselves. */
export function withoutItems(value: unknown): unknown {
  if (!isObject(value)) return undefined;
  const { items: _items, ...envelope } = value;
  return envelope;
}

/**
 * What becomes of the list around translated items: a v2 list where the items become answers of v2, else what there is
 * to say of it: that it is empty, or that it is one page of several.
 */
export function translateAround(
  list: List,
  items: readonly Translation[],
  { options, surroundings = {} }: { options: Prepared; surroundings?: Surroundings },
): Translation | undefined {
  const findings = describeList(list.value, list.items);
  if (becomesList(list, options)) {
    const earlier = [...(surroundings.findings ?? []), ...findings];
    const location = findShared(items.map((item) => ('location' in item ? item.location : undefined)));
    return translateEnvelope(withoutItems(list.value), list.found, {
      options,
      location,
      surroundings: { ...surroundings, findings: earlier },
    });
  }
  return findings.length > 0 ? { kind: list.found.kind, status: 'skipped', changes: [], findings } : undefined;
}

function becomesList({ at, found }: List, { to }: Prepared): boolean {
  if (at === '') return false;
  return found.kind === 'ClusterBackupList' || (found.kind === 'ClusterList' && to === 'read');
}

/** The value that all share. */
function findShared(values: readonly (string | undefined)[]): string | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
