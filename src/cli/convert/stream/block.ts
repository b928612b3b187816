// Blocks: the pieces in which a stream of documents is read, translated, perhaps by another thread, and written.
import type { BaseText, Place, Prepared, Style, Tally, TranslateOptions } from '../../../index.js';
import type { ConvertArguments } from '../../line/options.js';
import type { Seen } from '../../talk/run-watch.js';

/** Some documents of one file, as bytes. */
export interface Block {
  /** The file, as people know it. */
  readonly source: string;
  readonly bytes: Uint8Array;
  /** Line of the first document, from 1, or the index of the first item. */
  readonly first: number;
  /** Where each item ends in the bytes, and the pointer of their list; absent for lines. */
  readonly items?: {
    readonly ends: readonly number[];
    readonly pointer: string;
    /** Where each item begins in the file, where places are asked for. */
    readonly places: readonly Place[];
  };
  /** Set where the bytes were not kept: one document that is too large to be read. */
  readonly isTooLarge?: true;
}

/** How documents are laid out: a line each, or as items of one JSON array. */
export type Layout = { readonly kind: 'lines' } | { readonly kind: 'array'; readonly style: Style };

/** All that a thread must know to translate blocks; plain data. */
export interface BlockSetup {
  readonly options: TranslateOptions;
  /** How a stream goes about it. */
  readonly ways: Pick<Prepared, 'knowsNames' | 'tellsChanges'>;
  /** The clusters that patches and restores change. */
  readonly baseTexts: readonly BaseText[];
  /** The clusters of the list that is read item by item. */
  readonly aroundTexts: readonly BaseText[];
  readonly output: Pick<ConvertArguments, 'emit' | 'omit' | 'writeBlocked'>;
  readonly layout: Layout;
}

/** What became of a block. */
export interface BlockResult {
  /** The documents, laid out; the items of an array without brackets around them. Bytes, where a thread made them. */
  readonly text: string | Uint8Array;
  readonly tally: Tally;
  readonly seen: Seen;
  /** What was used of all that is supplied, in the words of options. */
  readonly uses: readonly string[];
}

/** A longer document is refused, and never held. */
export const maxDocumentBytes: number = 16 * 1024 * 1024;
/** Blocks of about this size keep memory flat, since larger texts outlive a collection, and threads busy. */
export const blockBytes: number = 64 * 1024;
