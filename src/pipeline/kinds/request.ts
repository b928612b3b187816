// A stored request becomes the request of v2: the operation from a table, the body by the route of its kind.
import { suppliedFor } from '../../engine/input.js';
import { messagesOf } from '../../engine/messages.js';
import { facts } from '../../facts/index.js';
import { findBody, readOrigin, textOf } from '../../forms/http/read.js';
import type { Change } from '../../model/change.js';
import type { Unplaced } from '../../model/finding.js';
import { isObject } from '../../model/json.js';
import {
  type BodyKind,
  countLostParameters,
  listParametersOutside,
  type MatchedOperation,
  matchOperation,
  writeV2Path,
} from '../../model/operation.js';
import { valueAt } from '../../model/path.js';
import { isUuid } from '../../model/uuid.js';
import { detect } from '../../recognise/detect.js';
import { hostOf, locationOf, requestOperation } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import type { Prepared } from '../../supply/options.js';
import type { Document, Job } from '../document.js';
import { addFindings, block, refuse, unplacedProblemFinding } from '../outcomes.js';
import { findBase, findRegion, lacksBase } from './base.js';
import { describeAround, listAuthentication, withRegion } from './request-around.js';
import { skipRequest } from './v2-request.js';

/** The pipeline for the body. */
export type Translate = (document: Document) => Translation;

const operationFinding = messagesOf(requestOperation);
const v2Hosts = new Set(Object.values(facts.locations));
const v1Host = readOrigin(facts.operations.base);

/** Translates a stored request. Its headers are never shown, and never carried over. */
export function translateRequest(job: Job, translate: Translate): Translation {
  const { value, options, doubts: earlier } = job;
  const request = value as Record<string, unknown>;
  const method = String(request['method']).toUpperCase();
  const url = textOf(request['url']) || textOf(request['path']);
  const origin = readOrigin(url);
  const isOfV2 = origin !== undefined && v2Hosts.has(origin);
  if (isOfV2 && !holdsV1(request)) return skipRequest(request, method, earlier);
  if (origin && !isOfV2 && origin !== v1Host) return refuse(operationFinding('foreign'), options, earlier);
  const translated = isOfV2
    ? translateForV2(job, { method, url, origin, translate })
    : translateCall(job, { method, url, translate });
  const changes = [...translated.changes, ...describeAround(request, translated)];
  const said = [...listAuthentication(request), ...earlier];
  return addFindings({ ...translated, kind: 'Request', changes } as Translation, said);
}

interface Call {
  readonly method: string;
  readonly url: string;
  readonly translate: Translate;
}

/** Whether the body says v1, whatever the URL says. */
function holdsV1(request: Record<string, unknown>): boolean {
  const { body } = findBody(request);
  const found = detect(body);
  return found.kind !== 'unknown' && found.version === 'v1' && found.items === undefined;
}

function translateCall(job: Job, { method, url, translate }: Call): Translation {
  if (method === 'OPTIONS')
    return { kind: 'Request', status: 'skipped', changes: [], findings: [operationFinding('preflight')] };
  const matched = matchOperation(facts.operations, method, url);
  if (matched) return translateMatched(matched, job, translate);
  return block('Request', [operationFinding('unknown', { method })]);
}

/**
 * A body of v1 on its way to a v2 host: somebody changed the URL only. Its region is that of the host, and a PUT of a
 * whole cluster of v1 is the ensure of the cluster that the URL names.
 */
function translateForV2(job: Job, { method, url, origin, translate }: Call & { readonly origin: string }): Translation {
  const matched = matchOperation(facts.operations, method === 'PUT' ? 'PATCH' : method, url);
  if (!matched?.operation.body) return block('Request', [operationFinding('v1-body-elsewhere', { method })]);
  const { body } = findBody(job.value as Record<string, unknown>);
  const isWhole = method === 'PUT' && detect(body).kind !== 'PatchClusterRequest';
  const operation = isWhole ? { ...matched.operation, body: 'ClusterResponse' as const } : matched.operation;
  const location = locationOf(origin, { facts });
  const options = withRegion(job.options, location);
  const translated = translateBody({ ...matched, operation }, { ...job, options }, translate);
  const host = readOrigin('request' in translated ? (translated.request?.url ?? '') : '');
  const elsewhere =
    host === undefined || host === origin ? [] : [operationFinding('other-host', undefined, { from: '/url' })];
  return addFindings(translated, [operationFinding('v1-body'), ...elsewhere]);
}

function translateMatched(matched: MatchedOperation, job: Job, translate: Translate): Translation {
  const path = writeV2Path(matched);
  if (path === undefined) return tellOfBody(matched, job, translate);
  const count = countLostParameters(matched);
  const lost = count === 0 ? [] : [operationFinding('query', { count })];
  const outside = listParametersOutside(matched, facts.limits.query).map((name) =>
    operationFinding('query-outside', { name, takes: facts.limits.query[name]?.takes ?? '' }),
  );
  const { body } = matched.operation;
  return addFindings(body ? translateBody(matched, job, translate) : translateWithout(matched, path, job.options), [
    ...lost,
    ...outside,
  ]);
}

