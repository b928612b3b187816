// The outcomes for documents that are not translated: refused, already v2, or of a kind without a v2 form.

import { messagesOf } from '../engine/messages.js';
import type { Finding, Unplaced } from '../model/finding.js';
import { isObject } from '../model/json.js';
import type { SourceProblem } from '../model/source.js';
import { bodyOf, type Kind } from '../model/translation.js';
import { detect } from '../recognise/detect.js';
import { documentKind, documentSource, documentV2Schema } from '../rules/index.js';
import type { Translation } from '../schema/documents.js';
import { reviewV2 } from '../schema/review-v2.js';
import type { Prepared } from '../supply/options.js';

const kindFinding = messagesOf(documentKind);
const v2Finding = messagesOf(documentV2Schema);
const none: readonly never[] = [];
const mostRemarks = 1000;

const withoutV2Form: Partial<Record<Kind, string>> = {
  User: 'resource for users',
  UserList: 'resource for users',
  Database: 'resource for databases',
  DatabaseList: 'resource for databases',
  PostgresVersionList: 'form for a list of bare version names; GET /versions on the v2 host lists its own',
};

/** An error stands in the way. */
export function block(kind: Kind, findings: readonly Unplaced[]): Translation {
  return { kind, status: 'blocked', changes: none, findings };
}

/** What is none of the API's, and no sign that something is wrong. */
const nobodys: ReadonlySet<string> = new Set([
  'document/kind/unrecognised',
  'document/kind/tool',
  'document/kind/terraform-state',
  'request/operation/foreign',
]);

/** Not a payload of the API: blocked, or skipped where nobody named it. What may be ours after all is never skipped. */
export function refuse(finding: Unplaced, options: Prepared, earlier: readonly Unplaced[] = none): Translation {
  const isOurs = finding.code === 'document/kind/ambiguous' || finding.code === 'document/kind/not-this-kind';
  const isNobodys = nobodys.has(finding.code);
  if (options.foreign !== 'skipped' || isOurs || (!isNobodys && earlier.some(isError))) {
    return block('unknown', [...earlier, finding]);
  }
  const severity = isNobodys || finding.code === 'document/kind/not-an-object' ? 'info' : 'warning';
  // A stack file with tags of its own is no less foreign for them: what is odd about it stops nobody.
  const odd = earlier.map((one) => (isError(one) ? { ...one, severity: 'warning' as const } : one));
  return { kind: 'unknown', status: 'skipped', changes: none, findings: [...odd, { ...finding, severity }] };
}

function isError({ severity }: Unplaced): boolean {
  return severity === 'error';
}

/** Of v2 already: handed on unchanged. */
export function skip(value: unknown, kind: Kind, earlier: readonly Unplaced[] = none): Translation {
  const remarks = reviewV2(value, kind).map(({ id, data, pointer }) => v2Finding(id, data, { from: pointer }));
  const findings = [...earlier, kindFinding('already-v2'), ...remarks];
  if (earlier.some(isError)) return block(kind, findings);
  return { kind, status: 'skipped', changes: none, findings, document: value };
}

/** What there is to say of a list itself: that it is empty, or that it is one page of several. */
export function describeList(value: unknown, items: readonly unknown[]): Unplaced[] {
  const links = isObject(value) ? (value['links'] ?? value['_links']) : undefined;
  const next = isObject(links) ? links['next'] : undefined;
  const place = isObject(value) && 'links' in value ? '/links/next' : '/_links/next';
  return [
    ...(items.length === 0 ? [kindFinding('empty-list')] : []),
    ...(typeof next === 'string' && next !== '' ? [kindFinding('more-pages', undefined, { from: place })] : []),
  ];
}

/** A list of v2 documents: handed on as it is, with what there is to say of it and of its items. */
export function skipList(value: unknown, items: readonly unknown[], earlier: readonly Unplaced[] = none): Translation {
  const remarks = reviewItems(items);
  const findings = [...earlier, kindFinding('already-v2'), ...describeList(value, items), ...remarks];
  if (earlier.some(isError)) return block('v2 list', findings);
  return { kind: 'v2 list', status: 'skipped', changes: none, findings, document: value };
}

/** Looks no further once there are more remarks than anybody reads. */
function reviewItems(items: readonly unknown[]): Unplaced[] {
  const remarks: Unplaced[] = [];
  for (const [index, item] of items.entries()) {
    for (const { id, data, pointer } of reviewV2(item, detect(item).kind))
      remarks.push(v2Finding(id, data, { from: `/items/${index}${pointer}` }));
    if (remarks.length > mostRemarks)
      return [...remarks.slice(0, mostRemarks), v2Finding('more', { limit: mostRemarks }, { from: '/items' })];
  }
  return remarks;
}

/** Of a v1 kind that has no v2 form on its own. */
export function leave(kind: Kind, earlier: readonly Unplaced[] = none): Translation {
  const findings = [...earlier, kindFinding('no-v2-payload', { kind: withoutV2Form[kind] ?? 'form for it' })];
  if (earlier.some(isError)) return block(kind, findings);
  return { kind, status: 'skipped', changes: none, findings };
}

/** Nothing could be read. */
export function unreadable(findings: readonly Unplaced[]): Translation {
  return { kind: 'unknown', status: 'unreadable', changes: none, findings };
}

/** The finding of a problem; its path is told below `base`, the JSON Pointer of the document in its text. */
export function problemFinding({ at, ...problem }: SourceProblem, base: string): Finding {
  const finding = unplacedProblemFinding({ ...problem, path: (problem.path ?? '').slice(base.length) });
  return at ? { ...finding, at } : finding;
}

/** The same without line and column, for a text inside another one. */
export function unplacedProblemFinding({ code, severity, message, remedy, path }: SourceProblem): Finding {
  const rule = documentSource.id;
  return { code: `${rule}/${code}`, rule, severity, message, remedy, ...(path ? { from: path } : {}) };
}

/** Adds findings; an error among them takes the document back. */
export function addFindings(translation: Translation, more: readonly Unplaced[]): Translation {
  if (more.length === 0) return translation;
  const findings = [...translation.findings, ...more];
  const isBlocked = more.some(isError);
  if (!isBlocked) {
    const isDoubtful = more.some(({ severity }) => severity === 'warning');
    const status = isDoubtful && translation.status === 'ready' ? 'review' : translation.status;
    return { ...translation, status, findings } as Translation;
  }
  const { document: _document, ...rest } = translation;
  return { ...rest, status: 'blocked', findings, partial: bodyOf(translation) } as Translation;
}
