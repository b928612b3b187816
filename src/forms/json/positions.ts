// Where the fields of a well-formed JSON text stand. Only the containers on the way to an asked field are read,
// each once, so that several hundred questions about one large text stay cheap.
import { createScanner, type JSONScanner } from 'jsonc-parser';
import { fromPointer } from '../../model/path.js';

/** Token kinds of the scanner; its own names are a const enum, which modules compiled one by one cannot import. */
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, comma: 5, end: 17 } as const;

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
  const scanner = createScanner(text, true);
  const containers = new Map<number, Members>();
  const root = text.search(/[^\s\uFEFF]/);

  function step(container: Entry, key: string): Entry | undefined {
    const members = containers.get(container.value) ?? readMembers(scanner, container.value);
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
function readMembers(scanner: JSONScanner, offset: number): Members {
  const members = new Map<string, Entry>();
  const items: number[] = [];
  scanner.setPosition(offset);
  const open: number = scanner.scan();
  if (!isOpening(open)) return items;
  for (let kind: number = scanner.scan(); kind !== token.end && !isClosing(kind); kind = scanner.scan()) {
    if (kind === token.comma) continue;
    const start = scanner.getTokenOffset();
    if (open === token.openBracket) {
      items.push(start);
      skipValue(scanner, kind);
      continue;
    }
    const key = scanner.getTokenValue();
    scanner.scan();
    const first: number = scanner.scan();
    // Of a key that stands twice the last counts, as in JSON.parse.
    members.set(key, { start, value: scanner.getTokenOffset() });
    skipValue(scanner, first);
  }
  return open === token.openBrace ? members : items;
}

function skipValue(scanner: JSONScanner, first: number): void {
  let depth = isOpening(first) ? 1 : 0;
  while (depth > 0) {
    const kind: number = scanner.scan();
    if (kind === token.end) return;
    if (isOpening(kind)) depth++;
    else if (isClosing(kind)) depth--;
  }
}

function isOpening(kind: number): boolean {
  return kind === token.openBrace || kind === token.openBracket;
}

function isClosing(kind: number): boolean {
  return kind === token.closeBrace || kind === token.closeBracket;
}
