// A stored request becomes the request of v2: the operation from a table, the body by the route of its kind.
import type { Unplaced } from './engine/input.js';
import { createSpeaker } from './engine/say.js';
import { facts } from './facts/index.js';
import type { Change } from './model/change.js';
import { isObject, isScalar, type Json, redacted } from './model/json.js';
import { type MatchedOperation, matchOperation, writeV2Path } from './model/operation.js';
import { escapeKey, valueAt } from './model/path.js';
import { isUuid } from './model/uuid.js';
import type { Prepared } from './options.js';
import { block, refuse, skip } from './outcomes.js';
import { addFindings } from './patch.js';
import { translateRestore } from './restore.js';
import { requestRules } from './rules/index.js';
import type { Job, Surroundings, Translation } from './translate-by.js';

/** The pipeline for the body. */
export type Translate = (value: unknown, options: Prepared, surroundings?: Surroundings) => Translation;

const sayOperation = createSpeaker(requestRules.operation);
const sayAuthentication = createSpeaker(requestRules.authentication);
const v2Hosts = new Set(Object.values(facts.locations));

/** Translates a stored request. Its headers are never shown, and never carried over. */
export function translateRequest(job: Job, translate: Translate): Translation {
  const { value, options, surroundings } = job;
  const request = value as Record<string, unknown>;
  const method = String(request['method']).toUpperCase();
  const url = String(request['url'] ?? request['path']);
  const earlier = surroundings.findings ?? [];
  const origin = /^[a-z]+:\/\/[^/?#]+/i.exec(url)?.[0];
  if (origin && v2Hosts.has(origin)) return skip(value, 'Request', earlier);
  if (origin && !facts.operations.base.startsWith(origin)) return refuse(sayOperation('foreign'), options, earlier);
  const matched = matchOperation(facts.operations, method, url);
  if (!matched) return block('Request', [...earlier, sayOperation('unknown', { method })]);
  const around = describeAround(request);
  const said = [...listAuthentication(request), ...earlier];
  const path = writeV2Path(matched);
  const translated =
    path === undefined
      ? block('Request', [sayNone(matched)])
      : matched.operation.body
        ? translateBody(matched, job, translate)
        : translateWithout(matched, path, options);
  return addFindings(
    { ...translated, kind: 'Request', changes: [...translated.changes, ...around] } as Translation,
    said,
  );
}

function sayNone({ operation }: MatchedOperation): Unplaced {
  const { method = '', path = '' } = operation.v1 ?? {};
  return sayOperation('none', { operation: `${method} ${path}`, instead: operation.note });
}

function translateBody({ operation, names }: MatchedOperation, job: Job, translate: Translate): Translation {
  const { body, pointer, isText } = findBody(job.value as Record<string, unknown>);
  if (body === undefined) return block('Request', [sayOperation('no-body')]);
  const id = names['clusterId'];
  const options: Prepared = { ...job.options, kind: operation.body, ...(id === undefined ? {} : { id }) } as Prepared;
  const { written } = job.surroundings;
  const surroundings = written && !isText ? { written: (place: string) => written(pointer + place) } : {};
  const found = { kind: 'CreateRestoreRequest', version: 'v1', bare: true } as const;
  const translated =
    operation.body === 'CreateRestoreRequest'
      ? translateRestore({ value: body, found, options, surroundings })
      : translate(body, options, surroundings);
  const move = (place: string) => (isText ? pointer : pointer + place);
  const changes = translated.changes.map((change) => ({ ...change, from: change.from.map(move) }));
  const findings = translated.findings.map((finding) =>
    finding.from === undefined ? finding : { ...finding, from: move(finding.from) },
  );
  return { ...translated, changes, findings } as Translation;
}

/** The body: a value, a text of JSON, or what HAR files hold. */
function findBody(request: Record<string, unknown>): { body: unknown; pointer: string; isText: boolean } {
  const { body } = request;
  const text = valueAt(request, ['postData', 'text']);
  const pointer = body === undefined ? '/postData/text' : '/body';
  const held = body ?? text ?? undefined;
  return { body: typeof held === 'string' ? parse(held) : held, pointer, isText: typeof held === 'string' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function translateWithout({ operation, names }: MatchedOperation, path: string, options: Prepared): Translation {
  const supply = options.supplyFor(names['clusterId'], undefined);
  const location = supply?.override.get('location')?.value ?? supply?.fill.get('location')?.value;
  const host =
    typeof location === 'string' && Object.hasOwn(facts.locations, location) ? facts.locations[location] : undefined;
  const findings = Object.values(names)
    .filter((id) => !isUuid(id))
    .map((id) => sayOperation('not-a-uuid', { id }));
  if (host === undefined) {
    const known = Object.keys(facts.locations).join(', ');
    const open = sayOperation('region', { known }, { decision: ['location'], settle: 'set' });
    return block('Request', [...findings, open]);
  }
  const document = { method: operation.v2?.method ?? 'GET', url: `${host}${options.basePath ?? ''}${path}` };
  const to = ['/method', '/url'];
  const after = [document.method, document.url];
  const { id: rule, summary: why } = requestRules.operation;
  const changes: Change[] = [{ kind: 'supply', rule, from: [], to, before: [], after, why }];
  const status = findings.length > 0 ? 'review' : 'ready';
  return { kind: 'Request', target: 'Request', status, document, request: document, changes, findings } as Translation;
}

/** Everything of a request but its body chooses the operation, or stays behind. Values are not shown, but for these. */
function describeAround(request: Record<string, unknown>): Change[] {
  const { body: _body, postData, ...around } = request;
  const held = isObject(postData) ? { postData: { ...postData, text: undefined } } : {};
  const { id: rule, summary: why } = requestRules.operation;
  return listLeaves({ ...around, ...held }, '').map(([pointer, value]) => {
    const shown = pointer === '/method' || (/^\/(?:url|path)$/.test(pointer) && !String(value).includes('@'));
    return {
      kind: 'drop',
      rule,
      from: [pointer],
      to: [],
      before: [shown ? (value as Json) : redacted],
      after: [],
      why,
    };
  });
}

function listLeaves(value: unknown, pointer: string): [string, unknown][] {
  if (value === undefined) return [];
  const entries = isScalar(value) || value === null ? [] : Object.entries(value as object);
  if (entries.length === 0) return [[pointer, value]];
  return entries.flatMap(([key, member]) => listLeaves(member, `${pointer}/${escapeKey(key)}`));
}

function listAuthentication({ headers }: Record<string, unknown>): Unplaced[] {
  const pairs = Array.isArray(headers)
    ? headers.map(
        (header, index) => [valueAt(header, ['name']), valueAt(header, ['value']), `/headers/${index}`] as const,
      )
    : Object.entries(isObject(headers) ? headers : {}).map(
        ([name, value]) => [name, value, `/headers/${escapeKey(name)}`] as const,
      );
  return pairs
    .filter(([name, value]) => /^authorization$/i.test(String(name)) && /^basic\b/i.test(String(value)))
    .map(([, , from]) => sayAuthentication('basic', undefined, { from }));
}
