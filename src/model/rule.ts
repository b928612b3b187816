// What a rule is, as the engine sees it: paths, messages and pure functions. It knows no positions, no comments,
// no other rules and not the output so far.
import type { Severity } from './finding.js';
import type { Json } from './json.js';
import type { Algebra } from './opaque.js';
import type { Target } from './translation.js';

/**
 * `map`: v1 leaves become v2 leaves. `drop`: v1 leaves have no v2 form. `flag`: looks at a container or at v2 leaves
 * and speaks up. `supply`: a v2 leaf without v1 source.
 */
export type RuleKind = 'map' | 'drop' | 'flag' | 'supply';

/** A message of a rule; `{name}` in the texts stands for data of that name. */
export interface MessageSpec {
  readonly severity: Severity;
  readonly text: string;
  readonly remedy: string;
  /** Dotted v2 paths whose value would settle it; the rule's own `to` where left out, none for an info. */
  readonly decision?: readonly string[];
  /** Decision paths (dotted, below `properties`) for which it may propose a value or choices; each among its decisions, or a block of them. */
  readonly suggests?: readonly string[];
}

/** A message said about one document. */
export interface Say<Id extends string = string> {
  readonly id: Id;
  readonly data?: Readonly<Record<string, string | number>>;
  /** Proposed values by decision path. */
  readonly suggest?: Readonly<Record<string, Json>>;
  /** Values of which one is to be chosen, by decision path. */
  readonly choices?: Readonly<Record<string, readonly Json[]>>;
  /** Index of the array item below the rule's container that it is about. */
  readonly item?: number;
}

/** What a rule makes of its v1 values: a value for each `to` (undefined for none) and what there is to say. */
export interface Outcome<Values extends readonly unknown[] = readonly unknown[], Id extends string = string> {
  readonly values?: Values;
  readonly says?: readonly Say<Id>[];
}

/** Names that other documents offer for a value that v1 does not hold in this one. */
export interface Offer {
  /** What the documents are called. */
  readonly sources: string;
  /** The name to take, where there is one and it is sure to be this document's. */
  readonly only: string | undefined;
  /** The names that could be taken. */
  readonly names: readonly string[];
  /** The names that could not. */
  readonly left: readonly string[];
}

/** What a rule may look at besides its values. */
export interface RuleContext<Facts = unknown> {
  readonly target: Target;
  readonly facts: Facts;
  /** Whether invalid names are to be replaced. */
  readonly fixNames: boolean;
  /** Which connection was asked for, 0-based. */
  readonly connection: number | undefined;
  /** Databases that are offered to the document; undefined where none were. */
  readonly databases?: Offer | undefined;
  /** Base path on the v2 host; its root where left out. */
  readonly basePath?: string | undefined;
  /** The text of the rule's n-th `from` value exactly as written (`12.10`), for numbers that stand for texts. */
  readonly written: (index: number) => string;
}

/** An example of a rule: merged into a complete document, it is documentation and test at once. */
export interface Example {
  /** v1 fields by dotted path, laid over a valid document; undefined removes one. */
  readonly given: Readonly<Record<string, unknown>>;
  /** v2 fields by dotted path that must come out; undefined for one that must not. */
  readonly gives?: Readonly<Record<string, unknown>>;
  /** Message ids of this rule that must be said, and no others. */
  readonly says?: readonly string[];
  readonly target?: Target;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A rule. */
export interface Rule<Facts = unknown> {
  /** `block/field`. */
  readonly id: string;
  readonly kind: RuleKind;
  /** What it does, in one sentence; the `why` of its changes. */
  readonly summary: string;
  /** Where the mapping is known from. */
  readonly evidence: string;
  /** v1 leaves (and containers) it claims, dotted; each leaf has exactly one owner, the most specific claim wins. */
  readonly from: readonly string[];
  /** v2 leaves it writes, dotted, in the order of the values it gives. */
  readonly to: readonly string[];
  /** v1 leaves it only looks at. */
  readonly reads?: readonly string[];
  /** v2 leaves of the finished draft that its check looks at. */
  readonly looks?: readonly string[];
  /** Targets it serves; none for what is said outside of plans. */
  readonly targets: readonly Target[];
  /** Whether its values are secrets. */
  readonly secret?: boolean;
  /** Whether v1 has URLs there, in which secrets may stand. */
  readonly url?: boolean;
  /** The documented or offered value used when nobody supplies one, and what there is to say then, also without one. */
  readonly fallback?: (context: RuleContext<Facts>) => {
    readonly value: Json | undefined;
    readonly says: readonly Say[];
    /** Where an offered value comes from, as one sentence: it counts as supplied. */
    readonly why?: string;
  };
  readonly messages: Readonly<Record<string, MessageSpec>>;
  readonly examples: readonly Example[];
  /** v1 values (`from`, then `reads`) to v2 values; a plain copy where left out. Not asked when v1 is silent, but for `flag`. */
  readonly map?: (values: readonly unknown[], context: RuleContext<Facts>) => Outcome;
  /**
   * v2 values (`to`) to the v1 values (`from`) that would give them, so that a patch of v1 can be laid over a cluster of
   * v2; the first value as it is where left out.
   */
  readonly back?: (values: readonly unknown[], facts: Facts) => readonly unknown[];
  /**
   * How its first v2 value is written where v1 has expressions: the text of the first one as it is, or what is made of
   * the texts of `from`, undefined for a place that v1 leaves out.
   */
  readonly express?: 'copied' | ((texts: readonly (string | undefined)[], algebra: Algebra, facts: Facts) => string);
  /** How expressions on its first v2 value give what the v1 values (`from`) gave; as they are where left out. */
  readonly recall?: (text: string, algebra: Algebra, facts: Facts) => readonly (string | undefined)[];
  /** A v2 value (the first `to`) that follows from other v2 values; asked where nobody supplied one. */
  readonly derive?: (looks: readonly unknown[], context: RuleContext<Facts>, values: readonly unknown[]) => unknown;
  /** What is wrong with a v2 value (the first `to`), wherever it came from; `looks` are other v2 values. */
  readonly check?: (value: unknown, looks: readonly unknown[], context: RuleContext<Facts>) => readonly Say[];
}
