// Compressed input. gzip is unfolded, told by its first bytes and not by a name; what else is compressed is named, with the
// command that unfolds it. A small file may hold more than any disk: there is a bound on what comes of it.
import { pipeline, Readable } from 'node:stream';
import { createGunzip, gunzipSync } from 'node:zlib';

/** Why something compressed was not read, as a finding tells it. */
export interface UnfoldProblem {
  readonly code: 'compressed';
  readonly message: string;
  readonly remedy: string;
}

interface Compression {
  readonly name: string;
  /** The first bytes; undefined is any. */
  readonly first: readonly (number | undefined)[];
  /** What writes it unfolded to standard output. */
  readonly command: string;
}

const gzip: Compression = { name: 'gzip', first: [0x1f, 0x8b], command: 'gzip -dc' };
const others: readonly Compression[] = [
  { name: 'zstd', first: [0x28, 0xb5, 0x2f, 0xfd], command: 'zstd -dc' },
  { name: 'bzip2', first: [0x42, 0x5a, 0x68, undefined, 0x31, 0x41], command: 'bzip2 -dc' },
  { name: 'xz', first: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], command: 'xz -dc' },
  { name: 'lz4', first: [0x04, 0x22, 0x4d, 0x18], command: 'lz4 -dc' },
  { name: 'zip', first: [0x50, 0x4b, 0x03, 0x04], command: 'unzip -p' },
];
const longestFirst = 6;
/** So much comes of any file; of a larger one, so many times its size. Configurations shrink to a tenth or twentieth. */
const always = 64 * 1024 * 1024;
const most = 256;
const pieceLength = 64 * 1024;

/** The bytes that a file holds, and whether they were compressed. Throws an error with an `UnfoldProblem`. */
export function unfoldWhole(bytes: Uint8Array, limit: number): { bytes: Uint8Array; isUnfolded: boolean } {
  if (!isGzip(bytes)) return { bytes, isUnfolded: false };
  try {
    const maxOutputLength = Math.min(limit, mostOf(bytes.length));
    return { bytes: gunzipSync(bytes, { maxOutputLength }), isUnfolded: true };
  } catch (thrown) {
    return failUnfold(thrown);
  }
}

/** The same of bytes that come in pieces. */
export async function* unfoldPieces(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let first: Buffer = Buffer.alloc(0);
  let isTold = false;
  const left = (async function* () {
    for await (const piece of pieces) yield piece;
  })();
  while (first.length < longestFirst && !isTold) {
    const { value, done } = await left.next();
    isTold = done === true;
    if (value)
      first =
        first.length === 0 ? Buffer.from(value.buffer, value.byteOffset, value.length) : Buffer.concat([first, value]);
  }
  const all = prepend(first, left);
  if (isGzip(first)) yield* gunzip(all);
  else yield* all;
}

async function* prepend(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* rest;
}

async function* gunzip(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unfolding = createGunzip({ chunkSize: pieceLength });
  // What goes wrong is heard by whoever reads.
  pipeline(Readable.from(pieces, { objectMode: false }), unfolding, () => undefined);
  let length = 0;
  try {
    for await (const piece of unfolding) {
      length += piece.length;
      if (length > mostOf(unfolding.bytesWritten)) throw tooMuch;
      yield piece;
    }
  } catch (thrown) {
    failUnfold(thrown);
  }
}

const tooMuch = { code: 'ERR_BUFFER_TOO_LARGE' };

function mostOf(compressed: number): number {
  return Math.max(always, most * compressed);
}

/** Whether bytes begin as gzip does. What is compressed in another way is refused. */
function isGzip(bytes: Uint8Array): boolean {
  const begins = ({ first }: Compression) => first.every((byte, index) => byte === undefined || bytes[index] === byte);
  const other = others.find(begins);
  if (other)
    failCompressed(
      `it is compressed with ${other.name}`,
      `Unfold it: ${other.command} FILE | ionos-pg-migrate convert -`,
    );
  return begins(gzip);
}

const reasons: Readonly<Record<string, string>> = {
  ERR_BUFFER_TOO_LARGE: 'it unfolds to far more than any configuration does',
  Z_BUF_ERROR: 'it ends in the middle of what is compressed',
};

/** Tells what the library says of compressed bytes; whoever read them may have failed, too, which is told otherwise. */
function failUnfold(thrown: unknown): never {
  const { code = '' } = thrown as { code?: string };
  if (reasons[code] === undefined && !code.startsWith('Z_')) throw thrown;
  return failCompressed(reasons[code] ?? 'what is compressed is damaged', 'Fetch or compress it again.');
}

function failCompressed(reason: string, remedy: string): never {
  const problem: UnfoldProblem = { code: 'compressed', message: `Nothing more could be read: ${reason}.`, remedy };
  throw Object.assign(new Error(problem.message), { code: problem.code, problem });
}
