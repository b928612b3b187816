// Compares what stands around a document: the host, and the request that sends it.
import { messagesOf } from '../engine/messages.js';
import { facts } from '../facts/index.js';
import { readOrigin } from '../forms/http/read.js';
import type { Unplaced } from '../model/finding.js';
import { isScalar } from '../model/json.js';
import { clusterInUrl, hideSecrets } from '../model/operation.js';
import { valueAt } from '../model/path.js';
import { hostOf, verifyDrift, verifyLoss } from '../rules/index.js';
import type { Translation } from '../schema/documents.js';
import type { Prepared } from '../supply/options.js';
import { quote, show } from './leaves.js';
import { urlOf, type V2Side } from './sides.js';

const driftFinding = messagesOf(verifyDrift);
const lossFinding = messagesOf(verifyLoss);

/** What differs around the documents. */
export function compareAround(translation: Translation, v2: V2Side, options: Prepared): Unplaced[] {
  return [
    ...compareTarget(translation, v2, options),
    ...compareHost(translation, v2),
    ...compareRequest(translation, v2),
  ];
}

/** A cluster that exists, beside a document that makes another one. */
function compareTarget(translation: Translation, { kind, below }: V2Side, { to }: Prepared): Unplaced[] {
  if (translation.id === undefined || kind !== 'ClusterCreate' || to === 'create') return [];
  return [driftFinding('new-cluster', { v1: translation.id }, { from: '/id', to: below, value: translation.id })];
}

/** The region: the host that a document came from, or goes to. */
function compareHost(translation: Translation, { value, request }: V2Side): Unplaced[] {
  const [url, to] = request ? [urlOf(request), '/url'] : [valueAt(value, ['href']), '/href'];
  const v2 = readOrigin(show(url));
  const { location = '' } = translation;
  const sent = 'request' in translation ? translation.request?.url : undefined;
  const host = hostOf(location, { facts }) ?? readOrigin(sent ?? '');
  if (host !== undefined) {
    const from = translation.changes.find(({ rule }) => rule === 'request/location')?.from[0];
    const places = from === undefined ? { to } : { from, to };
    return v2 === undefined || v2 === host ? [] : [driftFinding('host', { v1: host, v2 }, places)];
  }
  const trouble = translation.findings.find(
    ({ severity, decision, from }) => severity === 'error' && from !== undefined && decision?.includes('location'),
  );
  if (trouble?.from === undefined) return [];
  const { from, value: before } = trouble;
  const v1 = quote([from], [before]);
  const places = isScalar(before) ? { from, value: before } : { from };
  if (v2 === undefined) return [lossFinding('untranslated', { path: 'location', v1 }, places)];
  return [driftFinding('unclear', { path: 'location', v1, v2 }, { ...places, to })];
}

/** Method and path of a stored request, and the path of an answer's own address. */
function compareRequest(translation: Translation, { request, value }: V2Side): Unplaced[] {
  const { id } = translation;
  const given = 'request' in translation ? translation.request : undefined;
  const tell = (path: string, v1: string, v2: string) =>
    v1 === v2 ? [] : [driftFinding('changed', { path, v1, v2 }, { to: `/${path}` })];
  if (!request) {
    const named = clusterInUrl(show(valueAt(value, ['href'])));
    return named === undefined || id === undefined ? [] : tell('href', id.toLowerCase(), named.toLowerCase());
  }
  if (!given) return [];
  const method = show(request['method']).toUpperCase();
  return [...tell('method', given.method, method), ...tell('url', readPath(given.url), readPath(urlOf(request)))];
}

/** The path of a URL: its host is compared on its own, and its query may hold secrets. */
function readPath(url: unknown): string {
  return hideSecrets(show(url)).shown.replace(/^[a-z]+:\/\/[^/]*/i, '');
}
