// The token kinds of jsonc-parser's scanner that are used here; its own names are a const enum, which modules
// compiled one by one cannot import.

/** Token kinds, as `JSONScanner.scan` returns them. */
export const token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  end: 17,
} as const;
