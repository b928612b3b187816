// The JSON values that documents are made of, and the few questions asked of them everywhere.

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value is an object with keys: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON type of a value, in words for messages: `a number`, `a list`, `null`. */
export function describeType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const type = typeof value;
  if (type === 'string') return 'text';
  if (type === 'object') return 'an object';
  if (type === 'number') return Number.isInteger(value) ? 'a number' : 'a fraction';
  return type === 'undefined' ? 'nothing' : `a ${type}`;
}

/** What stands in reports where a secret was. */
export const redacted = '[redacted]';

/** Whether a value is a text, number or boolean: a leaf that says something. */
export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Whether an object has keys, and none but the given ones. */
export function hasOnly(object: Record<string, unknown>, known: ReadonlySet<string>): boolean {
  let hasKeys = false;
  for (const key in object) {
    if (!known.has(key)) return false;
    hasKeys = true;
  }
  return hasKeys;
}

/**
 * The same text as engines keep it for keys. A map finds a key of a parsed document by its address where its own key is
 * such a text, and else compares the two letter by letter; texts that were cut or put together are none.
 */
export function toKey(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}
