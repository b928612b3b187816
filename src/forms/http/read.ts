// Stored requests: where their bodies stand, and what their URLs name.
import { valueAt } from '../../model/path.js';
import type { SourceDocument } from '../../model/source.js';
import { splitUser } from '../../model/url.js';
import { readJson } from '../json/read.js';

/** The scheme and host of a URL, without user and usual port; undefined for a path. */
export function readOrigin(url: string): string | undefined {
  const { scheme, rest } = splitUser(url);
  const [host = ''] = rest.split(/[/?#]/, 1);
  return scheme === '' || host === '' ? undefined : (scheme + host.replace(/:443$/, '')).toLowerCase();
}

/** The body: a value, a text of JSON, which then stands beside it, or what HAR files hold. */
export function findBody(request: Record<string, unknown>): { body: unknown; pointer: string; text?: SourceDocument } {
  const { body } = request;
  const text = valueAt(request, ['postData', 'text']);
  const pointer = body === undefined ? '/postData/text' : '/body';
  const held = body ?? text ?? undefined;
  if (typeof held !== 'string') return { body: held, pointer };
  const read = readJson(held);
  return { body: read.value, pointer, text: read };
}

/** A text; what is none has no text that could be asked for safely. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
