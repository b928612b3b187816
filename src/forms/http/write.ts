// The request that sends what came of a document: `{ method, url, body }`.
import type { AnyTranslation } from '../../model/translation.js';

/** The request of a translation; undefined where nothing sends it. What is of v2 already is handed on as it is. */
export function describeRequest(translation: AnyTranslation): unknown {
  const { document, status } = translation;
  if (status === 'skipped') return document;
  if (document === undefined || !('request' in translation) || !translation.request) return undefined;
  return translation.target === 'Request' ? translation.request : { ...translation.request, body: document };
}
