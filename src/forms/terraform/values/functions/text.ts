// Functions of texts. Those that turn letters answer for ASCII only, where every language agrees.
import { trimEndOf } from '../../../../model/trim.js';
import { isList, isPrimitive, isSet, toNumber, toText, unknown, type Value } from '../value.js';
import type { Functions } from './functions.js';

/** Longer texts are not kept. */
const longest = 100_000;

/** Applies a function to arguments that must be texts. */
function onTexts(apply: (...texts: string[]) => Value): (args: readonly Value[]) => Value {
  return (args) => {
    const texts = args.map(toText);
    const isWhole = texts.every((text) => text !== undefined);
    return isWhole && texts.length === apply.length ? apply(...texts) : unknown;
  };
}

/** Applies a function to a text of ASCII. */
function onAscii(apply: (text: string) => Value): (args: readonly Value[]) => Value {
  return onTexts((text) => (isAscii(text) ? apply(text) : unknown));
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function limit(text: string): Value {
  return text.length > longest ? unknown : text;
}

/** Functions of texts, by name. */
export const textFunctions: Functions = {
  upper: onAscii((text) => text.toUpperCase()),
  lower: onAscii((text) => text.toLowerCase()),
  trimspace: onAscii((text) => text.trim()),
  chomp: onTexts((text) => trimEndOf(text, '\r\n')),
  trimprefix: onTexts((text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  trimsuffix: onTexts((text, suffix) =>
    suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  startswith: onTexts((text, prefix) => text.startsWith(prefix)),
  endswith: onTexts((text, suffix) => text.endsWith(suffix)),
  strcontains: onTexts((text, part) => text.includes(part)),
  split: onTexts((separator, text) => (separator === '' ? [...text] : text.split(separator))),
  replace: onTexts((text, found, by) => {
    // Between slashes stands a regular expression of Go.
    if (found === '' || /^\/.*\/$/s.test(found)) return unknown;
    return limit(text.split(found).join(by));
  }),
  substr: ([text, offset, length]) => cut(text, offset, length),
  join: ([separator, ...lists]) => {
    const mark = separator === undefined ? undefined : toText(separator);
    const items = lists.flatMap((list): readonly Value[] =>
      isSet(list) ? list.items : isList(list) ? list : [unknown],
    );
    if (items.includes(unknown)) return unknown;
    const texts = items.map(toText);
    if (mark === undefined || texts.includes(undefined)) return unknown;
    return limit(texts.join(mark));
  },
  format: ([pattern, ...args]) => (typeof pattern === 'string' ? format(pattern, args) : unknown),
};

function cut(value: Value | undefined, offset: Value | undefined, length: Value | undefined): Value {
  const text = value === undefined ? undefined : toText(value);
  if (text === undefined || typeof offset !== 'number' || typeof length !== 'number') return unknown;
  if (!isAscii(text) || offset < 0 || length === 0 || length < -1) return unknown;
  return length < 0 ? text.slice(offset) : text.slice(offset, offset + length);
}

const verb = /%(?:%|(0?)(\d{0,3})([a-zA-Z])|.|$)/gs;

/** `%s`, `%d`, `%v` with a width, and `%%`; what has other verbs is not known. */
function format(pattern: string, args: readonly Value[]): Value {
  const rest = [...args];
  let isUnknown = false;
  const text = pattern.replace(verb, (...found) => {
    const [whole, zero, width = '', letter = ''] = found as string[];
    if (whole === '%%') return '%';
    const written = writeVerb(letter, rest.shift());
    if (written === undefined || (zero && letter !== 'd')) isUnknown = true;
    return zero ? padNumber(written ?? '', Number(width)) : (written ?? '').padStart(Number(width));
  });
  return isUnknown || rest.length > 0 ? unknown : limit(text);
}

function writeVerb(letter: string, value: Value | undefined): string | undefined {
  if (value === undefined || !isPrimitive(value)) return undefined;
  if (letter === 's' || letter === 'v') return toText(value);
  const number = letter === 'd' ? toNumber(value) : undefined;
  return number !== undefined && Number.isInteger(number) ? toText(number) : undefined;
}

function padNumber(text: string, width: number): string {
  return text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0');
}
