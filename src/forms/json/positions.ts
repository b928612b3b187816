// Where the fields of a well-formed JSON text stand. The text is read once, when the first question is asked, so that
// several hundred questions about one large text stay cheap.
import { visit } from 'jsonc-parser';
import { fromPointer } from '../../model/path.js';

interface Field {
  /** Offset of the key, or of the value where there is no key. */
  readonly start: number;
  readonly value?: number;
  readonly members?: Map<string, Field> | undefined;
}

/** Looks fields of one text up. */
export interface JsonIndex {
  /** Offset of a field's key (of an item, of the document), or of the nearest container that exists. */
  readonly findOffset: (pointer: string) => number;
  /** The text of a number, boolean or null exactly as written; undefined for anything else. */
  readonly findWritten: (pointer: string) => string | undefined;
}

/** Makes the index of a text that JSON.parse accepted. */
export function createJsonIndex(text: string): JsonIndex {
  const root = readFields(text);

  function find(pointer: string): Field {
    let field = root;
    for (const key of fromPointer(pointer)) {
      const next = field.members?.get(key);
      if (!next) return { start: field.start };
      field = next;
    }
    return field;
  }

  return {
    findOffset: (pointer) => find(pointer).start,
    findWritten: (pointer) => readPlain(text, find(pointer).value),
  };
}

/** The number, boolean or null at an offset; undefined where a string or a container stands there. */
function readPlain(text: string, offset: number | undefined): string | undefined {
  const plain = /[-+.\w]+/y;
  plain.lastIndex = offset ?? text.length;
  return plain.exec(text)?.[0];
}

function readFields(text: string): Field {
  const document = new Map<string, Field>();
  const open = [document];
  let key: { readonly name: string; readonly start: number } | undefined;

  function add(value: number, members?: Map<string, Field>): void {
    const around = open.at(-1);
    // Of a key that stands twice the last counts, as in JSON.parse.
    around?.set(key?.name ?? String(around.size), { start: key?.start ?? value, value, members });
    key = undefined;
  }

  function begin(offset: number): void {
    const members = new Map<string, Field>();
    add(offset, members);
    open.push(members);
  }

  const end = () => void open.pop();
  // The scanner takes a byte-order mark, and what stands behind it, for a word.
  visit(text.replace(/^\uFEFF/, ' '), {
    onObjectBegin: begin,
    onArrayBegin: begin,
    onObjectEnd: end,
    onArrayEnd: end,
    onObjectProperty: (name, start) => {
      key = { name, start };
    },
    onLiteralValue: (_, offset) => add(offset),
  });
  return document.get('0') ?? { start: 0 };
}
