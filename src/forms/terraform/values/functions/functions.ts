// What a function is to whoever evaluates expressions.
import type { Value } from '../value.js';

/** Functions by name. None of them is asked where an argument is unknown or broken as a whole. */
export type Functions = Readonly<Record<string, (args: readonly Value[]) => Value>>;