/** What v2 has nothing in place of; a body that we know of is told of all the same. */
function tellOfBody(matched: MatchedOperation, job: Job, translate: Translate): Translation {
  const none = noneFinding(matched);
  const hasBody = matched.operation.body && findBody(job.value as Record<string, unknown>).body !== undefined;
  if (!hasBody) return block('Request', [none]);
  const { changes, findings } = translateBody(matched, job, translate);
  return { ...block('Request', [none, ...findings]), changes } as Translation;
}

function noneFinding({ operation }: MatchedOperation): Unplaced {
  const { method, path } = operation.v1 ?? {};
  return operationFinding('none', { operation: `${method} ${path}`, instead: operation.note });
}

function translateBody({ operation, names }: MatchedOperation, job: Job, translate: Translate): Translation {
  const { body, pointer, text } = findBody(job.value as Record<string, unknown>);
  if (body === undefined) return block('Request', [operationFinding('no-body')]);
  const id = names['clusterId'];
  const { value, stranger } = ofCluster(body, id, operation.body);
  // What is sent to the API is ours, whoever named it.
  const options = { ...job.options, kind: operation.body, foreign: 'blocked', ...(id && { id }) } as Prepared;
  const document = { ...job, value, options, isItem: false };
  const translated = translate(
    text
      ? { ...document, source: text, pointer: '', doubts: text.problems.map(unplacedProblemFinding) }
      : { ...document, pointer: job.pointer + pointer, doubts: [] },
  );
  const lacking = operation.body === 'CreateRestoreRequest' && findBase(options, id) === lacksBase ? [lacksBase] : [];
  // What stands in a text has no place of its own in the request.
  const move = (place: string) => (text ? pointer : pointer + place);
  const isOfUrl = ({ from }: Change) => from[0] === '/id' && valueAt(body, ['id']) === undefined;
  const { changes, findings, ...rest } = addFindings(translated, [...lacking, ...stranger]);
  return {
    ...rest,
    changes: changes.map((change) => (isOfUrl(change) ? nameUrl(change) : { ...change, from: change.from.map(move) })),
    findings: findings.map((finding) =>
      finding.from === undefined ? finding : { ...finding, from: move(finding.from) },
    ),
  } as Translation;
}

/** A body that is about the cluster of its URL: with its id where it is a whole cluster, and never with another one. */
function ofCluster(
  body: unknown,
  id: string | undefined,
  kind: BodyKind | undefined,
): { value: unknown; stranger: readonly Unplaced[] } {
  if (id === undefined || !isObject(body)) return { value: body, stranger: [] };
  const { id: own, ...rest } = body;
  if (own === undefined || own === null)
    return { value: kind === 'ClusterResponse' ? { ...body, id } : body, stranger: [] };
  if (typeof own !== 'string' || own.toLowerCase() === id.toLowerCase()) return { value: body, stranger: [] };
  return { value: rest, stranger: [operationFinding('other-id', { id, found: own }, { from: '/id' })] };
}

/** The id of a body that has none comes from the URL. */
function nameUrl(change: Change): Change {
  return { ...change, kind: 'supply', from: [], before: [], why: 'The URL names the cluster.' };
}

function translateWithout({ operation, names }: MatchedOperation, path: string, options: Prepared): Translation {
  const { clusterId: id } = names;
  const people = options.supplyFor(id, undefined);
  const region = id === undefined ? undefined : findRegion(options, id);
  // What the cluster says is v1's word, which people only win over outright.
  const fill = region ? new Map([['location', region]]) : people.fill;
  const location = suppliedFor({ ...people, fill }, 'location')?.value;
  const host = typeof location === 'string' ? hostOf(location, { facts }) : undefined;
  const odd = Object.values(names).filter((name) => !isUuid(name));
  const findings = odd.map((name) => operationFinding('not-a-uuid', { id: name }));
  if (host === undefined) {
    const known = Object.keys(facts.locations).join(', ');
    const open = operationFinding('region', { known }, { decision: ['location'], settle: 'set', section: 'defaults' });
    return block('Request', [...findings, open]);
  }
  const document = { method: operation.v2?.method ?? 'GET', url: `${host}${options.basePath ?? ''}${path}` };
  const to = ['/method', '/url'];
  const after = [document.method, document.url];
  const { id: rule, summary: why } = requestOperation;
  const changes: Change[] = [{ kind: 'supply', rule, from: [], to, before: [], after, why }];
  const status = findings.length > 0 ? 'review' : 'ready';
  return { kind: 'Request', target: 'Request', status, document, request: document, changes, findings } as Translation;
}
