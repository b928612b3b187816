// The documents that a value lists: what an array holds, and what `items` of a list of the API does.
import { isObject } from './json.js';

/** What a list holds, and the JSON Pointer of the array. */
export interface Items {
  readonly items: readonly unknown[];
  readonly at: '' | '/items';
}

/** The items of a list; undefined where a value is none. */
export function findItems(value: unknown): Items | undefined {
  if (Array.isArray(value)) return { items: value, at: '' };
  const items = isObject(value) ? value['items'] : undefined;
  return Array.isArray(items) ? { items, at: '/items' } : undefined;
}
