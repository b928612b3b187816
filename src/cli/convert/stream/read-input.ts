// Reads inputs piece by piece.
import { createReadStream } from 'node:fs';
import type { InputFile } from '../../files/files.js';
import { streamStdin } from '../../input/translated-file.js';
import { blockBytes } from './block.js';

/** The bytes of an input. Reading waits for whoever takes the pieces. */
export function readInput({ path }: InputFile): AsyncIterable<Uint8Array> {
  return path === undefined ? streamStdin() : readChunks(path);
}

/** The bytes of a file, in pieces. */
export function readChunks(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: blockBytes });
}
