// The two sides of a comparison as leaves by dotted path: what the translation of v1 gives, and what v2 says.
import { isScalar, type Json } from '../model/json.js';
import { fromPointer, toDotted, valueAt } from '../model/path.js';
import { type ValueLeaf, walkLeaves } from '../model/walk.js';
import type { Translation } from '../schema/documents.js';

/** What the translation gives for a v2 path. */
export interface GivenLeaf extends ValueLeaf {
  /** JSON Pointer of the v1 leaf it comes from; absent for a default. */
  readonly from: string | undefined;
  /** The v1 value; absent for a default. */
  readonly before: Json | undefined;
}

/** The leaves of a v2 document below its properties, by dotted path; null is absent. */
export function listActual(document: unknown): Map<string, ValueLeaf> {
  const properties = valueAt(document, ['properties']);
  const [root, prefix] = properties === undefined ? [document, ''] : [properties, '/properties'];
  const leaves = [...walkLeaves(root, prefix)].filter(({ value }) => isScalar(value));
  return new Map(leaves.map((leaf) => [fromPointer(leaf.pointer.slice(prefix.length)).join('.'), leaf]));
}

/** The leaves that a translation gives, by dotted path, with the v1 leaves they come from. */
export function listGiven(translation: Translation): Map<string, GivenLeaf> {
  const document = translation.document ?? ('partial' in translation ? translation.partial : undefined);
  const given = new Map<string, GivenLeaf>();
  for (const { from, to, before } of translation.changes) {
    for (const pointer of to) {
      const value = valueAt(document, fromPointer(pointer));
      if (value === undefined || !pointer.startsWith('/properties/')) continue;
      given.set(toDotted(pointer), { value, pointer, from: from[0], before: before[0] });
    }
  }
  return given;
}
