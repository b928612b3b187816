// What the page asks to be translated and what comes back: plain data, since it goes to a thread and back.
import type { PageData } from '../report/formats/html/page-data.js';

/** A text with the name of the file that it is from. */
export interface JobFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What people decided: for all documents, and for one, by id or digest. Secrets are named, as in a decisions file. */
export interface Decided {
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly repairs: Readonly<Record<string, unknown>>;
  readonly clusters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The secrets by those names. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What is to be translated. */
export interface Job {
  readonly files: readonly JobFile[];
  /** Empty for what the shape of each document tells. */
  readonly kind: string;
  readonly to: 'ensure' | 'create' | 'read';
  readonly fixNames: boolean;
  readonly decided: Decided;
}

/** A value that a document waits for. */
export interface OpenDecision {
  readonly path: string;
  /** Whether v1 is silent, or says what v2 refuses. */
  readonly settle: 'set' | 'override';
  readonly label: string;
  /** The values it may have, where they can be listed. */
  readonly values: readonly string[];
  /** Values that are known although it may have others. */
  readonly known: readonly string[];
  /** Proposed, where something is. */
  readonly suggestion: string;
  readonly isSecret: boolean;
}

/** What became of a document, beside what a report shows of it. */
export interface JobDocument {
  /** What decisions know it by; empty for what nothing can be decided for. */
  readonly key: string;
  readonly open: readonly OpenDecision[];
  /** The v2 document as text, secrets included; empty where there is none. */
  readonly text: string;
  /** The name of a file for it. */
  readonly fileName: string;
}

/** A file of v2 documents. */
export interface JobOutput {
  readonly name: string;
  readonly text: string;
}

/** What came of a job. `documents` are in the order of those of `data`. */
export interface JobResult {
  readonly data: PageData;
  readonly summary: string;
  readonly documents: readonly JobDocument[];
  /** The files whose documents were all translated. */
  readonly outputs: readonly JobOutput[];
  /** Why nothing came of it, in words; empty where something did. */
  readonly problem: string;
}
