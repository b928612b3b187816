// The clusters that patches and restores change, found by id.
import { isObject } from '../model/json.js';
import { valueAt } from '../model/path.js';
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
  const byId = new Map<string, BaseDocument[]>();
  for (const base of all) {
    const id = valueAt(base.value, ['id']);
    if (typeof id !== 'string') continue;
    const same = byId.get(id.toLowerCase());
    if (same) same.push(base);
    else byId.set(id.toLowerCase(), [base]);
  }
  return { all, byId };
}

function takeApart(base: BaseDocument): BaseDocument[] {
  const { value, pointer } = base;
  const listed = isObject(value) && Array.isArray(value['items']) ? value['items'] : value;
  if (!Array.isArray(listed)) return [base];
  const at = listed === value ? pointer : `${pointer}/items`;
  return listed.map((item: unknown, index) => ({ ...base, value: item, pointer: `${at}/${index}` }));
}
