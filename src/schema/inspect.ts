// One look at a value before anything is recognised: what is refused (forbidden keys, bottomless nesting, values that are
// not JSON), and whether it is larger than any payload, so that nothing lists its parts: each may take a change, a
// finding and lines of a report, some 5 kB for a value of a few bytes.
import { toPointer } from '../model/path.js';

/** Deepest nesting that is looked at; payloads of the API are five levels deep. */
export const deepest = 64;

/** A payload of the API has some forty values; with so many, a document is none. */
export const mostValues = 10_000;

/** The keys of the API have thirty characters at most. */
const longestKey = 10_000;

/** What stands behind longer keys counts for more: its place is told again and again. */
const usualPath = 256;

/** Why a value is refused: a message id of `document/kind`, the place and the data of the message. */
export interface Refused {
  readonly reason: 'forbidden-key' | 'too-deep' | 'not-json';
  readonly pointer: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** What a look at a value tells. */
export interface Inspection {
  /** The first thing for which the value is refused. */
  readonly refused: Refused | undefined;
  /** Whether it holds more values or longer keys than any payload. */
  readonly isTooLarge: boolean;
}

const usual: Inspection = { refused: undefined, isTooLarge: false };
const large: Inspection = { refused: undefined, isTooLarge: true };

/** Looks at all of a value, without recursing deeper than the limit. */
export function inspect(value: unknown): Inspection {
  const walk: Walk = { left: mostValues, path: 0 };
  try {
    const found = look(value, 0, walk);
    if (found) return refuse(found);
    return walk.left < 0 ? large : usual;
  } catch {
    // Getters and proxies may throw; what they throw is not ours to show.
    return refuse(stop('not-json', { found: 'something that cannot be read' }));
  }
}

/** How many values there may still be; negative when there are more, or a key is too long. */
interface Walk {
  left: number;
  /** How many characters the keys have on the way to where the walk is. */
  path: number;
}

/** What is refused, with its path, which grows on the way back. */
interface Found extends Omit<Refused, 'pointer'> {
  readonly path: (string | number)[];
}

function look(value: unknown, depth: number, walk: Walk): Found | undefined {
  walk.left -= weigh(walk.path);
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isFinite(value))
      return undefined;
    return depth === 0 || value !== undefined ? stop('not-json', { found: nameValue(value) }) : undefined;
  }
  if (depth >= deepest) return stop('too-deep', { limit: deepest });
  if (Array.isArray(value)) return lookAll(value, depth, walk);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return stop('not-json', { found: 'an object that is not plain' });
  }
  for (const key in value) {
    const member = (value as Record<string, unknown>)[key];
    if (isForbidden(key)) return stop('forbidden-key', { field: key }, key);
    if (key.length > longestKey) walk.left = -1;
    if (typeof member === 'string' || typeof member === 'boolean' || member === null) {
      walk.left -= weigh(walk.path + key.length);
      continue;
    }
    walk.path += key.length;
    const found = look(member, depth + 1, walk);
    walk.path -= key.length;
    if (found) return below(key, found);
  }
  return undefined;
}

function weigh(path: number): number {
  return path > usualPath ? Math.floor(path / usualPath) : 1;
}

function lookAll(items: readonly unknown[], depth: number, walk: Walk): Found | undefined {
  for (let index = 0; index < items.length; index += 1) {
    const found = look(items[index], depth + 1, walk);
    if (found) return below(index, found);
  }
  return undefined;
}

function below(key: string | number, found: Found): Found {
  found.path.unshift(key);
  return found;
}

function isForbidden(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

function nameValue(value: unknown): string {
  if (typeof value === 'number') return 'a number that is not finite';
  return value === undefined ? 'nothing' : `a ${typeof value}`;
}

function stop(reason: Refused['reason'], data: Refused['data'], ...path: string[]): Found {
  return { reason, data, path };
}

function refuse({ reason, data, path }: Found): Inspection {
  return { refused: { reason, data, pointer: toPointer(path) }, isTooLarge: false };
}
