// Calls of a program in a shell script: their words as they are written. Nothing is expanded and nothing run.

/** A word of a call. */
export interface ShellWord {
  /** Exactly as it is written, quotes included. */
  readonly raw: string;
  /** What it is; undefined where the shell would put something in. */
  readonly value: string | undefined;
}

/** A call of a program. */
export interface ShellCall {
  /** Offset of the program's name in the script. */
  readonly offset: number;
  /** The words behind that name. */
  readonly words: readonly ShellWord[];
}

const endsWord = new Set([' ', '\t', '\n', '\r', ';', '|', '&', '<', '>', '(', ')', '`']);
/** What the shell replaces outside of quotes. */
const expands = new Set(['*', '?', '[', '~', '{']);

/** Lists the calls of a program, those in comments left out. What stands in the words of one call is none of its own. */
export function listCalls(script: string, program: string): ShellCall[] {
  const calls: ShellCall[] = [];
  let seen = 0;
  for (let at = script.indexOf(program); at !== -1; at = script.indexOf(program, Math.max(seen, at + 1))) {
    const before = script.slice(seen, at);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const end = at + program.length;
    if (/(?:^|\s)#/.test(line)) {
      const next = script.indexOf('\n', at);
      seen = next === -1 ? script.length : next;
    } else if (beginsCall(line) && /[ \t\\]/.test(script[end] ?? '')) {
      const read = readWords(script, end);
      calls.push({ offset: at, words: read.words });
      seen = read.end;
    }
  }
  return calls;
}

/** Whether a program may be called behind what stands on a line: it is the first word, behind a path or not. */
function beginsCall(line: string): boolean {
  const last = line.at(-1) ?? ' ';
  return last === '/' || endsWord.has(last);
}

interface Read {
  readonly words: readonly ShellWord[];
  /** The offset behind the last word. */
  readonly end: number;
}

function readWords(script: string, start: number): Read {
  const words: ShellWord[] = [];
  for (let at = start; ; ) {
    const begin = skipGap(script, at);
    if (begin === at) return { words, end: at };
    const { word, end } = readWord(script, begin);
    if (end === begin) return { words, end };
    words.push(word);
    at = end;
  }
}

/** Passes over what stands between two words of one call. */
function skipGap(script: string, start: number): number {
  let at = start;
  for (;;) {
    if (script[at] === ' ' || script[at] === '\t') at += 1;
    else if (script.startsWith('\\\n', at)) at += 2;
    else if (script.startsWith('\\\r\n', at)) at += 3;
    else return at;
  }
}

function readWord(script: string, begin: number): { readonly word: ShellWord; readonly end: number } {
  let value: string | undefined = '';
  let at = begin;
  while (at < script.length) {
    const part = readPart(script, at, at === begin);
    if (part.end === at) break;
    value = value === undefined || part.value === undefined ? undefined : value + part.value;
    at = part.end;
  }
  return { word: { raw: script.slice(begin, at), value }, end: at };
}

/** One piece of a word: in quotes, escaped, put in by the shell, or a plain character. Nothing where the word ends. */
function readPart(
  script: string,
  at: number,
  isFirst: boolean,
): { readonly value: string | undefined; readonly end: number } {
  const sign = script[at] ?? '';
  if (endsWord.has(sign) || (sign === '#' && isFirst)) return { value: '', end: at };
  if (sign === "'") {
    const end = script.indexOf("'", at + 1);
    return end === -1 ? { value: '', end: at } : { value: script.slice(at + 1, end), end: end + 1 };
  }
  if (sign === '"') return readDoubleQuoted(script, at);
  if (sign === '\\') return { value: script[at + 1] ?? '', end: /[\r\n]/.test(script[at + 1] ?? '\n') ? at : at + 2 };
  if (sign === '$') return { value: undefined, end: script[at + 1] === '(' ? findClosing(script, at + 1) : at + 1 };
  return { value: expands.has(sign) ? undefined : sign, end: at + 1 };
}

function readDoubleQuoted(script: string, open: number): { readonly value: string | undefined; readonly end: number } {
  const parts: string[] = [];
  let isOpen = false;
  for (let at = open + 1; at < script.length; at += 1) {
    const sign = script[at] ?? '';
    if (sign === '"') return { value: isOpen ? undefined : parts.join(''), end: at + 1 };
    if (sign === '$' || sign === '`') isOpen = true;
    const next = script[at + 1] ?? '';
    const escapes = sign === '\\' && '"\\$`'.includes(next);
    if (escapes) at += 1;
    parts.push(escapes ? next : sign);
  }
  return { value: '', end: open };
}

/** The offset behind the bracket that closes one; the end where there is none. */
function findClosing(script: string, open: number): number {
  let depth = 0;
  for (let at = open; at < script.length; at += 1) {
    if (script[at] === '(') depth += 1;
    if (script[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return script.length;
}
