// File names made of what documents say of themselves: safe on every system, whatever a cluster is called.
import { basename, extname } from 'node:path';
import { type AnyTranslation, trimOf, valueAt } from '../../index.js';

const maxLength = 80;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:$|\.)/i;

/** The name for a document's file, without ending: the cluster's name and id, or the name of the file it came from. */
export function nameDocument(translation: AnyTranslation | undefined, file: string): string {
  const name = translation?.name || valueAt(translation?.document, ['properties', 'name']);
  const id = translation?.id || valueAt(translation?.document, ['id']);
  const told = [name, id].map((part) => makeSafe(typeof part === 'string' ? part : '')).filter((part) => part !== '');
  const safe = told.join('-') || makeSafe(basename(file, extname(file))) || 'document';
  return reserved.test(safe) ? `_${safe}` : safe;
}

/** Keeps letters, digits, dots, dashes and underscores; accents are dropped, everything else becomes a dash. */
function makeSafe(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  const safe = plain.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/\.{2,}/g, '.');
  return trimOf(safe.slice(0, maxLength), '-.');
}
