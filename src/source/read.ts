// Texts of any format as source documents.
import type { Format, SourceDocument } from '../model/source.js';
import { guessFormat, looksLikeJson } from './guess.js';
import { readJson, readNdjson } from './json.js';
import { readYaml } from './yaml.js';

/** A text's documents, and the format they were read as. */
export interface ReadText {
  readonly format: Format;
  readonly documents: readonly SourceDocument[];
}

/** Reads a text in a known format. Never throws: what is wrong is a problem of its document. */
export function readText(text: string, format: Format): SourceDocument[] {
  if (format === 'json') return [readJson(text)];
  return format === 'ndjson' ? readNdjson(text) : readYaml(text);
}

/** Reads a text whose format is not known: JSON, then NDJSON, then YAML is tried. */
export function readUnknownText(text: string): ReadText {
  const format = guessFormat(text);
  const documents = readText(text, format);
  const isBroken = documents.some(({ value }) => value === undefined);
  // Broken JSON is mostly broken YAML too, and better explained as JSON.
  if (format === 'yaml' && isBroken && looksLikeJson(text)) return { format: 'json', documents: [readJson(text)] };
  return { format, documents };
}
