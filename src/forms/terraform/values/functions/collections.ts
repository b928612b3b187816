// Functions of lists, sets and maps.
import { toSet } from '../types.js';
import {
  broken,
  compareTexts,
  entriesOf,
  isList,
  isMap,
  isPrimitive,
  isSet,
  toText,
  unknown,
  type Value,
} from '../value.js';
import type { Functions } from './functions.js';

/** Longer lists are not kept. */
const longest = 10_000;

/** Functions of collections, by name. */
export const collectionFunctions: Functions = {
  length: ([value]) => measure(value),
  keys: ([map]) => (isMapGiven(map) ? [...map.keys()].sort(compareTexts) : unknown),
  values: ([map]) => (isMapGiven(map) ? (entriesOf(map) ?? []).map(([, member]) => member) : unknown),
  lookup: ([map, key, otherwise]) => {
    if (!isMapGiven(map) || typeof key !== 'string') return unknown;
    return map.get(key) ?? otherwise ?? broken;
  },
  merge: (maps) => {
    const given = maps.filter((map) => map !== null);
    return given.every(isMap) ? new Map(given.flatMap((map) => [...map])) : unknown;
  },
  concat: (lists) => (lists.every(isList) ? join(lists) : unknown),
  flatten: ([list]) => (isListGiven(list) ? flatten(list) : unknown),
  element: ([list, index]) => {
    if (!isListGiven(list) || typeof index !== 'number') return unknown;
    if (list.length === 0) return broken;
    // Counted from the end by newer versions only.
    return index < 0 ? unknown : (list[index % list.length] ?? broken);
  },
  contains: ([list, item]) => {
    const items = itemsOf(list);
    if (!items || item === undefined || !isPrimitive(item)) return unknown;
    if (items.includes(item)) return true;
    return items.every((one) => typeof one === typeof item) ? false : unknown;
  },
  distinct: ([list]) => (isListGiven(list) && list.every(isPrimitive) ? join([[...new Set(list)]]) : unknown),
  compact: ([list]) =>
    isListGiven(list) && list.every((item) => item === null || typeof item === 'string')
      ? list.filter((item) => item !== null && item !== '')
      : unknown,
  coalescelist: (lists) => lists.find((list) => isList(list) && list.length > 0) ?? broken,
  toset: ([value]) => (value === undefined ? unknown : toSet(value)),
  tolist: ([value]) => toList(itemsOf(value)),
  tomap: ([value]) => (isMapGiven(value) ? value : unknown),
  zipmap: ([keys, values]) => {
    if (!isListGiven(keys) || !isListGiven(values) || keys.length !== values.length) return unknown;
    return keys.every((key) => typeof key === 'string')
      ? new Map(keys.map((key, at) => [key, values[at] ?? null]))
      : unknown;
  },
  range: (args) => range(args),
  reverse: ([list]) => (isListGiven(list) ? [...list].reverse() : unknown),
  sort: ([list]) => {
    const texts = (itemsOf(list) ?? [unknown]).map(toText);
    return texts.every((text) => text !== undefined) ? [...texts].sort(compareTexts) : unknown;
  },
  slice: ([list, start, end]) =>
    isListGiven(list) && typeof start === 'number' && typeof end === 'number' && start <= end && end <= list.length
      ? list.slice(start, end)
      : unknown,
  one: ([list]) => {
    const items = itemsOf(list);
    if (!items) return unknown;
    if (items.length > 1) return broken;
    return items[0] ?? null;
  },
  index: ([list, item]) => {
    const at =
      isListGiven(list) && list.every(isPrimitive) && item !== undefined && isPrimitive(item) ? list.indexOf(item) : -1;
    return at === -1 ? unknown : at;
  },
  alltrue: ([list]) => (isListGiven(list) && list.every(isBoolean) ? list.every(Boolean) : unknown),
  anytrue: ([list]) => (isListGiven(list) && list.every(isBoolean) ? list.some(Boolean) : unknown),
};

function isBoolean(value: Value): value is boolean {
  return typeof value === 'boolean';
}

function isMapGiven(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value !== undefined && isMap(value);
}

function isListGiven(value: Value | undefined): value is readonly Value[] {
  return value !== undefined && isList(value);
}

function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  if (value === undefined) return undefined;
  if (isSet(value)) return value.items;
  return isList(value) ? value : undefined;
}

function measure(value: Value | undefined): Value {
  if (typeof value === 'string') return /^[ -~]*$/.test(value) ? value.length : unknown;
  return value === undefined ? unknown : (entriesOf(value)?.length ?? unknown);
}

/** The items of a list become of one type: what they become is not always told. */
function toList(items: readonly Value[] | undefined): Value {
  return items ? join([items]) : unknown;
}

/** Numbers beside texts may become texts, as the types of the lists ask for it. */
function join(lists: readonly (readonly Value[])[]): Value {
  const joined = lists.flat();
  const types = new Set(joined.filter(isPrimitive).map((item) => typeof item));
  const isMixed =
    types.size > 1 || (types.size === 1 && !types.has('string') && lists.some(({ length }) => length === 0));
  return joined.length > longest || isMixed ? unknown : joined;
}

function flatten(list: readonly Value[]): Value {
  const flat: Value[] = [];
  const open: Value[] = [...list].reverse();
  while (open.length > 0) {
    const item = open.pop() ?? null;
    if (item === unknown || flat.length + open.length > longest) return unknown;
    const items = itemsOf(item);
    if (items) open.push(...[...items].reverse());
    else flat.push(item);
  }
  return flat;
}

function range(args: readonly Value[]): Value {
  if (!args.every((arg) => typeof arg === 'number' && Number.isInteger(arg))) return unknown;
  const numbers = args as readonly number[];
  const [start = 0, end = 0] = numbers.length === 1 ? [0, ...numbers] : numbers;
  const step = numbers[2] ?? (start <= end ? 1 : -1);
  const count = step === 0 ? 0 : Math.max(0, Math.ceil((end - start) / step));
  return count > longest ? unknown : Array.from({ length: count }, (_, index) => start + index * step);
}
