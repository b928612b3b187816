// The syntax tree of HCL's native syntax. Every node knows its place in the text, so that what is not changed stays byte
// for byte.
import type { SourceProblem } from '../../../model/source.js';
import type { PlaceAt } from '../../text/lines.js';
import type { Expression, Range } from './expressions.js';

export type * from './expressions.js';

/** A file that was read; where it has an error among its problems, its body is empty. */
export interface HclFile {
  /** Its name as it was given, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly body: Body;
  /** All comments, in their order, wherever they stand. */
  readonly comments: readonly HclComment[];
  readonly problems: readonly SourceProblem[];
  readonly placeAt: PlaceAt;
  readonly eol: '\n' | '\r\n';
}

/** A comment with its signs, without the line break that ends it. */
export interface HclComment extends Range {
  readonly style: '#' | '//' | '/*';
}

/** What stands at the top of a file, or between the braces of a block (which are not part of it). */
export interface Body extends Range {
  readonly items: readonly (Attribute | Block)[];
}

/** `name = value`. */
export interface Attribute extends Range {
  readonly kind: 'attribute';
  readonly name: string;
  readonly nameRange: Range;
  readonly value: Expression;
}

/** `type "label" { … }`. */
export interface Block extends Range {
  readonly kind: 'block';
  readonly type: string;
  readonly typeRange: Range;
  readonly labels: readonly Label[];
  readonly body: Body;
  /** Offset of the opening brace. */
  readonly open: number;
  /** Offset of the closing brace. */
  readonly close: number;
}

/** A label of a block, with its quotes where it has any. */
export interface Label extends Range {
  readonly text: string;
}
