// Lists: taken apart into documents, with what is to say of the list itself, or the v2 list that surrounds the answers.
import { isObject } from '../model/json.js';
import { valueAt } from '../model/path.js';
import type { Kind } from '../model/translation.js';
import { detect, type Recognised } from '../recognise/detect.js';
import type { Translation } from '../schema/documents.js';
import { inspect } from '../schema/inspect.js';
import type { Prepared } from '../supply/options.js';
import type { Document } from './document.js';
import { describeList } from './outcomes.js';
import { translateEnvelope } from './translate.js';

/** A list of documents. */
export interface List {
  /** JSON Pointer of the array. */
  readonly at: '' | '/items' | '/data' | '/log/entries';
  /** What an item's document is called in it: the request of an entry of a HAR file. */
  readonly below?: '/request';
  readonly items: readonly unknown[];
  readonly value: unknown;
  readonly found: Recognised;
}

/** The keys at the top of a document that lists others. */
const listKeys = ['items', 'data', 'log'];

/** The list that a value is. One that cannot be read is none; what is wrong with it is said when it is translated. */
export function findList(value: unknown, options: Prepared): List | undefined {
  try {
    return readList(value, options);
  } catch {
    return undefined;
  }
}

/** Forbidden keys around the items refuse the whole list; those in an item refuse the item. */
function readList(value: unknown, { to }: Prepared): List | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  // Most documents are none, which their keys tell without a second look at all of them.
  if (!Array.isArray(value) && !listKeys.some((key) => key in value)) return undefined;
  if (!Array.isArray(value) && inspect(withoutItems(value)).refused) return undefined;
  const found = detect(value);
  // Names of versions are documents only where they are to be answers of v2.
  if (found.kind === 'PostgresVersionList' && to === 'read')
    return { at: '/data', items: valueAt(value, ['data']) as readonly unknown[], value, found };
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
  const { items, ...envelope } = value;
  if (Array.isArray(items) || !Array.isArray(envelope['data'])) return envelope;
  const { data: _data, ...rest } = envelope;
  return rest;
}

/** What kind of list a value is, that was taken apart. */
export function kindOfList(value: unknown): Kind {
  return detect(value).kind;
}

/** The options for the items of a list: what else a HAR file holds is no fault, and a version is known by its list. */
export function optionsForItems({ below, found }: List, options: Prepared): Prepared {
  if (found.kind === 'PostgresVersionList') return { ...options, kind: 'PostgresVersion' };
  return below ? { ...options, foreign: 'skipped' } : options;
}

/**
 * What becomes of the list around translated items: a v2 list where the items become answers of v2, else what there is
 * to say of it: that it is empty, or that it is one page of several.
 */
export function translateAround(list: List, items: readonly Translation[], whole: Document): Translation | undefined {
  const { value, found } = list;
  const findings = describeList(value, list.items);
  if (!hasEnvelope(list, whole.options))
    return findings.length > 0 ? { kind: found.kind, status: 'skipped', changes: [], findings } : undefined;
  const job = { ...whole, value: withoutItems(value), found, doubts: findings };
  return translateEnvelope(
    job,
    items.map((translation, index) => ({ value: list.items[index], translation })),
  );
}

const enveloped: ReadonlySet<Kind> = new Set(['ClusterBackupList', 'PostgresVersionList', 'UserList', 'DatabaseList']);

/** Whether there is more to say of what surrounds the items: it becomes that of a v2 list, or belongs to an inventory. */
function hasEnvelope({ at, found }: List, { to }: Prepared): boolean {
  if (at === '') return false;
  if (found.kind === 'ClusterList') return to === 'read';
  return enveloped.has(found.kind);
}
