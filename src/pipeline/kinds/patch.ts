// A patch becomes a PUT: of a v1 base with the patch merged in, or of a v2 base that supplies what the patch leaves out.

import { createSupply } from '../../engine/input.js';
import { messagesOf } from '../../engine/messages.js';
import type { Change } from '../../model/change.js';
import type { Unplaced } from '../../model/finding.js';
import { isObject, isScalar } from '../../model/json.js';
import { escapeKey, fromPointer, valueAt } from '../../model/path.js';
import { documentAbsent, patchBase, patchDetach, patchEffect } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import { applyRoute } from '../apply-route.js';
import { type Job, placeOf } from '../document.js';
import { findRoute } from '../routes.js';
import { type Base, findBase, listSupplied } from './base.js';

const detachFinding = messagesOf(patchDetach);
const noId = messagesOf(patchBase)('no-id', undefined, { to: '/id' });
const baseWhy = 'The base supplies it, since a PUT takes no earlier values.';

const effectFinding = messagesOf(patchEffect);
/** Whether v2 changes these in place is told in two ways. */
const doubtful = [
  'connection.datacenterId',
  'connection.lanId',
  'connection.primaryInstanceAddress',
  'backup.location',
];

/** Translates a patch. Without a base it is blocked, with the translated fragment as what is partial. */
export function translatePatch(job: Job): Translation {
  const { value, options, found } = job;
  const whole = found.bare ? { properties: value } : (value as Record<string, unknown>);
  const base = findBase(options.base, textAt(whole, 'id') ?? options.id);
  const detached = describeDetach(whole, found.bare);
  const stops = [...('version' in base ? base.findings : [base]), ...detached];
  const translated = 'version' in base ? applyToBase(whole, base, job) : translateFragment(whole, job);
  // A detach is not a connection that was forgotten.
  const kept = translated.findings.filter(({ code }) => detached.length === 0 || code !== 'connection/choice/none');
  // A patch has no id of its own to be corrected.
  const told = kept.map((finding) => (finding.code === 'cluster/id/missing' ? noId : finding));
  return addFindings({ ...translated, kind: found.kind, findings: told } as Translation, stops);
}

/** What a patch says, on its own: nothing is added, and nothing is missed. */
function translateFragment(whole: Record<string, unknown>, job: Job): Translation {
  const { doubts, found } = job;
  const translation = keepOwn(applyRoute(findRoute('fragment'), { ...job, value: whole }), whole, found.bare);
  const earlier = new Set<Unplaced>(doubts);
  const findings = translation.findings.filter((finding) => finding.from !== undefined || earlier.has(finding));
  return { ...translation, findings };
}

/** Lays a patch over the v1 document of a cluster, as PATCH does: what is left out, or null, stays as it is. */
export function mergePatch(base: unknown, patch: unknown): unknown {
  if (patch === null || patch === undefined) return base;
  if (!isObject(base) || !isObject(patch)) return patch;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) merged[key] = mergePatch(base[key], value);
  return merged;
}

function applyToBase(whole: Record<string, unknown>, base: Base, job: Job): Translation {
  const { options, found } = job;
  const id = base.id ?? options.id;
  const named = id === undefined ? {} : { id };
  const route = findRoute('ensure');
  const own: Job = found.bare ? { ...job, doubts: [], source: undefined } : job;
  if (base.version === 'v1') {
    const properties = mergePatch(base.properties, whole['properties']);
    const value = { ...named, ...whole, properties };
    const before = applyRoute(route, {
      ...job,
      value: { ...named, properties: base.properties },
      doubts: [],
      source: undefined,
    });
    const after = applyRoute(route, { ...own, value });
    return addFindings(keepOwn(after, whole, found.bare), listEffects(bodyOf(before), bodyOf(after)));
  }
  const name = textAt(whole['properties'], 'displayName') ?? textAt(base.properties, 'name');
  const people = options.supplyFor(id, name, placeOf(job));
  const supply = createSupply({ ...people, fill: new Map([...people.fill, ...listSupplied(base)]) });
  const translation = applyRoute(route, { ...own, value: { ...named, ...whole } }, supply);
  return addFindings(keepOwn(translation, whole, found.bare), listEffects(base.document, bodyOf(translation)));
}

/** The body of a translation, or what there is of it. */
export function bodyOf(translation: Translation): Record<string, unknown> | undefined {
  const body = translation.document ?? ('partial' in translation ? translation.partial : undefined);
  return body as Record<string, unknown> | undefined;
}

