// Places in a text, and how they are named.

/** A place in a text: 1-based line and column (in UTF-16 code units, as editors count). */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** The name of the text, where that is another than the document's: files of a Terraform module are read together. */
  readonly source?: string;
}

/** The name of a document that stands at a line of a text, or at a pointer in it. */
export function namePlace(source: string, line: number, pointer: string | undefined): string {
  if (pointer) return `${source}#${pointer}`;
  return line > 1 ? `${source}:${line}` : source;
}

/** A place as editors read it: `file:line:column`, or the file alone. */
export function formatPlace(source: string, at: Place | undefined): string {
  return at ? `${at.source ?? source}:${at.line}:${at.column}` : source;
}
