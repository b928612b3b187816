// A stored request becomes the request of v2: the operation from a table, the body by the route of its kind.
import { suppliedFor } from '../../engine/input.js';
import { messagesOf } from '../../engine/messages.js';
import { facts } from '../../facts/index.js';
import { findBody, readOrigin, textOf } from '../../forms/http/read.js';
import type { Change } from '../../model/change.js';
import type { Unplaced } from '../../model/finding.js';
import { isObject, isScalar, type Json, redacted } from '../../model/json.js';
import {
  countLostParameters,
  hideSecrets,
  type MatchedOperation,
  matchOperation,
  writeV2Path,
} from '../../model/operation.js';
import { escapeKey, valueAt } from '../../model/path.js';
import { isUuid } from '../../model/uuid.js';
import { requestAuthentication, requestOperation } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import type { Prepared } from '../../supply/options.js';
import type { Document, Job } from '../document.js';
import { addFindings, block, refuse, skip, unplacedProblemFinding } from '../outcomes.js';
import { lacksBase } from './base.js';

import { translateRestore } from './restore.js';

/** The pipeline for the body. */
export type Translate = (document: Document) => Translation;

const operationFinding = messagesOf(requestOperation);
const authenticationFinding = messagesOf(requestAuthentication);
const v2Hosts = new Set(Object.values(facts.locations));
const v1Host = readOrigin(facts.operations.base);

/** Translates a stored request. Its headers are never shown, and never carried over. */
export function translateRequest(job: Job, translate: Translate): Translation {
  const { value, options, doubts: earlier } = job;
  const request = value as Record<string, unknown>;
  const method = String(request['method']).toUpperCase();
  const url = textOf(request['url']) || textOf(request['path']);
  const origin = readOrigin(url);
  if (origin && v2Hosts.has(origin)) return skip(value, 'Request', earlier);
  if (origin && origin !== v1Host) return refuse(operationFinding('foreign'), options, earlier);
  const translated = translateCall(job, { method, url, translate });
  const changes = [...translated.changes, ...describeAround(request, translated)];
  const said = [...listAuthentication(request), ...earlier];
  return addFindings({ ...translated, kind: 'Request', changes } as Translation, said);
}

interface Call {
  readonly method: string;
  readonly url: string;
  readonly translate: Translate;
}

function translateCall(job: Job, { method, url, translate }: Call): Translation {
  if (method === 'OPTIONS')
    return { kind: 'Request', status: 'skipped', changes: [], findings: [operationFinding('preflight')] };
  const matched = matchOperation(facts.operations, method, url);
  if (matched) return translateMatched(matched, job, translate);
  return block('Request', [operationFinding('unknown', { method })]);
}

function translateMatched(matched: MatchedOperation, job: Job, translate: Translate): Translation {
  const path = writeV2Path(matched);
  if (path === undefined) return tellOfBody(matched, job, translate);
  const count = countLostParameters(matched);
  const lost = count === 0 ? [] : [operationFinding('query', { count })];
  const { body } = matched.operation;
  return addFindings(
    body ? translateBody(matched, job, translate) : translateWithout(matched, path, job.options),
    lost,
  );
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
  const { method = '', path = '' } = operation.v1 ?? {};
  return operationFinding('none', { operation: `${method} ${path}`, instead: operation.note });
}

function translateBody({ operation, names }: MatchedOperation, job: Job, translate: Translate): Translation {
  const { body, pointer, text } = findBody(job.value as Record<string, unknown>);
  const isText = text !== undefined;
  if (body === undefined) return block('Request', [operationFinding('no-body')]);
  const id = names['clusterId'];
  const options: Prepared = { ...job.options, kind: operation.body, ...(id === undefined ? {} : { id }) } as Prepared;
  const document: Document = text
    ? {
        ...job,
        value: body,
        options,
        source: text,
        pointer: '',
        isItem: false,
        doubts: text.problems.map(unplacedProblemFinding),
      }
    : { ...job, value: body, options, pointer: job.pointer + pointer, isItem: false, doubts: [] };
  const found = { kind: 'CreateRestoreRequest', version: 'v1', bare: true } as const;
  const translated =
    operation.body === 'CreateRestoreRequest'
      ? addFindings(translateRestore({ ...document, found }), options.bases ? [] : [lacksBase])
      : translate(document);
  const move = (place: string) => (isText ? pointer : pointer + place);
  const changes = translated.changes.map((change) => ({ ...change, from: change.from.map(move) }));
  const findings = translated.findings.map((finding) =>
    finding.from === undefined ? finding : { ...finding, from: move(finding.from) },
  );
  return { ...translated, changes, findings } as Translation;
}

function translateWithout({ operation, names }: MatchedOperation, path: string, options: Prepared): Translation {
  const location = suppliedFor(options.supplyFor(names['clusterId'], undefined), 'location')?.value;
  const host =
    typeof location === 'string' && Object.hasOwn(facts.locations, location) ? facts.locations[location] : undefined;
  const findings = Object.values(names)
    .filter((id) => !isUuid(id))
    .map((id) => operationFinding('not-a-uuid', { id }));
  if (host === undefined) {
    const known = Object.keys(facts.locations).join(', ');
    const open = operationFinding('region', { known }, { decision: ['location'], settle: 'set' });
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

/** Everything that was not translated chooses the operation, or stays behind. Values are not shown, but for these. */
function describeAround(request: Record<string, unknown>, { changes }: Translation): Change[] {
  const told = new Set(changes.flatMap(({ from }) => from));
  const { id: rule, summary: why } = requestOperation;
  return listLeaves(request, '')
    .filter(([pointer]) => !told.has(pointer))
    .map(([pointer, value]) => {
      const before = pointer === '/method' ? (value as Json) : isAddress(pointer, value) ? value : redacted;
      return { kind: 'drop', rule, from: [pointer], to: [], before: [before], after: [], why };
    });
}

/** Whether a value is the URL of the request, or its path, with nothing in it that may be secret. */
function isAddress(pointer: string, value: unknown): value is string {
  return /^\/(?:url|path)$/.test(pointer) && hideSecrets(textOf(value)).shown === value;
}

function listLeaves(value: unknown, pointer: string): [string, unknown][] {
  if (value === undefined) return [];
  const entries = isScalar(value) || value === null ? [] : Object.entries(value as object);
  if (entries.length === 0) return [[pointer, value]];
  return entries.flatMap(([key, member]) => listLeaves(member, `${pointer}/${escapeKey(key)}`));
}

/** Basic authentication, in a header or in the URL. */
function listAuthentication({ headers, url }: Record<string, unknown>): Unplaced[] {
  const pairs = Array.isArray(headers)
    ? headers.map(
        (header, index) => [valueAt(header, ['name']), valueAt(header, ['value']), `/headers/${index}`] as const,
      )
    : Object.entries(isObject(headers) ? headers : {}).map(
        ([name, value]) => [name, value, `/headers/${escapeKey(name)}`] as const,
      );
  const places = pairs
    .filter(([name, value]) => /^authorization$/i.test(textOf(name)) && /^basic\b/i.test(textOf(value)))
    .map(([, , from]) => from);
  const inUrl = hideSecrets(textOf(url)).hasUser ? ['/url'] : [];
  return [...places, ...inUrl].map((from) => authenticationFinding('basic', undefined, { from }));
}
