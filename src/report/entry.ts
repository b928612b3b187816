// What a report is made of: translations with the name of the file each came from.
import { digestOf } from '../model/digest.js';
import type { Finding } from '../model/finding.js';
import { isObject, redacted } from '../model/json.js';
import { formatPlace, namePlace } from '../model/place.js';
import { isAmongCredentials, mentionsSecret } from '../model/secret.js';
import { type AnyTranslation, originalOf, type PlacedComment } from '../model/translation.js';

/** One document of a report. */
export interface ReportEntry {
  /** Name of the file, or `<stdin>`. */
  readonly source: string;
  /** 0-based position of the document in its file. */
  readonly index: number;
  readonly translation: AnyTranslation;
}

/** The name of a document: its file, and where in the file it stands if it is not the whole of it, or its address there. */
export function nameEntry(entry: ReportEntry): string {
  const { pointer, source, address } = entry.translation;
  if (address !== undefined) return `${entry.source}#${address}`;
  const line = source?.().line ?? 1;
  // What a list says of itself comes after its items, from its first line.
  return entry.index > 0 && !pointer ? `${entry.source}:${line}` : namePlace(entry.source, line, pointer);
}

/** Whether a document is one line of many, so that what is wrong with it is wrong with it alone. */
export function isLine({ source }: AnyTranslation): boolean {
  return source?.().format === 'ndjson';
}

/** Where a finding stands: its place in the text is looked for where nobody did so before. */
export function placeFinding(entry: ReportEntry, { at, from = '' }: Finding): string {
  const { pointer = '', source } = entry.translation;
  const found = at ?? source?.().locate(pointer + from);
  return found ? formatPlace(entry.source, found) : nameEntry(entry);
}

/** Comments that found no place in the v2 document. One beside credentials, or of a secret, is not quoted. */
export function listStrandedComments(translation: AnyTranslation): PlacedComment[] {
  const stranded = (translation.comments ?? []).filter((comment) => comment.to === undefined);
  return stranded.map((comment) =>
    isAmongCredentials(comment.path) || mentionsSecret(comment.text) ? { ...comment, text: ` ${redacted}` } : comment,
  );
}

/** The digest of a document, by which it is known where it has no id; undefined for what is no document of ours. */
export function digestOfTranslation(translation: AnyTranslation): string | undefined {
  const original = originalOf(translation);
  return translation.kind === 'unknown' || !isObject(original) ? undefined : digestOf(original);
}

/** The digest that a document without an id or an address is known by; undefined where there is nothing to decide for it. */
export function digestAsKey(translation: AnyTranslation): string | undefined {
  const { id, status, address } = translation;
  return id === undefined && address === undefined && status !== 'skipped'
    ? digestOfTranslation(translation)
    : undefined;
}
