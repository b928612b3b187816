// A plan: a rule list made ready for one kind of v1 document and one target. Data that `apply` and `cover` read.
import type { Finding } from '../model/finding.js';
import type { MessageSpec, Rule, RuleContext } from '../model/rule.js';
import type { Target } from '../model/translation.js';

/** A mistake of ours in a rule list, found when it is compiled; never caused by a user's document. */
export class RuleListError extends Error {}

/** A v1 place a rule claims, ready to be read. */
export interface Source {
  /** Dotted path as the rule declares it. */
  readonly path: string;
  /** Keys from the document, `*` for the chosen array item. */
  readonly keys: readonly string[];
  /** JSON Pointer; where the path has a `*`, that of item 0. */
  readonly pointer: string;
  /** The pointer's parts before and after the array index. */
  readonly around: readonly [string, string] | undefined;
}

/** A v2 place a rule writes. */
export interface Slot {
  readonly path: string;
  readonly index: number;
  /** JSON Pointer in the v2 document; undefined for values that only the request holds. */
  readonly pointer: string | undefined;
  /** Path in decisions and options: dotted, below `properties`. */
  readonly decision: string;
  readonly required: boolean;
}

/** A message, cut at its placeholders. */
export interface Template {
  readonly code: string;
  readonly spec: MessageSpec;
  readonly text: readonly string[];
  readonly remedy: readonly string[];
  /** The v2 slots whose value would settle it. */
  readonly settledBy: readonly Slot[];
}

/** A rule made ready. */
export interface Step<Facts> {
  readonly rule: Rule<Facts>;
  readonly index: number;
  readonly sources: readonly Source[];
  readonly reads: readonly Source[];
  readonly slots: readonly Slot[];
  readonly looks: readonly number[];
  readonly templates: Readonly<Record<string, Template>>;
  /** Steps that claim leaves below a container that this one claims. */
  readonly below: readonly number[];
}

/** A node of the v1 leaves, to walk a document along. */
export interface Node {
  readonly path: string;
  readonly children: ReadonlyMap<string, Node> | undefined;
  /** The step that claims exactly this place. */
  readonly owner: number | undefined;
}

/** A node of the v2 document, in the order of its schema. */
export interface Part {
  readonly key: string;
  readonly slot: number;
  readonly children: readonly Part[] | undefined;
  readonly optional: boolean;
}

/** A compiled rule list. */
export interface Plan<Facts> {
  readonly target: Target;
  readonly steps: readonly Step<Facts>[];
  readonly slots: ReadonlyMap<string, Slot>;
  /** Which step writes a slot. */
  readonly writers: readonly number[];
  readonly root: Node;
  readonly parts: readonly Part[];
  /** Keys of the one array in the document, if there is one. */
  readonly arrayKeys: readonly string[] | undefined;
}

/** A value that a person supplied for a v2 path. */
export interface Supplied {
  readonly value: unknown;
  /** Whether it must not be shown (it came from the environment). */
  readonly secret?: boolean;
}

/** What people supply, by dotted v2 path from the document. */
export interface Supply {
  /** Used where v1 is silent. */
  readonly fill: ReadonlyMap<string, Supplied>;
  /** Wins over v1. */
  readonly override: ReadonlyMap<string, Supplied>;
  /** v1 (or translated) value, as text → v2 value. */
  readonly map: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

/** What a plan is applied to. */
export interface Input<Facts> {
  readonly value: unknown;
  /** JSON Pointers of values of the wrong type. */
  readonly bad: readonly string[];
  readonly supply: Supply | undefined;
  readonly context: Omit<RuleContext<Facts>, 'written'>;
  /** Exact text of a scalar in the source, by JSON Pointer. */
  readonly written: ((pointer: string) => string | undefined) | undefined;
}

/** A finding before it has a place. */
export type Unplaced = Omit<Finding, 'at'>;
