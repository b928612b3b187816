// A document on its way through the pipeline, with what stands around it. A value is a document without a text.
import { digestOf } from '../model/digest.js';
import type { Finding } from '../model/finding.js';
import { ownOf } from '../model/own.js';
import type { SourceDocument, SourceProblem } from '../model/source.js';
import type { Recognised } from '../recognise/detect.js';
import type { Prepared } from '../supply/options.js';
import { problemFinding } from './outcomes.js';

/** Where the documents of a text come from. */
export interface TextOrigin {
  /** What reports call the text. */
  readonly source: string;
  /** Whether a UUID in its name is the id of the cluster that a patch changes, where `options.id` does not say it. */
  readonly tellsId?: boolean;
}

/** A document. */
export interface Document {
  readonly value: unknown;
  /** The document that was given, where the value is a part of it, as the body of a request is. */
  readonly original: unknown;
  readonly options: Prepared;
  /** JSON Pointer in its text, or in the list that it is an item of; empty for a whole text or value. */
  readonly pointer: string;
  readonly isItem?: boolean | undefined;
  /** The text it stands in; absent for a value. */
  readonly source?: SourceDocument | undefined;
  /** What is wrong, or doubtful, with the text of it. */
  readonly doubts: readonly Finding[];
  readonly origin?: TextOrigin | undefined;
}

/** A document of which is known what it is. */
export interface Job extends Document {
  readonly found: Recognised;
}

const noFindings: readonly Finding[] = [];

/** A parsed value as a document; `pointer` where it is an item of a list. */
export function documentOf(given: unknown, options: Prepared, pointer = ''): Document {
  const value = ownOf(given);
  // All members, so that documents of values and of texts have one shape.
  return {
    value,
    original: value,
    options,
    pointer,
    isItem: undefined,
    source: undefined,
    doubts: noFindings,
    origin: undefined,
  };
}

/** The exact text of a document's scalars, by JSON Pointer in the document; undefined for a value without a text. */
export function writtenIn({ source, pointer }: Document): SourceDocument['written'] | undefined {
  if (!source || pointer === '') return source?.written;
  return (below) => source.written(pointer + below);
}

/** The digest by which decisions may know a document; undefined where none of them does. */
export function digestIn({ original, options }: Document): (() => string) | undefined {
  return options.asksDigest ? () => digestOf(original) : undefined;
}

/** What is wrong with a whole text. */
export function doubtsOf({ problems }: SourceDocument): readonly Finding[] {
  return problems.length === 0 ? noFindings : problems.map((problem) => problemFinding(problem, ''));
}

/** Where a list stands in a text; `below` is where its items hold their documents, if not themselves. */
interface ListPlace {
  readonly at: string;
  readonly below?: string;
}

/** What is wrong with a text, as far as it concerns the document at a pointer in it, which is an item of a list. */
export function doubtsOfItems(
  source: SourceDocument | undefined,
  list: ListPlace,
): (pointer: string) => readonly Finding[] {
  if (!source || source.problems.length === 0) return () => noFindings;
  const own = new Map<string, SourceProblem[]>();
  for (const problem of source.problems) {
    const owner = findOwner(problem.path ?? '', list);
    if (owner !== undefined) own.set(owner, [...(own.get(owner) ?? []), problem]);
  }
  return (pointer) =>
    [...(own.get(everybody) ?? []), ...(own.get(pointer) ?? [])].map((problem) => problemFinding(problem, pointer));
}

const everybody = '';

/** A problem in an item is that item's; one around the items is everybody's, as far as the list is ours. */
function findOwner(path: string, { at, below = '' }: ListPlace): string | undefined {
  if (path === '') return everybody;
  const index = path.startsWith(at) ? /^\/\d+/.exec(path.slice(at.length))?.[0] : undefined;
  const item = at + index + below;
  if (index !== undefined) return path === item || path.startsWith(`${item}/`) ? item : undefined;
  // What else a HAR file holds is no fault, as long as it is not the list itself that stands there twice.
  return below === '' || path === at || at.startsWith(`${path}/`) ? everybody : undefined;
}
