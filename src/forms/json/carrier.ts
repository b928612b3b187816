// JSON as a form.
import type { Carrier } from '../carrier.js';
import { readJson } from './read.js';
import { renderJsonDocuments } from './write.js';

/** Reads and writes JSON. */
export const json: Carrier = { read: (text) => [readJson(text)], write: renderJsonDocuments };
