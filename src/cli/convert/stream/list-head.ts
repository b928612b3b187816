// Whether a file is one large JSON list, told by its size and its beginning.
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { detectJsonStyle, type Style } from '../../../index.js';
import type { InputFile } from '../../files/files.js';
import { tellFormat } from '../../input/translated-file.js';
import type { ReadArguments } from '../../line/options.js';

/** Below this a file is read whole, which is faster and places findings by line and column. */
const largeFile = 8 * 1024 * 1024;
const headLength = 64 * 1024;
/** An object whose members before `items` are scalars, or objects without braces in their strings. */
const listObject =
  /^\uFEFF?\s*\{(?:\s*"(?:[^"\\]|\\.)*"\s*:\s*(?:"(?:[^"\\]|\\.)*"|[^"[{]*?|\{[^{}]*\})\s*,)*\s*"items"\s*:\s*\[/;

/** The style of a large list; undefined for any other file. */
export async function findListStyle(input: InputFile, args: ReadArguments): Promise<Style | undefined> {
  if (input.path === undefined || (await findListPointer(input, args)) === undefined) return undefined;
  return detectJsonStyle((await readHead(input.path)) + readLast(input.path));
}

/** The pointer of the list in a large file: empty at the root, else `/items`; undefined for any other file. */
export async function findListPointer(input: InputFile, args: ReadArguments): Promise<'' | '/items' | undefined> {
  if (input.path === undefined || tellFormat(input, args) !== 'json') return undefined;
  const stats = statSync(input.path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size < largeFile) return undefined;
  const head = await readHead(input.path);
  if (/^\uFEFF?\s*\[/.test(head)) return '';
  return listObject.test(head) ? '/items' : undefined;
}

/** The first bytes of a file, as text; empty where it cannot be read. */
async function readHead(path: string): Promise<string> {
  for await (const chunk of createReadStream(path, { end: headLength - 1, highWaterMark: headLength })) {
    return (chunk as Buffer).toString('utf8');
  }
  return '';
}

/** The last character of a file, for its style. */
function readLast(path: string): string {
  const file = openSync(path, 'r');
  try {
    const last = Buffer.alloc(1);
    readSync(file, last, 0, 1, Math.max(0, statSync(path).size - 1));
    return last.toString('latin1');
  } finally {
    closeSync(file);
  }
}
