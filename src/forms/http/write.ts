// The request that sends what came of a document: `{ method, url, body }`.
import type { AnyTranslation } from '../../model/translation.js';

/** The request of a translation; undefined where there is none, or nothing to send. */
export function describeRequest(translation: AnyTranslation): unknown {
  const { document } = translation;
  if (document === undefined || !('request' in translation) || !translation.request) return undefined;
  return translation.target === 'Request' ? translation.request : { ...translation.request, body: document };
}
