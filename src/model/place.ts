// Places in a text.

/** A place in a text: 1-based line and column (in UTF-16 code units, as editors count). */
export interface Place {
  readonly line: number;
  readonly column: number;
}
