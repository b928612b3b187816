// The clusters that patches, restores and requests are about, found by id: those that were given as bases, and those that
// stand beside a document in the same run.
import { groupBy } from '../model/group.js';
import { findItems } from '../model/items.js';
import { isObject } from '../model/json.js';
import { textAt, valueAt } from '../model/path.js';
import { namePlace } from '../model/place.js';
import type { Format, SourceDocument } from '../model/source.js';
import { detect, isClusterKind } from '../recognise/detect.js';

/** A cluster that something may change: a v1 or v2 document, as it was given. */
export interface BaseDocument {
  readonly value: unknown;
  /** JSON Pointer in its text, or in the list that was given. */
  readonly pointer: string;
  /** The text it stands in; absent for a value. */
  readonly source?: SourceDocument;
  /** Name of its file; absent for a value. */
  readonly name?: string;
}

/** A text with clusters that something may change: plain data, which another thread can be handed. */
export interface BaseText {
  /** Name of the file. */
  readonly name: string;
  readonly text: string;
  readonly format: Format;
}

/** All that was given as bases. */
export interface Bases {
  readonly all: readonly BaseDocument[];
  /** Those of a cluster id, in any letter case. */
  readonly byId: ReadonlyMap<string, readonly BaseDocument[]>;
}

/** The clusters of the run that a document stands in; gathered when something asks for one. */
export type Neighbours = () => Bases | undefined;

/** Makes bases ready: documents, or lists of them. */
export function prepareBases(documents: readonly BaseDocument[]): Bases | undefined {
  if (documents.length === 0) return undefined;
  const all = documents.flatMap(takeApart);
  return { all, byId: groupBy(all, ({ value }) => textAt(value, 'id')?.toLowerCase()) };
}

/** The whole clusters among documents of a run that have an id, and of which nothing is in doubt. */
export function gatherClusters(documents: readonly BaseDocument[]): readonly BaseDocument[] {
  return documents.flatMap(takeApart).filter((one) => isWholeCluster(one) && !isDoubtful(one));
}

/** The clusters of documents that stand beside one another, gathered once. */
export function gatherNeighbours(documents: readonly BaseDocument[]): Neighbours {
  let gathered: { readonly bases: Bases | undefined } | undefined;
  return () => {
    gathered ??= { bases: prepareBases(gatherClusters(documents)) };
    return gathered.bases;
  };
}

/** The clusters of an id: those that were given, else those of the run. */
export function listOfId(
  { bases, neighbours }: { readonly bases: Bases | undefined; readonly neighbours?: Neighbours | undefined },
  id: string,
): readonly BaseDocument[] {
  const key = id.toLowerCase();
  return bases?.byId.get(key) ?? neighbours?.()?.byId.get(key) ?? [];
}

/** Where a cluster stands, in words. */
export function nameBase({ name = 'the base', source, pointer }: BaseDocument): string {
  return namePlace(name, source?.line ?? 1, pointer);
}

function takeApart(base: BaseDocument): BaseDocument[] {
  const list = findItems(base.value);
  if (!list) return [base];
  return list.items.map((value, index) => ({ ...base, value, pointer: `${base.pointer}${list.at}/${index}` }));
}

function isWholeCluster({ value }: BaseDocument): boolean {
  if (textAt(value, 'id') === undefined || !isObject(valueAt(value, ['properties']))) return false;
  return isClusterKind(detect(value).kind);
}

/** A key that stands twice would go unseen into the clusters of others. */
function isDoubtful({ source, pointer }: BaseDocument): boolean {
  const problems = source?.problems ?? [];
  return problems.some(({ severity, path = '' }) => {
    const concerns = path === '' || path === pointer || path.startsWith(`${pointer}/`) || pointer === '';
    return severity === 'error' && concerns;
  });
}
