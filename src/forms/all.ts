// All that reads and writes, loaded together: for callers that cannot wait.
import type { Format } from '../model/source.js';
import type { Carrier, ReadText } from './carrier.js';
import { guessFormat, isBetterJson } from './guess.js';
import { json } from './json/carrier.js';
import { ndjson } from './ndjson/carrier.js';
import { yaml } from './yaml/carrier.js';

/** What reads and writes each form. */
export const carriers: Readonly<Record<Format, Carrier>> = { json, ndjson, yaml };

/** Reads a text in a form, or in the one it seems to have. */
export function readText(text: string, format?: Format): ReadText {
  const known = format ?? guessFormat(text);
  const documents = carriers[known].read(text);
  if (format || !isBetterJson(known, documents, text)) return { format: known, documents };
  return { format: 'json', documents: json.read(text) };
}
