// Walks over values of documents: one that lists leaves, and one that copies with replacements.
import { escapeKey } from './path.js';

/** What stands at the end of a path: a scalar, null, nothing at all, or a container that holds nothing. */
export interface ValueLeaf {
  /** JSON Pointer; `fromPointer` gives its keys. */
  readonly pointer: string;
  readonly value: unknown;
}

/**
 * Lists the leaves of a value that stands at `pointer`, in their order. Null, undefined and empty containers are leaves
 * too: whoever asks what a document says keeps those for which `isScalar` holds.
 */
export function* walkLeaves(value: unknown, pointer = ''): Generator<ValueLeaf> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) yield { pointer, value };
  for (const [key, member] of entries) yield* walkLeaves(member, `${pointer}/${escapeKey(key)}`);
}

/** Gives what stands in a copy in place of a value, told with its JSON Pointer; undefined copies its members. */
export type Replace = (value: unknown, pointer: string) => unknown;

/** Copies a value that stands at `pointer`, with replacements. */
export function copyWith(value: unknown, pointer: string, replace: Replace): unknown {
  const replaced = replace(value, pointer);
  if (replaced !== undefined) return replaced;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => copyWith(item, `${pointer}/${index}`, replace));
  const members = Object.entries(value).map(
    ([key, member]) => [key, copyWith(member, `${pointer}/${escapeKey(key)}`, replace)] as const,
  );
  return Object.fromEntries(members);
}
