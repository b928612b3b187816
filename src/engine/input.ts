// What goes into the engine beside a plan, and what comes out before it has places.
import type { Unplaced } from '../model/finding.js';
import type { Algebra } from '../model/opaque.js';
import type { RuleContext } from '../model/rule.js';

/** Who a document is about, as far as a value that is read for each document may depend on it. */
export interface Owner {
  readonly id: string | undefined;
  readonly name: string | undefined;
}

/** A value that was read for a document, or what there is to say where it should be there and is not. */
export type ReadValue = { readonly value: unknown } | { readonly lack: Unplaced };

/** A value that a person supplied for a v2 path. */
export interface Supplied {
  readonly value: unknown;
  /** Reads the value where each document has its own; undefined for a document that this says nothing of. */
  readonly read?: (owner: Owner) => ReadValue | undefined;
  /** Whether it must not be shown (it came from the environment). */
  readonly secret?: boolean;
  /** What supplied it, in the words of options; absent where that is no person. */
  readonly word?: string;
  /** Where it comes from, as one sentence, where that is no person. */
  readonly why?: string;
}

/** Values for documents that have one of several values at a path, by that value; `by` is a dotted v2 path itself. */
export interface Groups {
  readonly by: string;
  readonly of: ReadonlyMap<string, ReadonlyMap<string, Supplied>>;
}

/** What people supply, by dotted v2 path from the document. */
export interface Supply {
  /** Used where v1 is silent. */
  readonly fill: ReadonlyMap<string, Supplied>;
  /** Used where v1 and `fill` are silent, for documents of a group. */
  readonly groups?: Groups;
  /** Used where all of these are silent. */
  readonly rest: ReadonlyMap<string, Supplied>;
  /** Takes the place of what v1 says where v2 refuses that. */
  readonly repairs: ReadonlyMap<string, Supplied>;
  /** Wins over v1. */
  readonly override: ReadonlyMap<string, Supplied>;
  /** v1 (or translated) value, as text → v2 value. */
  readonly map: ReadonlyMap<string, ReadonlyMap<string, Supplied>>;
  /** The words of what was used so far. */
  readonly uses: Set<string>;
  /** Wins over all of these: what was decided for the one cluster. */
  readonly own?: ReadonlyMap<string, Supplied>;
  /** Which array item was chosen for the one cluster, 0-based. */
  readonly connection?: number;
  /** The id of the cluster of a Terraform address. */
  readonly id?: string;
  /** Whether Terraform is to forget the resource of an address. */
  readonly isForgotten?: boolean;
  /** By plan, all but `own` laid out for it; filled when first used, and shared by the supplies of clusters. */
  readonly tables: Map<object, unknown>;
}

/** Puts together what people supply. */
export function createSupply(values: Partial<Omit<Supply, 'tables'>>): Supply {
  return {
    fill: new Map(),
    rest: new Map(),
    repairs: new Map(),
    override: new Map(),
    map: new Map(),
    uses: new Set(),
    ...values,
    tables: new Map(),
  };
}

/** What people supply for a v2 path where v1 has no say, the strongest word first. */
export function suppliedFor({ own, override, fill, rest, uses }: Supply, path: string): Supplied | undefined {
  const supplied = own?.get(path) ?? override.get(path) ?? fill.get(path) ?? rest.get(path);
  if (supplied?.word !== undefined) uses.add(supplied.word);
  return supplied;
}

/** What a plan is applied to. */
export interface Input<Facts> {
  readonly value: unknown;
  readonly supply: Supply | undefined;
  /** Who the document is about; nobody where left out. */
  readonly owner?: Owner;
  readonly context: Omit<RuleContext<Facts>, 'written'>;
  /** Whether changes are told; they are where left out. */
  readonly tellsChanges?: boolean | undefined;
  /** Exact text of a scalar in the source, by JSON Pointer. */
  readonly written: ((pointer: string) => string | undefined) | undefined;
  /** How expressions are written; undefined for a form that has none. */
  readonly algebra: Algebra | undefined;
}
