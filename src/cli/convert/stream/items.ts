// Cuts one large JSON list into blocks of whole items. The tokenizer only finds where items end; each is then read like
// a line, by JSON.parse and with all checks. What stands around the items is gathered to be read at the end.
import { Tokenizer, TokenType } from '@streamparser/json';
import type { Place } from '../../../index.js';
import { type Block, maxDocumentBytes } from './block.js';

/** A list that is being cut. */
export interface ItemCut {
  readonly source: string;
  /** Pointer of the list: empty for one at the root, else `/items`. */
  readonly pointer: '' | '/items';
  /** Whether it is to be told where items begin. */
  readonly isPlaced: boolean;
  /** The text of the file without the items, as far as it was read. */
  around: string;
  /** Why the rest of the file was not read. */
  problem?: string;
}

interface State {
  depth: number;
  lastString: string;
  /** Offset behind the bracket or comma before the current item. */
  start: number;
  /** Offsets of the list's brackets. */
  open: number;
  close: number;
  ready: [start: number, end: number][];
  /** How far lines were counted. */
  counted: Place & { readonly offset: number };
}

const maxAround = 1024 * 1024;

/** Cuts the items out of a file, a block for each chunk. */
export async function* cutItems(cut: ItemCut, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Block> {
  const counted = { offset: 0, line: 1, column: 1 };
  const state: State = { depth: 0, lastString: '', start: 0, open: -1, close: -1, ready: [], counted };
  const tokenizer = makeTokenizer(cut, state);
  let held = Buffer.alloc(0);
  let base = 0;
  let first = 0;
  for await (const chunk of withoutMark(chunks)) {
    const fresh = base + held.length;
    held = Buffer.concat([held, chunk]);
    tokenizer.write(chunk);
    const ends = state.ready.map(([, end]) => end);
    if (ends.length > 0) yield { source: cut.source, first, ...packItems(held, { base, cut, state }) };
    first += ends.length;
    cut.around += takeAround(held.subarray(fresh - base), fresh, state);
    const keepFrom = state.open !== -1 && state.close === -1 ? state.start : base + held.length;
    if (cut.isPlaced) count(held, base, { state, to: keepFrom });
    held = Buffer.from(held.subarray(keepFrom - base));
    base = keepFrom;
    state.ready = [];
    if (held.length > maxDocumentBytes) cut.problem ??= 'an item is longer than 16 MiB';
    if (cut.around.length > maxAround) cut.problem ??= 'there is too much around its items';
    if (cut.problem !== undefined) return;
  }
  if (state.depth !== 0) cut.problem = 'it ends before its list does';
}

function makeTokenizer(cut: ItemCut, state: State): Tokenizer {
  const listDepth = cut.pointer === '' ? 1 : 2;
  const tokenizer = new Tokenizer();
  tokenizer.onError = () => {
    cut.problem ??= 'it is no well-formed JSON';
  };
  tokenizer.onToken = ({ token, value, offset }) => {
    const isInside = state.open !== -1 && state.close === -1;
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      state.depth += 1;
      if (state.open !== -1 || token === TokenType.LEFT_BRACE || state.depth !== listDepth) return;
      if (listDepth === 2 && state.lastString !== 'items') return;
      state.open = offset;
      state.start = offset + 1;
    } else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) {
      if (isInside && state.depth === listDepth) {
        state.ready.push([state.start, offset]);
        state.close = offset;
      }
      state.depth -= 1;
    } else if (token === TokenType.COMMA && isInside && state.depth === listDepth) {
      state.ready.push([state.start, offset]);
      state.start = offset + 1;
    } else if (token === TokenType.STRING && state.depth === 1) {
      state.lastString = value as unknown as string;
    }
  };
  return tokenizer;
}

/** The bytes of the finished items, one after the other. */
function packItems(
  held: Buffer,
  { base, cut, state }: { base: number; cut: ItemCut; state: State },
): Pick<Block, 'bytes' | 'items'> {
  const parts = state.ready.map(([start, end]) => held.subarray(start - base, end - base));
  const places = cut.isPlaced ? state.ready.map(([start]) => count(held, base, { state, to: start })) : [];
  const ends: number[] = [];
  for (const part of parts) ends.push((ends.at(-1) ?? 0) + part.length);
  const bytes = new Uint8Array(ends.at(-1) ?? 0);
  for (const [index, part] of parts.entries()) bytes.set(part, (ends[index] ?? 0) - part.length);
  return { bytes, items: { ends, pointer: cut.pointer, places } };
}

/** Counts lines, and columns in UTF-16 code units as editors do, up to an offset. */
function count(held: Buffer, base: number, { state, to }: { state: State; to: number }): Place {
  let { offset, line, column } = state.counted;
  // Only as far as is asked for: on one long line, each item would be looked for a break to the end of what is held.
  const part = held.subarray(0, to - base);
  for (let at = part.indexOf(10, offset - base); at !== -1; at = part.indexOf(10, offset - base)) {
    offset = at + base + 1;
    line += 1;
    column = 1;
  }
  column += part.toString('utf8', offset - base).length;
  state.counted = { offset: to, line, column };
  return { line, column };
}

/** The part of a chunk that stands outside the list, with its brackets. */
function takeAround(chunk: Buffer, offset: number, { open, close }: State): string {
  const end = offset + chunk.length;
  const before = open === -1 ? end : Math.min(end, open + 1);
  const head = chunk.toString('utf8', 0, Math.max(0, before - offset));
  const tail = close === -1 ? '' : chunk.toString('utf8', Math.max(0, close - offset));
  return head + tail;
}

/** Offsets count from behind a byte-order mark. */
async function* withoutMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of chunks) {
    const hasMark = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    isFirst = false;
    yield hasMark ? chunk.subarray(3) : chunk;
  }
}
