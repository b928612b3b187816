// NDJSON as a form.
import type { Carrier } from '../carrier.js';
import { readNdjson } from './read.js';
import { renderNdjson } from './write.js';

/** Reads and writes NDJSON. */
export const ndjson: Carrier = { read: readNdjson, write: renderNdjson };
