// Strings and numbers in YAML, written so that YAML 1.1 and 1.2 both read them back as the same value.
import { Scalar, type ScalarTag } from 'yaml';
import { stringifyString } from 'yaml/util';

/** The tag that all strings have. */
export const stringTag = 'tag:yaml.org,2002:str';

// Words that some reader of YAML 1.1 takes for something else, beyond those that the yaml package quotes itself.
const reserved = /^(?:|[yn]|yes|no|on|off|true|false|null|~|<<|=)$/i;
// Anything that begins like a number or a time and holds nothing but what those are made of.
const numberLike = /^[-+.]?\d[\d_.:eExXoObBa-fA-F+\-TtZz \t]*$|^[-+]?\.(?:inf|nan)$/i;
// Control characters and tabs, line breaks that only some YAML versions know, byte-order marks and lone surrogates.
const special = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\u2028\u2029]/u;
// Words that no YAML reads as anything but text, wherever they stand, as far as they are not reserved; an exponent
// alone, such as e0, is a number to some.
const plainWord = /^(?![eE][-\d_.]*$)[A-Za-z][A-Za-z0-9_./@-]*$/;
// A line that begins with two colons is a command to the runner of a build that prints it.
const unsafeInBlock = /^\s|[ \t]$|[ \t]\n|\t|\n\n$|^$|(?:^|\n)[ \t]*::/;

/** How strings of several lines are written: as literal blocks, or on one line in quotes. */
export type LongText = 'block' | 'quoted';

/** The string tag that decides between plain, quoted and block; replaces the yaml package's own. */
export function createStringTag(longText: LongText): ScalarTag {
  return {
    tag: stringTag,
    default: true,
    identify: (value) => typeof value === 'string',
    resolve: (text) => text,
    stringify: (item, context, ...callbacks) => {
      const text = String(item.value);
      if (plainWord.test(text) && !reserved.test(text)) return text;
      // A block that is the whole document would not be indented, which YAML 1.1 asks for.
      const isBlockPlace = longText === 'block' && context.implicitKey !== true && context.indent !== '';
      const type = chooseType(text, isBlockPlace);
      if (type === Scalar.QUOTE_DOUBLE) return quote(text);
      const scalar = { value: text, type, ...(item.comment && { comment: item.comment }) } as Scalar;
      // `actualString` has the yaml package check that nothing else reads like it, in both versions.
      return stringifyString(scalar, { ...context, actualString: true }, ...callbacks);
    },
  };
}

/** Writes a number; YAML 1.1 takes one with an exponent but without a point for a string. */
export function writeNumber({ value }: Scalar): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : text.replace('e', '.0e');
}

function chooseType(text: string, isBlockPlace: boolean): Scalar.Type {
  if (special.test(text)) return Scalar.QUOTE_DOUBLE;
  if (text.includes('\n'))
    return isBlockPlace && !unsafeInBlock.test(text) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
  return reserved.test(text) || (numberLike.test(text) && !isIdentifier(text)) ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN;
}

/** UUIDs and addresses are made of the same signs, but no YAML reads them as a number or a time. */
function isIdentifier(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(text) || /^\d+\.\d+\.\d+\.\d+$/.test(text);
}

/** JSON's quotes, with everything escaped that YAML might fold, refuse or take for a line break. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
