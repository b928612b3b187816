// What reading a text gives: values with the means to say where they stood and how they were written.
import type { Comment } from './comment.js';
import type { Severity } from './finding.js';
import type { Algebra } from './opaque.js';
import type { Place } from './place.js';

/** The formats documents are read from and written in. */
export type Format = 'json' | 'yaml' | 'ndjson';

/** What is wrong, or doubtful, with a text itself; becomes a finding `document/source/<code>`. */
export interface SourceProblem {
  readonly code: SourceProblemCode;
  readonly severity: Severity;
  /** Never quotes the text, which may hold a secret. */
  readonly message: string;
  readonly remedy: string;
  /** JSON Pointer below the document's root, where the problem belongs to a field. */
  readonly path?: string;
  readonly at?: Place;
}

/** The closed list of things that can be wrong with a text. */
export type SourceProblemCode =
  | 'empty'
  | 'encoding'
  | 'syntax'
  | 'duplicate-key'
  | 'lost-digits'
  | 'alias-limit'
  | 'too-deep'
  | 'too-large'
  | 'unsupported-value';

/** How a text was laid out, so that its translation can be laid out alike. */
export interface Style {
  /** JSON and YAML indentation: one level's white space; empty for JSON on one line. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
  readonly finalNewline: boolean;
  /** Whether the text began with a byte-order mark. */
  readonly bom: boolean;
}

/** One document of a text: a whole JSON text, one YAML document of a stream, or one NDJSON line. */
export interface SourceDocument {
  /** The form that it was read in: `ndjson` is one line of many, and what is wrong with it is wrong with it alone. */
  readonly format: Format | 'terraform' | 'shell';
  /** The parsed value; undefined when no document could be made of the text (then a problem is an error). */
  readonly value: unknown;
  readonly problems: readonly SourceProblem[];
  /** The exact text of this document in its file, separators included, to copy it byte for byte. */
  readonly text: string;
  /** 1-based line in the file where the document begins. */
  readonly line: number;
  readonly style: Style;
  /** The address of a cluster of Terraform, which decisions and reports know it by; absent elsewhere. */
  readonly address?: string;
  /** The place of a field's key (or of an array item, or of the document), looked up when asked. */
  readonly locate: (pointer: string) => Place | undefined;
  /** The text of a number or plain scalar exactly as it was written (`12.10`, `007`), looked up when asked. */
  readonly written: (pointer: string) => string | undefined;
  /** The comments of the document, in their order; none in JSON. */
  readonly comments: () => readonly Comment[];
  /** How what rules make of expressions is written; absent where a form has none. */
  readonly algebra?: Algebra;
}
