// The words and signs of HCL, as laying out needs them. Only for text that was read without an error.

/** What a token is, where its text alone does not tell. */
export type TokenKind =
  | 'word'
  | 'number'
  | 'sign'
  | 'newline'
  | 'comment'
  | 'quote-open'
  | 'quote-close'
  | 'text'
  | 'sequence-open'
  | 'sequence-close'
  | 'heredoc';

/** A word or sign, and how many spaces stand before it. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  spaces: number;
}

const spacing = /[ \t]+/y;
/** Those that are met most often come first. */
const plain: readonly (readonly [TokenKind, RegExp])[] = [
  ['word', /[\p{ID_Start}_][\p{ID_Continue}-]*/uy],
  ['newline', /\n/y],
  ['quote-open', /"/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['comment', /(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\//y],
  ['heredoc', /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)\n(?:[\s\S]*?\n)??[ \t]*\2(?=\n|$)/uy],
  ['sign', /\.\.\.|::|[=!<>]=|=>|&&|\|\||[^\s]/uy],
];
/** A piece of the text of a template; `$${` and `%%{` are text. */
const quoted = /[^"\\$%]+|\\[\s\S]|\$\${|%%{|[$%](?!{)/y;
const sequence = /[$%]{~?/y;

/** The tokens of a text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  /** What is open: a quote, a sequence in it, or braces in a sequence. */
  const open: ('quote' | 'sequence' | 'brace')[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < text.length) {
    if (open.at(-1) === 'quote') {
      tokens.push(readQuoted(take, open));
      continue;
    }
    const spaces = take(spacing)?.length ?? 0;
    if (at >= text.length) break;
    const token = readPlain(take, spaces);
    tokens.push(closeSequence(token, take, open));
  }
  return tokens;
}

type Take = (pattern: RegExp) => string | undefined;
type Open = ('quote' | 'sequence' | 'brace')[];

function readQuoted(take: Take, open: Open): Token {
  const text = take(quoted);
  if (text !== undefined) return { kind: 'text', text, spaces: 0 };
  const opened = take(sequence);
  if (opened !== undefined) {
    open.push('sequence');
    return { kind: 'sequence-open', text: opened, spaces: 0 };
  }
  open.pop();
  return { kind: 'quote-close', text: take(/[\s\S]/y) ?? '', spaces: 0 };
}

function readPlain(take: Take, spaces: number): Token {
  for (const [kind, pattern] of plain) {
    const text = take(pattern);
    if (text !== undefined) return { kind, text, spaces };
  }
  return { kind: 'text', text: take(/[\s\S]/y) ?? '', spaces };
}

/** Keeps count of what is open; the brace that ends a sequence, with the `~` before it, is a token of its own kind. */
function closeSequence(token: Token, take: Take, open: Open): Token {
  const { kind, text, spaces } = token;
  if (kind === 'quote-open') open.push('quote');
  if (kind !== 'sign') return token;
  if (text === '{' && open.length > 0) open.push('brace');
  if (text === '~' && open.at(-1) === 'sequence' && take(/}/y) !== undefined) {
    open.pop();
    return { kind: 'sequence-close', text: '~}', spaces };
  }
  if (text !== '}') return token;
  return open.pop() === 'sequence' ? { kind: 'sequence-close', text, spaces } : token;
}
