// Small questions about the parser's nodes that reading values, places and comments all ask.
import { isPair, isScalar, type Node, type Pair, Scalar } from 'yaml';

/** The text of a mapping key: plain keys as written, so that `on:` stays `on`; undefined for lists and objects. */
export function readKey(key: unknown): string | undefined {
  if (key === null) return '';
  if (!isScalar(key)) return undefined;
  if (key.type === Scalar.PLAIN && key.source !== undefined) return key.source;
  return typeof key.value === 'string' ? key.value : String(key.source ?? key.value ?? '');
}

/** Whether a key is the merge key `<<`; it merges in YAML 1.1 and 1.2 alike, as most tools have it. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === Scalar.PLAIN && key.source === '<<';
}

/** Offset in the parsed text where a pair's key begins, or its value where it has no key. */
export function findPairStart(pair: Pair): number {
  return (pair.key as Node | null)?.range?.[0] ?? (pair.value as Node | null)?.range?.[0] ?? 0;
}

/** Offset in the parsed text where a node or a pair begins; 0 where nothing is written. */
export function findStart(node: unknown): number {
  return isPair(node) ? findPairStart(node) : ((node as Node | null)?.range?.[0] ?? 0);
}
