// Changes: what was done to each leaf. The record behind every report and patch.
import type { Json } from './json.js';
import type { Place } from './place.js';

/**
 * What was done: `keep` (same path, same value), `map` (moved, renamed or converted), `drop` (not in v2), or
 * `supply` (a v2 value that v1 does not hold: given by a person, or a documented default).
 */
export type ChangeKind = 'keep' | 'map' | 'drop' | 'supply';

/** What a rule did to some leaves. Every v2 leaf is named by exactly one change. */
export interface Change {
  readonly kind: ChangeKind;
  /** Rule id, `block/field`. */
  readonly rule: string;
  /** JSON Pointers of the v1 leaves it came from; empty for a value that v1 does not hold. */
  readonly from: readonly string[];
  /** JSON Pointers of the v2 leaves it went to; empty for a drop. */
  readonly to: readonly string[];
  /** The v1 values, in the order of `from`; secrets are `[redacted]`. */
  readonly before: readonly Json[];
  /** The v2 values, in the order of `to`; secrets are `[redacted]`. */
  readonly after: readonly Json[];
  /** Why, as one sentence. */
  readonly why: string;
  /** Where the first v1 leaf stands, when the document came from text. */
  readonly at?: Place;
}

/** A change with its place. Member by member, since to copy and then add one takes far longer, for every leaf of a text. */
export function locateChange({ kind, rule, from, to, before, after, why }: Change, at: Place): Change {
  return { kind, rule, from, to, before, after, why, at } satisfies Required<Change>;
}
