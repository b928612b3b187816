// Numbers that stand for texts, such as the version 12.10, as they were written: for values that lose their text.
import { isObject } from '../../model/json.js';
import { escapeKey } from '../../model/path.js';
import type { SourceDocument } from '../../model/source.js';
import { listLeaves } from '../../schema/leaves.js';
import { v1Cluster } from '../../schema/v1-cluster.js';

let textual: ReadonlySet<string> | undefined;

/** The value of a document; where v1 takes a text or a number, a number becomes the text that was written. */
export function keepWritten({ value, written }: Pick<SourceDocument, 'value' | 'written'>): unknown {
  // The keys of such fields, since a document may be a cluster, or a list of them.
  textual ??= new Set(
    listLeaves(v1Cluster)
      .filter(({ takes }) => takes.includes('string') && takes.includes('number'))
      .map(({ path }) => path.slice(path.lastIndexOf('.') + 1)),
  );
  return keep(value, '', written);
}

function keep(value: unknown, pointer: string, written: SourceDocument['written']): unknown {
  if (Array.isArray(value)) return value.map((item, index) => keep(item, `${pointer}/${index}`, written));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).map(([key, member]) => {
    const place = `${pointer}/${escapeKey(key)}`;
    const isText = typeof member === 'number' && textual?.has(key);
    return [key, isText ? (written(place) ?? member) : keep(member, place, written)];
  });
  return Object.fromEntries(kept);
}
