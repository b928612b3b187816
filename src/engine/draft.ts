// Builds the v2 document from slot values, keys in the order of the v2 schema.
import type { Part } from './plan.js';

/** Optional blocks are written only when their required members have values: gives the slots that are left out. */
export function omitIncomplete(parts: readonly Part[], values: readonly unknown[]): number[] {
  const omitted: number[] = [];
  for (const part of parts) {
    if (!part.children) continue;
    if (part.optional && !isComplete(part.children, values)) omitted.push(...slotsOf(part.children));
    else omitted.push(...omitIncomplete(part.children, values));
  }
  return omitted;
}

/** The v2 document; undefined members and empty blocks are left out. */
export function buildDocument(parts: readonly Part[], values: readonly unknown[]): Record<string, unknown> {
  const document: Record<string, unknown> = {};
  for (const part of parts) {
    if (!part.children) {
      if (values[part.slot] !== undefined) document[part.key] = values[part.slot];
      continue;
    }
    const block = buildDocument(part.children, values);
    if (hasKeys(block)) document[part.key] = block;
  }
  return document;
}

function isComplete(parts: readonly Part[], values: readonly unknown[]): boolean {
  return parts.every(
    (part) => part.optional || (part.children ? isComplete(part.children, values) : values[part.slot] !== undefined),
  );
}

function slotsOf(parts: readonly Part[]): number[] {
  return parts.flatMap((part) => (part.children ? slotsOf(part.children) : [part.slot]));
}

function hasKeys(object: object): boolean {
  for (const _key in object) return true;
  return false;
}
