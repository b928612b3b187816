// What the second opinion is written down in: what it says of a document, and where each v2 value comes from.
import type { TranslateOptions } from '../../src/index.js';

export type Level = 'error' | 'warning';
export type Bag = Record<string, unknown>;

/** The second opinion on one document. `says` holds `severity place`, errors and warnings only. */
export interface Opinion {
  readonly status: 'blocked' | 'review' | 'ready';
  readonly document: unknown;
  readonly url: string | undefined;
  readonly says: readonly string[];
  /** Whether it is a document that gets translated at all; what is refused as a whole has no places to compare. */
  readonly translated: boolean;
  /** What the places of the program lack before they are those of a whole cluster, v1 and v2. */
  readonly lacks?: { readonly v1?: string; readonly v2?: string };
}

/** A notebook for one document. */
export interface Notebook {
  readonly options: TranslateOptions;
  readonly says: Set<string>;
  readonly target: 'ClusterCreate' | 'ClusterEnsure' | 'restoreFromBackup';
  /** What the decisions say for this very cluster. */
  readonly own: Bag;
}

/** A v2 value with the place that is to blame for it: the v1 place, or the v2 place where v1 is silent. */
export interface Found {
  readonly value: unknown;
  readonly place: string;
  readonly from: 'v1' | 'person';
}

/** Where a v2 value stands in v1, and what v1 says there. */
export interface Question {
  readonly path: string;
  readonly v1: unknown;
  readonly place: string;
}

export function say(book: Notebook, level: Level, place: string): void {
  book.says.add(`${level} ${place}`);
}

export function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null is absent, everywhere. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** The value at a dotted path of decisions, written dotted or nested. */
export function lookUp(values: unknown, path: string): unknown {
  if (!isBag(values)) return undefined;
  if (!isAbsent(values[path])) return values[path];
  const dot = path.indexOf('.');
  return dot < 0 ? undefined : lookUp(values[path.slice(0, dot)], path.slice(dot + 1));
}

/** The v2 place of a dotted path. */
export function toPlace(path: string): string {
  return `/properties/${path.replaceAll('.', '/')}`;
}

/** What a person says against v1, or where v1 says nothing. */
export function findGiven(book: Notebook, { path, v1 }: Question): Found | undefined {
  const { options, own } = book;
  const place = toPlace(path);
  const strong = lookUp(own, path) ?? lookUp(options.override, path);
  if (!isAbsent(strong)) return { value: strong, place, from: 'person' };
  if (!isAbsent(v1)) return undefined;
  const weak = lookUp(options.set, path) ?? lookUp(options.decisions?.defaults, path);
  return isAbsent(weak) ? undefined : { value: weak, place, from: 'person' };
}

/** What the map of the decisions makes of a value, if anything. */
export function findMapped(book: Notebook, { path, v1 }: Question, value: unknown): unknown {
  const table = (book.options.decisions?.map as Bag | undefined)?.[path];
  if (!isBag(table)) return undefined;
  return table[String(v1)] ?? table[String(value)];
}
