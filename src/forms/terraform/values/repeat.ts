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
  /** The end of its address: `["hill"]`, `[0]`, or nothing. */
  readonly suffix: string;
  readonly scope: Scope;
}

type Entry = readonly [key: string | number, value: Value | undefined];

/** What a block stands for; `stated` are the keys that a state has, for where nothing else tells. */
export function repeat(block: Block, stated: readonly (string | number)[], context: Context): readonly Repetition[] {
  const { instance } = context.scope;
  const argument = findRepeat(block);
  if (!argument) return [{ key: undefined, isUnknown: false, suffix: '', scope: { instance } }];
  const trail = createTrail();
  const value = context.evaluate(argument.value, { ...context, trail, names: noNames });
  const known = argument.name === 'count' ? listIndexes(value) : listKeys(value);
  const keys = known ?? stated.map((key): Entry => [key, undefined]);
  if (!known && keys.length === 0) return [{ key: undefined, isUnknown: true, suffix: '', scope: { instance } }];
  return keys.map(([key, item]) => ({
    key,
    isUnknown: false,
    suffix: typeof key === 'number' ? `[${key}]` : `[${quoteText(key)}]`,
    scope: { instance, ...(typeof key === 'number' ? { index: key } : { each: { key, value: item, trail } }) },
  }));
}

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
