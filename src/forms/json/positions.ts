// Where the fields of a well-formed JSON text stand. Only the containers on the way to an asked field are read,
// each once, so that several hundred questions about one large text stay cheap. Where the text is known to be well-formed,
// strings are passed over at once: a scanner of tokens took four tenths of the time of a stream of results.
import { fromPointer } from '../../model/path.js';
import { findStringEnd } from '../../model/quoted.js';

const sign = { quote: 0x22, comma: 0x2c, openBracket: 0x5b, closeBracket: 0x5d, openBrace: 0x7b, closeBrace: 0x7d };

interface Entry {
  /** Offset of the key, or of the value where there is no key. */
  readonly start: number;
  readonly value: number;
}

/** Looks fields of one text up. */
export interface JsonIndex {
  /** Offset of a field's key (of an item, of the document), or of the nearest container that exists. */
  readonly findOffset: (pointer: string) => number;
  /** The text of a number, boolean or null exactly as written; undefined for anything else. */
  readonly findWritten: (pointer: string) => string | undefined;
}

/** The members of an object by key, or the offsets of a list's items. */
type Members = ReadonlyMap<string, Entry> | readonly number[];

/** Makes the index of a text that JSON.parse accepted. */
export function createJsonIndex(text: string): JsonIndex {
  const containers = new Map<number, Members>();
  const root = text.search(/[^\s\uFEFF]/);

  function step(container: Entry, key: string): Entry | undefined {
    const members = containers.get(container.value) ?? readMembers(text, container.value);
    containers.set(container.value, members);
    if (members instanceof Map) return members.get(key);
    const offset = /^(?:0|[1-9]\d*)$/.test(key) ? (members as readonly number[])[Number(key)] : undefined;
    return offset === undefined ? undefined : { start: offset, value: offset };
  }

  function find(pointer: string): { entry: Entry; exact: boolean } {
    let entry: Entry = { start: root, value: root };
    for (const key of fromPointer(pointer)) {
      const next = step(entry, key);
      if (!next) return { entry, exact: false };
      entry = next;
    }
    return { entry, exact: true };
  }

  return {
    findOffset: (pointer) => find(pointer).entry.start,
    findWritten: (pointer) => {
      const { entry, exact } = find(pointer);
      return exact ? readPlain(text, entry.value) : undefined;
    },
  };
}

/** The number, boolean or null at an offset; undefined where a string or a container stands there. */
function readPlain(text: string, offset: number): string | undefined {
  const plain = /[-+.\w]+/y;
  plain.lastIndex = offset;
  return plain.exec(text)?.[0];
}

/** What the container at an offset holds itself; the insides of what it holds are passed over. */
function readMembers(text: string, offset: number): Members {
  const members = new Map<string, Entry>();
  const items: number[] = [];
  const open = text.charCodeAt(offset);
  if (!isOpening(open)) return items;
  for (let at = skipBlank(text, offset + 1); at < text.length && !isClosing(text.charCodeAt(at)); ) {
    const start = at;
    if (open === sign.openBrace) {
      const end = findStringEnd(text, start);
      // Behind the key, and then behind its colon.
      at = skipBlank(text, skipBlank(text, end + 1) + 1);
      // Of a key that stands twice the last counts, as in JSON.parse.
      members.set(readKey(text.slice(start, end + 1)), { start, value: at });
    } else items.push(start);
    at = skipBlank(text, skipValue(text, at));
    if (text.charCodeAt(at) === sign.comma) at = skipBlank(text, at + 1);
  }
  return open === sign.openBrace ? members : items;
}

function readKey(quoted: string): string {
  return quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
}

/** Offset of the next sign that is no white space of JSON, all of which stands below `!`. */
function skipBlank(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** Offset behind the value that begins at an offset, or somewhere before what follows it. */
function skipValue(text: string, offset: number): number {
  let depth = 0;
  for (let at = offset; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === sign.quote) at = findStringEnd(text, at);
    else if (isOpening(code)) depth += 1;
    else if (depth > 0 && isClosing(code)) depth -= 1;
    else if (depth === 0 && (code === sign.comma || isClosing(code))) return at;
    else continue;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function isOpening(code: number): boolean {
  return code === sign.openBrace || code === sign.openBracket;
}

function isClosing(code: number): boolean {
  return code === sign.closeBrace || code === sign.closeBracket;
}
