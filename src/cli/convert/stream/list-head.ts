// Whether a file is one large JSON list, told by its size and its beginning.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { detectJsonStyle, findStringEnd, type Style } from '../../../index.js';
import type { InputFile } from '../../files/files.js';
import { tellFormat } from '../../input/translated-file.js';
import type { ReadArguments } from '../../line/options.js';

/** Below this a file is read whole, which is faster and places findings by line and column. */
const largeFile = 8 * 1024 * 1024;
const headLength = 64 * 1024;

/** The style of a large list; undefined for any other file. */
export function findListStyle(input: InputFile, args: ReadArguments): Style | undefined {
  const { path } = input;
  if (path === undefined || findListPointer(input, args) === undefined) return undefined;
  try {
    return detectJsonStyle(readPart(path, 0, headLength) + readPart(path, statSync(path).size - 1, 1));
  } catch {
    // What cannot be read is told where it is read whole.
    return undefined;
  }
}

/** The pointer of the list in a large file: empty at the root, else `/items`; undefined for any other file. */
export function findListPointer(input: InputFile, args: ReadArguments): '' | '/items' | undefined {
  if (input.path === undefined || tellFormat(input, args) !== 'json') return undefined;
  const head = readHead(input.path);
  if (head === undefined) return undefined;
  if (/^\uFEFF?\s*\[/.test(head)) return '';
  return /^\uFEFF?\s*\{/.test(head) && listsItems(head) ? '/items' : undefined;
}

/** Whether the first list in an object is its member `items`; what stands before may be scalars and objects of them. */
function listsItems(head: string): boolean {
  let depth = 0;
  let text = '';
  let key = '';
  for (let at = head.indexOf('{'); at < head.length; at += 1) {
    const sign = head.charAt(at);
    if (sign === '[') return depth === 1 && key === '"items"';
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === ':') key = text;
    else if (sign === ',') key = '';
    if (sign !== '"') continue;
    const end = findStringEnd(head, at);
    text = head.slice(at, end + 1);
    at = end;
  }
  return false;
}

/** The beginning of a large file. */
function readHead(path: string): string | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size >= largeFile ? readPart(path, 0, headLength) : undefined;
  } catch {
    return undefined;
  }
}

/** Some bytes of a file, as text. */
function readPart(path: string, start: number, length: number): string {
  const file = openSync(path, 'r');
  try {
    const part = Buffer.alloc(length);
    return part.toString('utf8', 0, readSync(file, part, 0, length, start));
  } finally {
    closeSync(file);
  }
}
