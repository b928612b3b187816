// A plan: a rule list made ready for one kind of v1 document and one target. Plain data that the other files read.
import type { Section, Severity } from '../model/finding.js';
import type { Scalar } from '../model/leaf.js';
import type { Rule, Say } from '../model/rule.js';
import type { Target } from '../model/translation.js';
import type { Supplied } from './input.js';

/** A mistake of ours in a rule list, found when it is compiled; never caused by a user's document. */
export class RuleListError extends Error {}

/** A v1 place that rules claim or look at. */
export interface V1Place {
  readonly index: number;
  /** JSON Pointer; where the path has a `*`, that of item 0. */
  readonly pointer: string;
  /** The pointer's parts before and after the index of the array item. */
  readonly around: readonly [string, string] | undefined;
}

/** A v2 place that a rule writes. */
export interface V2Place {
  readonly path: string;
  readonly index: number;
  /** JSON Pointer in the v2 document; undefined for values that only the request holds. */
  readonly pointer: string | undefined;
  /** Path in decisions and options: dotted, below `properties`. */
  readonly decision: string;
  /** Whether options and decisions can supply it. */
  readonly isDecidable: boolean;
  /** The widest section of decisions for it: where v1 says nothing, and where v2 refuses what it says. */
  readonly sections: { readonly silent: Section; readonly said: Section };
  readonly required: boolean;
}

/** A message, cut at its placeholders. */
export interface Template {
  readonly code: string;
  readonly severity: Severity;
  readonly text: readonly string[];
  readonly remedy: readonly string[];
  /** The v2 slots whose value would settle it, and their decision paths. */
  readonly settledBy: readonly V2Place[];
  readonly decision: readonly string[];
}

/**
 * A rule made ready. It repeats members of the rule on purpose: rules are objects of many shapes and steps are of one,
 * which makes reading them several times cheaper.
 */
export interface Step<Facts> {
  readonly id: string;
  readonly summary: string;
  readonly secret: boolean;
  readonly url: boolean;
  readonly isFlag: boolean;
  readonly map: Rule<Facts>['map'] | undefined;
  readonly check: Rule<Facts>['check'] | undefined;
  readonly fallback: Rule<Facts>['fallback'] | undefined;
  readonly derive: Rule<Facts>['derive'] | undefined;
  readonly express: Rule<Facts>['express'] | undefined;
  readonly index: number;
  readonly sources: readonly V1Place[];
  /** V1Place indexes of what its map is given: its sources, then what it only reads. */
  readonly given: readonly number[];
  readonly slots: readonly V2Place[];
  /** Index of its first slot, or -1. */
  readonly slot: number;
  /** V2Place indexes that its check looks at. */
  readonly looks: readonly number[];
  readonly templates: ReadonlyMap<string, Template>;
  /** What it says where its first slot, which v2 requires, has no value; undefined where it says nothing. */
  readonly asksFor: Say | undefined;
  /** Steps that claim leaves below a container that this one claims. */
  readonly below: readonly number[];
  /** Index of its first source, or -1. */
  readonly source: number;
  /** Whether it copies several leaves side by side: one of the wrong type does not break the others. */
  readonly isCopy: boolean;
  /** Whether it takes one leaf to a leaf of the body, which most do. */
  readonly isMove: boolean;
  /** Whether its first source and its first slot are at the same place, so that an equal value is kept. */
  readonly isStay: boolean;
  /** The JSON Pointers of its sources and of its first slot, shared by the changes of all documents. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A node of the v1 leaves, to walk a document along. */
export interface Node extends Pick<V1Place, 'pointer' | 'around'> {
  readonly children: ReadonlyMap<string, Node> | undefined;
  /** What stands there: `list` and `object` have children. */
  readonly takes: readonly Scalar[] | 'list' | 'object';
  /** The same as bits, which are quicker to compare. */
  readonly sorts: number;
  /** Index of the source that is exactly this place, or -1. */
  readonly source: number;
  /** The step that claims exactly this place, or -1. */
  readonly claimer: number;
  /** The step that claims this place, or the nearest container that is claimed. */
  readonly owner: number | undefined;
}

/** A node of the v2 document, in the order of its schema. */
export interface Part {
  readonly key: string;
  readonly slot: number;
  readonly children: readonly Part[] | undefined;
  readonly optional: boolean;
  /** Whether it is written even when it is empty: it is required, and none of its members is. */
  readonly always: boolean;
}

/** An optional block of the v2 document: it is written only when its required slots have values. */
export interface Block {
  readonly required: readonly number[];
  readonly all: readonly number[];
}

/** How a slot came by a value that no rule made of v1, or lost the one it had, since its block has leftovers. */
export interface Given {
  readonly origin: 'override' | 'map' | 'repair' | 'fill' | 'fallback' | 'derived' | 'omitted';
  /** What a person supplied; undefined where nobody did. */
  readonly supplied: Supplied | undefined;
}

/** What people supply for one slot, in each way. */
export interface SlotSupply {
  readonly fill: Given | undefined;
  /** By the value that tells the group of a document. */
  readonly groups: ReadonlyMap<string, Given> | undefined;
  readonly rest: Given | undefined;
  readonly repair: Given | undefined;
  readonly override: Given | undefined;
  readonly map: ReadonlyMap<string, Given> | undefined;
}

/** What people supply, laid out for a plan. */
export interface SupplyTable<Facts> {
  readonly bySlot: readonly (SlotSupply | undefined)[];
  /** The steps that write those slots. */
  readonly steps: readonly Step<Facts>[];
  /** The step that writes what tells the group of a document, where there are groups. */
  readonly chooser: Step<Facts> | undefined;
  /** The steps that may refuse what a repair is for. */
  readonly repairable: readonly Step<Facts>[];
}

/** A compiled rule list. */
export interface Plan<Facts> {
  readonly target: Target;
  readonly steps: readonly Step<Facts>[];
  /** The steps that copy v1 values, those that ask a rule for values, and those with a documented default. */
  readonly copied: readonly Step<Facts>[];
  readonly mapped: readonly Step<Facts>[];
  readonly fallbacks: readonly Step<Facts>[];
  /** The steps that may have something to say of a v2 value, or of what became of a v1 value. */
  readonly spoken: readonly Step<Facts>[];
  /** The steps whose value follows from other v2 values. */
  readonly derived: readonly Step<Facts>[];
  /** The steps that claim containers. */
  readonly containers: readonly Step<Facts>[];
  /** The steps that claim places in an array of which one item is chosen. */
  readonly ofItems: readonly number[];
  readonly slots: ReadonlyMap<string, V2Place>;
  /** Which step writes a slot. */
  readonly writers: readonly number[];
  readonly root: Node;
  readonly parts: readonly Part[];
  readonly blocks: readonly Block[];
  /** Empty lists to copy for each document, which is cheaper than filling new ones. */
  readonly blank: {
    readonly noSources: readonly undefined[];
    readonly noSlots: readonly undefined[];
    readonly noSteps: readonly undefined[];
    readonly falseSteps: readonly boolean[];
  };
}
