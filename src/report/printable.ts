// Makes text from documents safe to print: no control character, terminal escape, direction mark or character that XML
// forbids gets through, and nothing that the runner of a build obeys.
import type { Json } from '../model/json.js';

const plain = /^[ -~]*$/;
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;
/** `::warning::` at the start of a line and `##[warning]` anywhere in it are commands to the runners of GitHub and others. */
const command = /^\s*::|##\w*\[/;
const commandStart = /^\s*:(?=:)/;
const commandSign = /#(?=#\w*\[)/g;

/** The text on one line, with everything that a terminal or a runner would obey instead of show written as `\u001b`. */
export function toPrintable(text: string): string {
  // Most texts are plain, and seeing that takes a tenth of the time.
  const isCommand = command.test(text);
  if (plain.test(text) && !isCommand) return text;
  const shown = isCommand ? defuse(text) : text;
  return shown.replace(unprintable, escapeCharacter);
}

/** A text of several lines, each of them printable; tabs and the line breaks of Windows stay. */
export function toPrintableLines(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [content, end] = line.endsWith('\r') ? [line.slice(0, -1), '\r'] : [line, ''];
      return content.split('\t').map(toPrintable).join('\t') + end;
    })
    .join('\n');
}

function defuse(text: string): string {
  return text
    .replace(commandStart, (start) => start.slice(0, -1) + escapeCharacter(':'))
    .replace(commandSign, escapeCharacter);
}

/** A value as JSON, indented by `indent` spaces, without characters that a terminal would obey. */
export function writeJson(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, null, indent).replace(commandSign, escapeCharacter);
  return text.replace(unprintable, (character) => (character === '\n' ? character : escapeCharacter(character)));
}

/** A value as JSON on one line, shortened to `limit` characters. */
export function printValue(value: Json, limit: number): string {
  const begun = typeof value === 'string' ? value.slice(0, 2 * limit + 2) : value;
  return shorten(toPrintable(JSON.stringify(begun)), limit);
}

/** A text cut to `limit` characters. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // A character has two units at most; the rest of a long text is not even looked at.
  const characters = [...text.slice(0, 2 * limit + 2)];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

function escapeCharacter(character: string): string {
  let escaped = '';
  for (let index = 0; index < character.length; index += 1) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
