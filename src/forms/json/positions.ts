// Where the fields of a well-formed JSON text stand. Only the containers on the way to an asked field are read,
// each once, so that several hundred questions about one large text stay cheap.
import { createScanner, type JSONScanner } from 'jsonc-parser';
import { fromPointer } from '../../model/path.js';
import { token } from './tokens.js';

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
  const root = findRoot(text, scanner);

  function step(container: Entry, key: string): Entry | undefined {
    const members = containers.get(container.value) ?? readMembers(scanner, container.value);
    containers.set(container.value, members);
    if (members instanceof Map) return members.get(key);
    const offset = /^(?:0|[1-9]\d*)$/.test(key) ? (members as readonly number[])[Number(key)] : undefined;
    return offset === undefined ? undefined : { start: offset, value: offset };
  }

  function find(pointer: string): { entry: Entry; exact: boolean } {
    let entry = root;
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
      scanner.setPosition(entry.value);
      const kind: number = scanner.scan();
      return exact && kind >= token.null && kind <= token.number && kind !== token.string
        ? scanner.getTokenValue()
        : undefined;
    },
  };
}

function findRoot(text: string, scanner: JSONScanner): Entry {
  scanner.setPosition(text.charCodeAt(0) === 0xfeff ? 1 : 0);
  scanner.scan();
  const offset = scanner.getTokenOffset();
  return { start: offset, value: offset };
}

function readMembers(scanner: JSONScanner, offset: number): Members {
  scanner.setPosition(offset);
  const open: number = scanner.scan();
  if (open === token.openBracket) return readItems(scanner);
  const members = new Map<string, Entry>();
  if (open !== token.openBrace) return members;
  for (let kind: number = scanner.scan(); kind === token.string || kind === token.comma; kind = scanner.scan()) {
    if (kind === token.comma) continue;
    const start = scanner.getTokenOffset();
    const key = scanner.getTokenValue();
    scanner.scan();
    const first: number = scanner.scan();
    // Of a key that stands twice the last counts, as in JSON.parse.
    members.set(key, { start, value: scanner.getTokenOffset() });
    skipValue(scanner, first);
  }
  return members;
}

function readItems(scanner: JSONScanner): number[] {
  const offsets: number[] = [];
  for (let kind: number = scanner.scan(); kind !== token.end && !isClosing(kind); kind = scanner.scan()) {
    if (kind === token.comma) continue;
    offsets.push(scanner.getTokenOffset());
    skipValue(scanner, kind);
  }
  return offsets;
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
