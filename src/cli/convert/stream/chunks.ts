// Reads a file or standard input chunk by chunk.
import { createReadStream } from 'node:fs';
import type { InputFile } from '../../files/files.js';
import { blockBytes } from './block.js';

/** The bytes of an input. Reading waits for whoever takes the chunks. */
export function readChunks({ path }: InputFile): AsyncIterable<Uint8Array> {
  return path === undefined ? process.stdin : createReadStream(path, { highWaterMark: blockBytes });
}

/** The first bytes of a file, as text; empty where it cannot be read. */
export async function readHead(path: string, length: number): Promise<string> {
  for await (const chunk of createReadStream(path, { end: length - 1, highWaterMark: length })) {
    return (chunk as Buffer).toString('utf8');
  }
  return '';
}
