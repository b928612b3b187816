// Comments of a YAML document, kept beside its value.
import type { Place } from './place.js';

/** A comment in a YAML document. */
export interface Comment {
  /** JSON Pointer of the v1 field it belongs to; empty for the document. */
  readonly path: string;
  /** `before` the field, at the end of its `line`, or `after` the last field of a container or document. */
  readonly position: 'before' | 'line' | 'after';
  /** The text without `#`, line breaks kept. */
  readonly text: string;
  readonly at: Place;
}
