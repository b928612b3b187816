// Lays out whole blocks as `terraform fmt` does: indentation by brackets, spaces within lines, and `=` and comments of
// neighbouring lines below each other.
import { countBrackets, spaceTokens } from './spaces.js';
import { type Token, tokenize } from './tokens.js';

/** A line in up to three parts, the first tokens of which are aligned with those of neighbouring lines. */
interface Line {
  readonly lead: readonly Token[];
  /** From `=` on, where the line holds the whole value. */
  readonly assigned: readonly Token[];
  /** A comment to the end of the line. */
  readonly comment: readonly Token[];
}

const segments = new Intl.Segmenter();

/** Lays out text that begins at the top level of a file. Its line ends are `\n`. */
export function layOut(text: string): string {
  const lines = splitLines(tokenize(text));
  indent(lines);
  for (const { lead, assigned } of lines) {
    spaceTokens(lead);
    spaceTokens(assigned);
  }
  alignAssigned(lines);
  alignComments(lines);
  return lines
    .flatMap(({ lead, assigned, comment }) => [...lead, ...assigned, ...comment])
    .map((token) => ' '.repeat(token.kind === 'newline' ? 0 : token.spaces) + token.text)
    .join('');
}

function splitLines(tokens: readonly Token[]): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'newline') continue;
    lines.push(partLine(tokens.slice(start, index), [token]));
    start = index + 1;
  }
  return [...lines, partLine(tokens.slice(start), [])];
}

function partLine(tokens: readonly Token[], newline: readonly Token[]): Line {
  const last = tokens.at(-1);
  // A comment that could go on is spaced like a word.
  const isEnding = last?.kind === 'comment' && !last.text.startsWith('/*') && tokens.length > 1;
  const comment = isEnding ? [last, ...newline] : [];
  const rest = isEnding ? tokens.slice(0, -1) : [...tokens, ...newline];
  const at = rest.findIndex(({ kind, text }, index) => index > 0 && kind === 'sign' && text === '=');
  const isWhole = at !== -1 && sumBrackets(rest.slice(at)) === 0;
  return isWhole
    ? { lead: rest.slice(0, at), assigned: rest.slice(at), comment }
    : { lead: rest, assigned: [], comment };
}

function sumBrackets(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + countBrackets(token), 0);
}

/** A line that opens brackets indents those below it by one step, however many it opens. */
function indent(lines: readonly Line[]): void {
  const steps: number[] = [];
  for (const { lead, assigned } of lines) {
    const [first] = lead;
    if (!first || first.kind === 'newline') continue;
    const net = sumBrackets(lead) + sumBrackets(assigned);
    if (net < 0) closeSteps(steps, -net);
    first.spaces = 2 * steps.length;
    if (net > 0) steps.push(net);
  }
}

function closeSteps(steps: number[], count: number): void {
  let left = count;
  while (left > 0 && steps.length > 0) {
    const last = steps.pop() ?? 0;
    if (left < last) steps.push(last - left);
    left = Math.max(0, left - last);
  }
}

function alignAssigned(lines: readonly Line[]): void {
  const hasPart = ({ assigned }: Line) => assigned.length > 0;
  for (const chain of listChains(lines, hasPart)) {
    const widest = Math.max(...chain.map(({ lead }) => measure(lead)));
    for (const { lead, assigned } of chain) setSpaces(assigned, widest - measure(lead) + 1);
  }
}

function alignComments(lines: readonly Line[]): void {
  const measureBoth = ({ lead, assigned }: Line) => measure(lead) + measure(assigned);
  for (const chain of listChains(lines, ({ comment }) => comment.length > 0)) {
    const widest = Math.max(...chain.map(measureBoth));
    for (const line of chain) setSpaces(line.comment, widest - measureBoth(line) + 1);
  }
}

/** Runs of lines that follow each other and have a part. */
function listChains(lines: readonly Line[], hasPart: (line: Line) => boolean): Line[][] {
  const chains: Line[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const has = hasPart(line);
    if (has && isOpen) chains.at(-1)?.push(line);
    else if (has) chains.push([line]);
    isOpen = has;
  }
  return chains;
}

function setSpaces([first]: readonly Token[], spaces: number): void {
  if (first) first.spaces = spaces;
}

/** How many characters a part takes, as people count them. */
function measure(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { kind, text, spaces }) => sum + (kind === 'newline' ? 0 : spaces + countText(text)), 0);
}

function countText(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : [...segments.segment(text)].length;
}
