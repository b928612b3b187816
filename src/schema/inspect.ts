// What is refused before anything is recognised: forbidden keys, bottomless nesting, values that are not JSON.
import { toPointer } from '../model/path.js';

/** Deepest nesting that is looked at; payloads of the API are five levels deep. */
export const deepest = 64;

/** Why a value is refused: a message id of `document/kind`, the place and the data of the message. */
export interface Refused {
  readonly reason: 'forbidden-key' | 'too-deep' | 'not-json';
  readonly pointer: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Finds the first thing for which a value is refused, without recursing deeper than the limit. */
export function inspect(value: unknown): Refused | undefined {
  try {
    return look(value, []);
  } catch {
    // Getters and proxies may throw; what they throw is not ours to show.
    return refuse('not-json', [], { found: 'something that cannot be read' });
  }
}

function look(value: unknown, path: (string | number)[]): Refused | undefined {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isFinite(value))
      return undefined;
    return path.length === 0 || value !== undefined ? refuse('not-json', path, { found: nameValue(value) }) : undefined;
  }
  if (path.length >= deepest) return refuse('too-deep', path, { limit: deepest });
  if (Array.isArray(value)) return lookAll(value, path);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return refuse('not-json', path, { found: 'an object that is not plain' });
  }
  for (const key in value) {
    const member = (value as Record<string, unknown>)[key];
    if (isForbidden(key)) return refuse('forbidden-key', [...path, key], { field: key });
    if (typeof member === 'string' || typeof member === 'boolean' || member === null) continue;
    path.push(key);
    const refused = look(member, path);
    path.pop();
    if (refused) return refused;
  }
  return undefined;
}

function lookAll(items: readonly unknown[], path: (string | number)[]): Refused | undefined {
  for (let index = 0; index < items.length; index += 1) {
    path.push(index);
    const refused = look(items[index], path);
    path.pop();
    if (refused) return refused;
  }
  return undefined;
}

function isForbidden(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

function nameValue(value: unknown): string {
  if (typeof value === 'number') return 'a number that is not finite';
  return value === undefined ? 'nothing' : `a ${typeof value}`;
}

function refuse(reason: Refused['reason'], path: readonly (string | number)[], data: Refused['data']): Refused {
  return { reason, pointer: toPointer(path), data };
}
