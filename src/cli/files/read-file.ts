// Reads inputs: files whole, up to what fits; pipes and devices as their bytes come, so that a signal is heard meanwhile.
import { constants as limits } from 'node:buffer';
import { closeSync, constants, createReadStream, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { codeOf, describeFileError, tooLarge } from './errors.js';
import { unfoldPieces, unfoldWhole } from './unfold.js';

/** What was read of a file. */
export interface Content {
  readonly bytes: Uint8Array;
  /** Its permissions; absent for standard input. */
  readonly mode?: number;
  /** Whether it was compressed. */
  readonly isUnfolded: boolean;
}

/** Opening a pipe would wait for a writer, and no signal would be heard. */
const nonBlocking = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const patience = 20;
const pieceLength = 64 * 1024;
/** Below this nobody asks how much memory there is. */
const small = 16 * 1024 * 1024;
/** A translated byte takes this much memory, where documents are short and much is said of them. */
const memoryOfByte = 32;

/** Reads a file whole. Throws what the system says, and `tooLarge` where the file would not fit. */
export async function readWhole(path: string): Promise<Content> {
  const file = await openFile(path);
  let isOurs = true;
  try {
    const stats = fstatSync(file);
    const { mode } = stats;
    if (!stats.isFile() && !stats.isDirectory()) {
      isOurs = false;
      return { ...unfoldWhole(await gather(await openPieces(file)), mostBytes()), mode };
    }
    refuseLarge(stats.size);
    return { ...unfoldWhole(readFileSync(file), mostBytes()), mode };
  } finally {
    if (isOurs) closeSync(file);
  }
}

/** Reads a file whole, at once, before anything else is done; `fail` is told why it cannot be read. */
export function readFileOr(path: string, fail: (reason: string) => never): Buffer {
  try {
    refuseLarge(statSync(path).size);
    return readFileSync(path);
  } catch (thrown) {
    return fail(describeFileError(thrown));
  }
}

/**
 * The bytes of a file, or of standard input, piece by piece, whatever their number, and unfolded where they are compressed.
 * Reading waits for whoever takes them.
 */
export async function* readInput({ path }: { readonly path?: string }): AsyncGenerator<Uint8Array> {
  if (path !== undefined) yield* unfoldPieces(await openPieces(await openFile(path)));
  // It may have been read before.
  else if (piped) yield (await readStdin()).bytes;
  else yield* unfoldPieces(sizeOfStdin() === undefined ? process.stdin : readAtOnce(stdin));
}

const stdin = 0;

/** The size of standard input where that is a file; undefined where it is a pipe, or closed. */
export function sizeOfStdin(): number | undefined {
  try {
    const stats = fstatSync(stdin);
    return stats.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
}

let piped: Promise<Uint8Array> | undefined;

/** Standard input whole, which can be asked for twice but read once. Throws `tooLarge` where it does not fit. */
export async function readStdin(): Promise<Content> {
  piped ??= gather(process.stdin);
  return unfoldWhole(await piped, mostBytes());
}

/** A file that another program holds a lease on is there as soon as that gives it back. */
async function openFile(path: string): Promise<number> {
  for (;;) {
    try {
      return openSync(path, nonBlocking);
    } catch (thrown) {
      if (codeOf(thrown) !== 'EAGAIN') throw thrown;
      await setTimeout(patience);
    }
  }
}

/** The bytes of an open file, which is closed at their end. Node waits for those of pipes and terminals beside its work. */
async function openPieces(file: number): Promise<AsyncIterable<Uint8Array>> {
  const stats = fstatSync(file);
  if (stats.isFile()) return closeAfter(file, readAtOnce(file));
  if (stats.isFIFO()) {
    const { Socket } = await import('node:net');
    return new Socket({ fd: file, readable: true, writable: false });
  }
  const { isatty, ReadStream } = await import('node:tty');
  return isatty(file) ? new ReadStream(file) : createReadStream('', { fd: file, highWaterMark: pieceLength });
}

/** What has files in its cache answers faster than the threads that Node reads by. */
function* readAtOnce(file: number): Generator<Uint8Array> {
  for (;;) {
    const piece = Buffer.allocUnsafeSlow(pieceLength);
    const length = readSync(file, piece);
    if (length === 0) return;
    yield piece.subarray(0, length);
  }
}

async function* closeAfter(file: number, pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } finally {
    closeSync(file);
  }
}

/** Leaving the loop closes what is read. */
async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const gathered: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    refuseLarge(size);
    gathered.push(piece);
  }
  return Buffer.concat(gathered);
}

function refuseLarge(size: number): void {
  if (size > small && size > mostBytes()) throw Object.assign(new Error(), { code: tooLarge });
}

/** The largest input that is read at once: what a text can hold, and its translation in the memory that Node may use. */
export function mostBytes(): number {
  const { heap_size_limit: memory } = process.getBuiltinModule('node:v8').getHeapStatistics();
  return Math.min(limits.MAX_STRING_LENGTH, Math.floor(memory / memoryOfByte));
}
