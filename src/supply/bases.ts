// The clusters that patches and restores change, found by id.
import { groupBy } from '../model/group.js';
import { findItems } from '../model/items.js';
import { textAt } from '../model/path.js';
import type { Format, SourceDocument } from '../model/source.js';

/** A cluster that something may change: a v1 or v2 document, as it was given. */
export interface BaseDocument {
  readonly value: unknown;
  /** JSON Pointer in its text, or in the list that was given. */
  readonly pointer: string;
  /** The text it stands in; absent for a value. */
  readonly source?: SourceDocument;
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

/** Makes bases ready: documents, or lists of them. */
export function prepareBases(documents: readonly BaseDocument[]): Bases | undefined {
  if (documents.length === 0) return undefined;
  const all = documents.flatMap(takeApart);
  return { all, byId: groupBy(all, ({ value }) => textAt(value, 'id')?.toLowerCase()) };
}

function takeApart(base: BaseDocument): BaseDocument[] {
  const list = findItems(base.value);
  if (!list) return [base];
  return list.items.map((value, index) => ({ ...base, value, pointer: `${base.pointer}${list.at}/${index}` }));
}
