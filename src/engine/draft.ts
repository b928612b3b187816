// Builds the v2 document from slot values, keys in the order of the v2 schema.
import type { Block, Part } from './plan.js';

const none: readonly number[] = [];

/** Optional blocks are written only when their required members have values: gives the slots that are left out. */
export function listOmitted(blocks: readonly Block[], values: readonly unknown[]): readonly number[] {
  let omitted = none;
  for (const { required, all } of blocks) {
    if (required.some((slot) => values[slot] === undefined)) omitted = omitted === none ? all : [...omitted, ...all];
  }
  return omitted;
}

/** The v2 document; undefined members and empty blocks are left out. */
export function buildDocument(parts: readonly Part[], values: readonly unknown[]): Record<string, unknown> {
  return buildBlock(parts, values) ?? {};
}

function buildBlock(parts: readonly Part[], values: readonly unknown[]): Record<string, unknown> | undefined {
  let block: Record<string, unknown> | undefined;
  for (const part of parts) {
    const value = part.children
      ? (buildBlock(part.children, values) ?? (part.always ? {} : undefined))
      : values[part.slot];
    if (value === undefined) continue;
    block ??= {};
    block[part.key] = value;
  }
  return block;
}
