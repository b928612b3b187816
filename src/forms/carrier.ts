// What a form can do.
import type { Format, SourceDocument } from '../model/source.js';
import type { AnyTranslation } from '../model/translation.js';
import type { RenderOptions } from './groups.js';

/** What reads and writes a form whose unit is one text. Both are total: what is wrong is a problem of a document. */
export interface Carrier {
  readonly read: (text: string) => SourceDocument[];
  /** Renders documents as one text; nothing to render gives the empty string. */
  readonly write: (translations: readonly AnyTranslation[], options?: RenderOptions) => string;
}

/** A text's documents, and the form they were read as. */
export interface ReadText {
  readonly format: Format;
  readonly documents: readonly SourceDocument[];
}
