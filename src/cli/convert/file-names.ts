// File names made of what documents say of themselves: safe on every system, whatever a cluster is called.
import { basename, extname } from 'node:path';
import type { AnyTranslation } from '../../index.js';

const maxLength = 80;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:$|\.)/i;

/** The name for a document's file, without ending: the cluster's name and id, or the name of the file it came from. */
export function nameDocument(translation: AnyTranslation | undefined, file: string): string {
  const document = asRecord(translation?.document);
  const name = asText(translation?.name) ?? asText(asRecord(document['properties'])['name']);
  const id = asText(translation?.id) ?? asText(document['id']);
  const told = [name, id].map((part) => makeSafe(part ?? '')).filter((part) => part !== '');
  const safe = told.join('-') || makeSafe(basename(file, extname(file))) || 'document';
  return reserved.test(safe) ? `_${safe}` : safe;
}

/** Keeps letters, digits, dots, dashes and underscores; accents are dropped, everything else becomes a dash. */
function makeSafe(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  const safe = plain.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/\.{2,}/g, '.');
  return safe.slice(0, maxLength).replace(/^[-.]+|[-.]+$/g, '');
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
