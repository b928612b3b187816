// The door to readers and renderers, loading the YAML parser only for YAML: half of all start-up time would go into it.
import type { Format, RenderOptions, ReportEntry, SourceDocument, Style, Translation } from '../index.js';
import { renderArrayItem, renderJsonDocuments, renderNdjson, renderNdjsonText } from '../render-json.js';
import { type DecodedText, decodeText } from '../source/decode.js';
import { guessFormat } from '../source/guess.js';
import { readJson, readNdjson, readNdjsonLine } from '../source/json.js';
import { detectJsonStyle } from '../source/style.js';

/** Decodes the bytes of a file; with a problem, the text is empty. */
export function decode(bytes: Uint8Array): DecodedText {
  return decodeText(bytes);
}

/** A text's documents, and the format they were read as. */
export interface ReadText {
  readonly format: Format;
  readonly documents: readonly SourceDocument[];
}

/** Reads a text in a format, or in the one it seems to have. */
export async function readText(text: string, format: Format | undefined): Promise<ReadText> {
  const known = format ?? guessFormat(text);
  if (known === 'json') return { format: known, documents: [readJson(text)] };
  if (known === 'ndjson') return { format: known, documents: readNdjson(text) };
  const { readText: readYamlText, readUnknownText } = await import('../source/read.js');
  return format ? { format, documents: readYamlText(text, format) } : readUnknownText(text);
}

/** Renders documents in a format; nothing to render gives the empty string. */
export async function renderText(
  translations: readonly Translation[],
  format: Format,
  options: RenderOptions,
): Promise<string> {
  if (format === 'json') return renderJsonDocuments(translations, options);
  if (format === 'ndjson') return renderNdjson(translations, options);
  const { renderYamlDocuments } = await import('../render-yaml.js');
  return renderYamlDocuments(translations, options);
}

/** Reads one document of a stream: a line, or an item of a list. */
export function readLine(text: string, line: number): SourceDocument {
  return readNdjsonLine(text, line);
}

/** The layout of a JSON text. */
export function detectStyle(text: string): Style {
  return detectJsonStyle(text);
}

/** Renders what came of one line as one line; of an item that is a list nothing but its own outcome. */
export function renderLine(
  translations: readonly ReportEntry['translation'][],
  options: RenderOptions & { readonly isItem: boolean },
): string {
  return renderNdjsonText(translations as readonly Translation[], options);
}

/** Renders an item of an array in its place; undefined where there is nothing to render. */
export function renderItem(
  translations: readonly ReportEntry['translation'][],
  style: Style,
  pick: RenderOptions['pick'],
): string | undefined {
  const [translation] = translations as readonly Translation[];
  return translation && renderArrayItem(translation, style, pick ? { pick } : {});
}
