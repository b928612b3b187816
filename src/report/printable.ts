// Makes text from documents safe to print: no control character, terminal escape or direction mark gets through.
import type { Json } from '../model/json.js';

const plain = /^[ -~]*$/;
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text on one line, with everything that a terminal would obey instead of show written as `\u001b`. */
export function toPrintable(text: string): string {
  // Most texts are plain, and seeing that takes a tenth of the time.
  if (plain.test(text)) return text;
  return text.replace(unprintable, escapeCharacter);
}

/** A value as JSON, indented by `indent` spaces, without characters that a terminal would obey. */
export function writeJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(unprintable, (character) =>
    character === '\n' ? character : escapeCharacter(character),
  );
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
