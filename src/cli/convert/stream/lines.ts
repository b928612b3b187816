// Cuts a stream of bytes into blocks of whole lines.
import { type Block, blockBytes, maxDocumentBytes } from './block.js';

const lineBreak = 10;

/** What lines come from: its name, and the number of the first of them. */
interface LinesOrigin {
  readonly source: string;
  readonly first?: number | undefined;
}

/** Cuts chunks into blocks. The buffer grows with the longest line, up to a limit; a longer line is not held. */
export async function* cutLines(
  chunks: AsyncIterable<Uint8Array>,
  { source, first = 1 }: LinesOrigin,
): AsyncGenerator<Block> {
  let buffer = Buffer.allocUnsafeSlow(2 * blockBytes);
  let used = 0;
  let isSkipping = false;
  for await (const chunk of chunks) {
    let rest = chunk;
    if (isSkipping) {
      const end = rest.indexOf(lineBreak);
      if (end === -1) continue;
      isSkipping = false;
      yield { source, bytes: new Uint8Array(), first, isTooLarge: true };
      first += 1;
      rest = rest.subarray(end + 1);
    }
    if (used + rest.length > buffer.length) buffer = grow(buffer, used, used + rest.length);
    buffer.set(rest, used);
    used += rest.length;
    if (used < blockBytes) continue;
    const cut = buffer.lastIndexOf(lineBreak, used - 1) + 1;
    if (cut > 0) {
      const next = Buffer.allocUnsafeSlow(Math.max(2 * blockBytes, 2 * (used - cut)));
      buffer.copy(next, 0, cut, used);
      const bytes = buffer.subarray(0, cut);
      // Counted first: whoever gets the bytes may hand them on, and then they are gone.
      const count = countLines(bytes);
      yield { source, bytes, first };
      first += count;
      buffer = next;
      used -= cut;
    } else if (used > maxDocumentBytes) {
      isSkipping = true;
      buffer = Buffer.allocUnsafeSlow(2 * blockBytes);
      used = 0;
    }
  }
  if (isSkipping) yield { source, bytes: new Uint8Array(), first, isTooLarge: true };
  else if (used > 0) yield { source, bytes: buffer.subarray(0, used), first };
}

function grow(buffer: Buffer, used: number, needed: number): Buffer<ArrayBuffer> {
  const grown = Buffer.allocUnsafeSlow(Math.max(2 * buffer.length, needed));
  buffer.copy(grown, 0, 0, used);
  return grown;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineBreak); at !== -1; at = bytes.indexOf(lineBreak, at + 1)) count += 1;
  return count;
}
