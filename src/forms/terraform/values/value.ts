// Values as expressions give them: like JSON, with sets, and with parts that nothing tells.
import type { Json } from '../../../model/json.js';

/** What nothing tells. */
export const unknown: unique symbol = Symbol('unknown');
/** What surely fails, as a missing key does: `try` goes on to its next argument. */
export const broken: unique symbol = Symbol('broken');

/** What an expression gives. A map is an object or a map of Terraform, which are alike to whoever reads them. */
export type Value =
  | typeof unknown
  | typeof broken
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | SetValue;

/** A set of texts, or of other values of one type, in the order in which Terraform goes through it. */
export interface SetValue {
  readonly items: readonly Value[];
}

/** Whether it is an object or a map. */
export function isMap(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** Whether it is a list or a tuple. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether it is a set. */
export function isSet(value: Value): value is SetValue {
  return typeof value === 'object' && value !== null && !isList(value) && !isMap(value);
}

/** Whether it is a text, a number or a boolean. */
export function isPrimitive(value: Value): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The first of some values that says nothing, which is then what the whole says: `broken` before `unknown`. */
export function findSilent(values: readonly Value[]): typeof unknown | typeof broken | undefined {
  if (values.includes(broken)) return broken;
  return values.includes(unknown) ? unknown : undefined;
}

/** A list; broken where one of its items is. */
export function whole(items: readonly Value[]): Value {
  return items.includes(broken) ? broken : items;
}

/** A JSON value as an expression would give it; texts with templates are not followed. */
export function fromJson(json: Json): Value {
  if (typeof json === 'string' && /[$%]\{/.test(json)) return unknown;
  if (typeof json !== 'object' || json === null) return json;
  if (isJsonList(json)) return json.map(fromJson);
  return new Map(Object.entries(json).map(([key, member]) => [key, fromJson(member)]));
}

function isJsonList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

/** A value as JSON; undefined where a part of it is not known, or where it has more than `left` parts. */
export function toJson(value: Value, budget: { left: number }): Json | undefined {
  budget.left--;
  if (value === unknown || value === broken || budget.left < 0) return undefined;
  if (isPrimitive(value) || value === null) return value;
  if (!isMap(value)) return toJsonList(isList(value) ? value : value.items, budget);
  const entries: [string, Json][] = [];
  for (const [key, member] of value) {
    const json = toJson(member, budget);
    if (json === undefined) return undefined;
    entries.push([key, json]);
  }
  return Object.fromEntries(entries);
}

function toJsonList(items: readonly Value[], budget: { left: number }): readonly Json[] | undefined {
  const list: Json[] = [];
  for (const item of items) {
    const json = toJson(item, budget);
    if (json === undefined) return undefined;
    list.push(json);
  }
  return list;
}

/** Texts in the order of Terraform: by code points. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  const [a, b] = [[...left], [...right]];
  const at = a.findIndex((sign, index) => sign !== b[index]);
  if (at === -1) return -1;
  return (a[at]?.codePointAt(0) ?? -1) - (b[at]?.codePointAt(0) ?? -1);
}

/** The entries of what a `for` goes through: its keys and values, in order; undefined for what has none. */
export function entriesOf(value: Value): readonly (readonly [string | number, Value])[] | undefined {
  if (isList(value)) return value.map((item, index) => [index, item]);
  if (isMap(value)) return [...value].sort(([left], [right]) => compareTexts(left, right));
  if (isSet(value)) return value.items.map((item) => [item as string, item]);
  return undefined;
}

/** A value as text, as Terraform makes one; undefined for what is none. */
export function toText(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  // Numbers beyond these are written otherwise there.
  if (typeof value === 'number' && Math.abs(value) < 1e15 && (value === 0 || Math.abs(value) > 1e-6))
    return String(value);
  return undefined;
}

const decimal = /^-?\d+(?:\.\d+)?$/;

/** A value as number, as Terraform makes one; undefined for what is none, or has more digits than are kept. */
export function toNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !decimal.test(value) || value.length > 15) return undefined;
  return Number(value);
}

/** A value as boolean, as Terraform makes one; undefined for what is none. */
export function toBoolean(value: Value): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : undefined;
}