/** Changes and findings name only places of the patch itself; what came from the base says so. */
function keepOwn(translation: Translation, whole: unknown, bare: boolean): Translation {
  const own = (pointer: string) => (valueAt(whole, fromPointer(pointer)) ?? undefined) !== undefined;
  const shorten = (pointer: string) => (bare ? pointer.slice('/properties'.length) : pointer);
  const changes = translation.changes.flatMap((change) => relabel(change, { own, shorten }));
  const findings = translation.findings.flatMap((finding) => {
    const { from, value, ...rest } = finding;
    if (from !== undefined && own(from)) return [{ ...finding, from: shorten(from) }];
    return from === undefined ? [finding] : [rest];
  });
  return { ...translation, changes: [...changes, ...listAbsent(whole, changes, shorten)], findings } as Translation;
}

interface Telling {
  readonly own: (pointer: string) => boolean;
  readonly shorten: (pointer: string) => string;
}

function relabel(change: Change, { own, shorten }: Telling): Change[] {
  const kept = change.from.flatMap((pointer, index) => (own(pointer) ? [index] : []));
  const from = kept.map((index) => shorten(change.from[index] ?? ''));
  const before = kept.map((index) => change.before[index] ?? null);
  if (change.from.length === 0 || kept.length > 0) return [{ ...change, from, before }];
  return change.to.length === 0 ? [] : [{ ...change, kind: 'supply', from, before, why: `${baseWhy} ${change.why}` }];
}

/** Nulls of a patch say nothing, and neither do empty containers. */
function listAbsent(whole: unknown, changes: readonly Change[], shorten: Telling['shorten']): Change[] {
  const named = new Set(changes.flatMap(({ from }) => from));
  const { id: rule, summary: why } = documentAbsent;
  return listEmpty(whole, '')
    .map(shorten)
    .filter((pointer) => !named.has(pointer))
    .map((pointer) => ({ kind: 'drop', rule, from: [pointer], to: [], before: [null], after: [], why }));
}

function listEmpty(value: unknown, pointer: string): string[] {
  if (value === null) return [pointer];
  if (typeof value !== 'object') return [];
  const entries = Object.entries(value as object);
  return entries.length === 0
    ? [pointer]
    : entries.flatMap(([key, member]) => listEmpty(member, `${pointer}/${escapeKey(key)}`));
}

function describeDetach(whole: Record<string, unknown>, bare: boolean): Unplaced[] {
  const connections = valueAt(whole, ['properties', 'connections']);
  const isEmpty = Array.isArray(connections) && connections.every((item) => item === null);
  return isEmpty
    ? [detachFinding('no-form', undefined, { from: bare ? '/connections' : '/properties/connections' })]
    : [];
}

/** Adds findings; an error among them takes the document back. */
export function addFindings(translation: Translation, more: readonly Unplaced[]): Translation {
  if (more.length === 0) return translation;
  const findings = [...translation.findings, ...more];
  const isBlocked = more.some(({ severity }) => severity === 'error');
  if (!isBlocked) {
    const status = translation.status === 'ready' ? 'review' : translation.status;
    return { ...translation, status, findings } as Translation;
  }
  const { document, ...rest } = translation;
  const partial = document ?? ('partial' in translation ? translation.partial : undefined);
  return { ...rest, status: 'blocked', findings, partial } as Translation;
}

function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, [key]);
  return typeof found === 'string' ? found : undefined;
}

/** The effects that people should know of, given the cluster before and after; either may lack a value. */
function listEffects(before: unknown, after: unknown): Unplaced[] {
  const read = (document: unknown, path: string) => valueAt(document, ['properties', ...path.split('.')]);
  const compare = (path: string, id: (old: unknown, now: unknown) => string | undefined): Unplaced[] => {
    const [old, now] = [read(before, path), read(after, path)];
    if (!isScalar(old) || !isScalar(now) || old === now) return [];
    const found = id(old, now);
    const data = { path, before: String(old), after: String(now) };
    return found ? [effectFinding(found, data, { to: `/properties/${path.replaceAll('.', '/')}` })] : [];
  };
  return [
    ...compare('version', (old, now) => (Number(now) < Number(old) ? 'downgrade' : undefined)),
    ...compare('instances.storageSize', (old, now) => (Number(now) < Number(old) ? 'shrinks' : undefined)),
    ...doubtful.flatMap((path) => compare(path, () => 'moves')),
  ];
}
