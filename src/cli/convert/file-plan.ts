// What is to become of a file, or of the files of a module, once they are translated.
import type { ReportEntry } from '../../index.js';
import type { Output } from '../files/outputs.js';
import type { LeftReason } from './outcome.js';

/** What is to become of one file. */
export interface FilePlan {
  readonly entries: readonly ReportEntry[];
  readonly outputs: readonly Output[];
  /** What is left alone, and why: the file, or documents of it. */
  readonly left: readonly { readonly reason: LeftReason; readonly name: string }[];
  /** What is not written of the file although it was translated. */
  readonly lost?: string;
  /** Why it could not be written. */
  readonly problem?: string;
  /** Whether the outputs belong together: all of them are written, or none. */
  readonly isWhole?: true;
}
