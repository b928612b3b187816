// Reading v1 places: one array item is chosen for the whole document.
import type { Source } from './plan.js';

/** The value at a source; null is absent, everywhere. */
export function readSource(root: unknown, source: Pick<Source, 'keys'>, item: number | undefined): unknown {
  let value = root;
  for (const key of source.keys) {
    if (key === '') return value;
    if (typeof value !== 'object' || value === null) return undefined;
    if (key !== '*') value = (value as Record<string, unknown>)[key];
    else value = item === undefined ? undefined : (value as readonly unknown[])[item];
  }
  return value === null ? undefined : value;
}

/** The JSON Pointer of a source in a document whose array has this item chosen. */
export function pointerOf(source: Source, item: number | undefined): string {
  if (!source.around || !item) return source.pointer;
  return `${source.around[0]}/${item}${source.around[1]}`;
}

/** The asked-for item, else the only one that is not null. */
export function chooseItem(root: unknown, keys: readonly string[], asked: number | undefined): number | undefined {
  const items = readSource(root, { keys }, undefined);
  if (!Array.isArray(items)) return undefined;
  if (asked !== undefined) return items[asked] === null || items[asked] === undefined ? undefined : asked;
  if (items.length === 1) return items[0] === null ? undefined : 0;
  const present = items.flatMap((value, index) => (value === null ? [] : [index]));
  return present.length === 1 ? present[0] : undefined;
}

/** Whether a source lies at or below a value of the wrong type. */
export function isUnderBad(source: Source, item: number | undefined, bad: readonly string[]): boolean {
  const pointer = pointerOf(source, item);
  return bad.some((place) => place === '' || pointer === place || pointer.startsWith(`${place}/`));
}
