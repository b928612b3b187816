// What goes into the engine beside a plan, and what comes out before it has places.
import type { Algebra } from '../model/opaque.js';
import type { RuleContext } from '../model/rule.js';

/** A value that a person supplied for a v2 path. */
export interface Supplied {
  readonly value: unknown;
  /** Whether it must not be shown (it came from the environment). */
  readonly secret?: boolean;
  /** What supplied it, in the words of options; absent where that is no person. */
  readonly word?: string;
  /** Where it comes from, as one sentence, where that is no person. */
  readonly why?: string;
}

/** What people supply, by dotted v2 path from the document. */
export interface Supply {
  /** Used where v1 is silent. */
  readonly fill: ReadonlyMap<string, Supplied>;
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
  /** By plan, all but `own` laid out for it; filled when first used, and shared by the supplies of clusters. */
  readonly tables: Map<object, unknown>;
}

/** Puts together what people supply. */
export function createSupply(values: Partial<Omit<Supply, 'tables'>>): Supply {
  return { fill: new Map(), override: new Map(), map: new Map(), uses: new Set(), ...values, tables: new Map() };
}

/** What people supply for a v2 path where v1 has no say, the strongest word first. */
export function suppliedFor({ own, override, fill, uses }: Supply, path: string): Supplied | undefined {
  const supplied = own?.get(path) ?? override.get(path) ?? fill.get(path);
  if (supplied?.word !== undefined) uses.add(supplied.word);
  return supplied;
}

/** What a plan is applied to. */
export interface Input<Facts> {
  readonly value: unknown;
  readonly supply: Supply | undefined;
  readonly context: Omit<RuleContext<Facts>, 'written'>;
  /** Exact text of a scalar in the source, by JSON Pointer. */
  readonly written: ((pointer: string) => string | undefined) | undefined;
  /** How expressions are written; undefined for a form that has none. */
  readonly algebra: Algebra | undefined;
}
