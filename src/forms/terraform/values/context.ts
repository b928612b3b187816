// What an evaluation knows of its surroundings, and what it leaves behind: where values came from, and whether they are
// secrets.
import type { Origin, Scope } from '../module/module.js';
import type { Expression } from '../syntax/tree.js';
import type { Value } from './value.js';

/** Where an expression is evaluated, and by whom. */
export interface Context {
  readonly scope: Scope;
  /** Names that `for` declared. */
  readonly names: ReadonlyMap<string, Value>;
  readonly trail: Trail;
  /** Handed in, since names lead to expressions, and expressions to names. */
  readonly evaluate: (expression: Expression, context: Context) => Value;
}

/** What was met on the way to a value. */
export interface Trail {
  readonly origins: Origin[];
  isSecret: boolean;
}

/** No names. */
export const noNames: ReadonlyMap<string, Value> = new Map();

/** Begins a trail. */
export function createTrail(): Trail {
  return { origins: [], isSecret: false };
}

/** Adds what was met on another way. */
export function joinTrail(trail: Trail, other: Readonly<{ origins: readonly Origin[]; isSecret: boolean }>): void {
  for (const origin of other.origins) if (!trail.origins.includes(origin)) trail.origins.push(origin);
  if (other.isSecret) trail.isSecret = true;
}
