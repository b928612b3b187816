// What `count` and `for_each` make of a block.
import type { Scope } from '../module/module.js';
import { quoteText } from '../syntax/escapes.js';
import type { Attribute, Block } from '../syntax/tree.js';
import { type Context, createTrail, noNames } from './context.js';
import { entriesOf, isMap, isSet, type Value } from './value.js';

/** More keys are not followed. */
const maxKeys = 2000;

/** One of what a block stands for. */
export interface Repetition {
  /** Undefined where the block does not repeat, or nothing tells its keys. */
  readonly key: string | number | undefined;
  readonly isUnknown: boolean;
  /** Whether only a state has it: what the configuration is known to be has no such key. */
  readonly isStated: boolean;
  /** The end of its address: `["hill"]`, `[0]`, or nothing. */
  readonly suffix: string;
  readonly scope: Scope;
}

type Entry = readonly [key: string | number, value: Value | undefined];

/**
 * What a block stands for. `stated` are the keys that a state has: where the configuration tells no keys or others, values
 * may have been given that nobody sees here.
 */
export function repeat(block: Block, stated: readonly (string | number)[], context: Context): readonly Repetition[] {
  const { instance } = context.scope;
  const argument = findRepeat(block);
  const single = { key: undefined, suffix: '', isStated: false, scope: { instance } };
  if (!argument) return [{ ...single, isUnknown: false }];
  const trail = createTrail();
  const value = context.evaluate(argument.value, { ...context, trail, names: noNames });
  const known = argument.name === 'count' ? listIndexes(value) : listKeys(value);
  const told = new Set((known ?? []).map(([key]) => key));
  const more = stated.filter((key) => !told.has(key) && typeof key === keyTypes[argument.name]);
  if (!known && more.length === 0) return [{ ...single, isUnknown: true }];
  return [...(known ?? []), ...more.map((key): Entry => [key, undefined])].map(([key, item]) => ({
    key,
    isUnknown: false,
    isStated: known !== undefined && !told.has(key),
    suffix: typeof key === 'number' ? `[${key}]` : `[${quoteText(key)}]`,
    scope: { instance, ...(typeof key === 'number' ? { index: key } : { each: { key, value: item, trail } }) },
  }));
}

const keyTypes: Readonly<Record<string, string>> = { count: 'number', for_each: 'string' };

/** The argument that repeats a block. */
export function findRepeat(block: Block): Attribute | undefined {
  return block.body.items.find(
    (item): item is Attribute => item.kind === 'attribute' && (item.name === 'count' || item.name === 'for_each'),
  );
}

function listIndexes(value: Value): Entry[] | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > maxKeys) return undefined;
  return Array.from({ length: value }, (_, index) => [index, undefined]);
}

function listKeys(value: Value): Entry[] | undefined {
  const entries = isMap(value) || isSet(value) ? entriesOf(value) : undefined;
  if (!entries || entries.length > maxKeys) return undefined;
  return entries.map(([key, item]) => [String(key), item]);
}
