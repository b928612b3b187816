// The two sides of a comparison as leaves by dotted path: what the translation of v1 gives, and what v2 says.
import type { Json } from '../model/json.js';
import { escapeKey, fromPointer, toDotted, valueAt } from '../model/path.js';
import type { Translation } from '../schema/documents.js';

/** A leaf with its place. */
export interface SideLeaf {
  readonly value: unknown;
  /** JSON Pointer in its own document. */
  readonly pointer: string;
}

/** What the translation gives for a v2 path. */
export interface GivenLeaf extends SideLeaf {
  /** JSON Pointer of the v1 leaf it comes from; absent for a default. */
  readonly from: string | undefined;
  /** The v1 value; absent for a default. */
  readonly before: Json | undefined;
}

/** The leaves of a v2 document below its properties, by dotted path; null is absent. */
export function listActual(document: unknown): Map<string, SideLeaf> {
  const properties = valueAt(document, ['properties']);
  const leaves = new Map<string, SideLeaf>();
  if (properties === undefined) collect(document, '', { leaves, prefix: '' });
  else collect(properties, '/properties', { leaves, prefix: '/properties' });
  return leaves;
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

interface Collecting {
  readonly leaves: Map<string, SideLeaf>;
  readonly prefix: string;
}

function collect(value: unknown, pointer: string, into: Collecting): void {
  if (value === null || value === undefined) return;
  const entries = typeof value === 'object' ? Object.entries(value) : [];
  if (typeof value !== 'object') {
    into.leaves.set(fromPointer(pointer.slice(into.prefix.length)).join('.'), { value, pointer });
  }
  for (const [key, member] of entries) collect(member, `${pointer}/${escapeKey(key)}`, into);
}
