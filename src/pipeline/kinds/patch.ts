// A patch becomes a PUT: it is laid over its base, as PATCH does, and the whole is translated as any cluster is.
import { createSupply, type Supply } from '../../engine/input.js';
import { messagesOf } from '../../engine/messages.js';
import type { Change } from '../../model/change.js';
import type { Unplaced } from '../../model/finding.js';
import { isObject } from '../../model/json.js';
import { fromPointer, textAt, valueAt } from '../../model/path.js';
import type { SourceDocument } from '../../model/source.js';
import { bodyOf } from '../../model/translation.js';
import { walkLeaves } from '../../model/walk.js';
import { documentAbsent, patchBase, patchDetach } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import { applyRoute } from '../apply-route.js';
import { digestIn, type Job, writtenIn } from '../document.js';
import { addFindings } from '../outcomes.js';
import { findRoute } from '../routes.js';
import { type Base, baseSupplies, findBase } from './base.js';
import { listEffects } from './effects.js';

const detachFinding = messagesOf(patchDetach);
const baseFinding = messagesOf(patchBase);
const noId = baseFinding('no-id', undefined, { to: '/id' });

/** Translates a patch. Without a base it is blocked, with the translated fragment as what is partial. */
export function translatePatch(job: Job): Translation {
  const { value, options, found } = job;
  const whole = found.bare ? { properties: value } : (value as Record<string, unknown>);
  const base = findBase(options, textAt(whole, 'id') ?? options.id);
  const detached = describeDetach(whole, found.bare);
  const stops = [...('version' in base ? base.findings : [base]), ...detached, ...describeImmovable(whole, found.bare)];
  const translated = 'version' in base ? translateMerged(whole, base, job) : translateFragment(whole, job);
  // A detach is not a connection that was forgotten.
  const kept = translated.findings.filter(({ code }) => detached.length === 0 || code !== 'connection/choice/none');
  // A patch has no id of its own to be corrected.
  const told = kept.map((finding) => (finding.code === 'cluster/id/missing' ? noId : finding));
  return addFindings({ ...translated, kind: found.kind, findings: told } as Translation, stops);
}

/** What a patch says, on its own: nothing is added, and nothing is missed. */
function translateFragment(whole: Record<string, unknown>, job: Job): Translation {
  const { doubts, found } = job;
  const { bare } = found;
  const translation = keepOwn(applyRoute(findRoute('fragment'), { ...job, value: whole }), whole, { bare });
  const earlier = new Set<Unplaced>(doubts);
  const findings = translation.findings.filter((finding) => finding.from !== undefined || earlier.has(finding));
  return { ...translation, findings };
}

/** Lays a patch over a cluster, as PATCH does: what is left out, or null, stays as it is. */
function mergePatch(base: unknown, patch: unknown): unknown {
  if (patch === null || patch === undefined) return base;
  if (!isObject(base) || !isObject(patch)) return patch;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) merged[key] = mergePatch(base[key], value);
  return merged;
}

function translateMerged(whole: Record<string, unknown>, base: Base, job: Job): Translation {
  const { found, options } = job;
  const id = base.id ?? options.id;
  const named = id === undefined ? {} : { id };
  // The region is that of the cluster: v1 has none in a patch.
  const { location: _location, ...said } = isObject(whole['properties']) ? whole['properties'] : {};
  const properties =
    isObject(whole['properties']) || whole['properties'] === undefined
      ? mergePatch(base.properties, said)
      : whole['properties'];
  const written = writtenMerged(whole, base, job);
  const source = { ...job.source, written } as SourceDocument;
  const merged = { ...job, value: { ...named, ...whole, ...withState(whole, base), properties }, source, pointer: '' };
  const translation = applyRoute(findRoute('ensure'), merged, supplyMerged(whole, base, job));
  const own = keepOwn(translation, whole, { bare: found.bare, version: base.version });
  return addFindings(own, listEffects(before(base, job), translation));
}

/** The state of the base, which has the same words in both versions: a cluster that was going is told of. */
function withState({ metadata = {} }: Record<string, unknown>, { document }: Base): Record<string, unknown> {
  const state = valueAt(document, ['metadata', 'state']);
  return typeof state === 'string' && (isObject(metadata) || metadata === null)
    ? { metadata: { state, ...metadata } }
    : {};
}

/** What people supply for the cluster, over what only the base says. */
function supplyMerged(whole: Record<string, unknown>, base: Base, job: Job): Supply {
  const id = base.id ?? job.options.id;
  const name = base.name ?? textAt(whole['properties'], 'displayName');
  const people = job.options.supplyFor(id, name, digestIn(job));
  return base.kept.size === 0 ? people : createSupply({ ...people, fill: new Map([...people.fill, ...base.kept]) });
}

/** The cluster as it was, in the words of v2 and without anybody's decisions: what changes is told against it. */
function before(base: Base, job: Job): Record<string, unknown> | undefined {
  if (base.version === 'v2') return base.document;
  const value = { id: base.id, properties: base.properties };
  const whole = { ...job, value, doubts: [], source: undefined };
  return bodyOf(applyRoute(findRoute('ensure'), whole, createSupply({})));
}

/** The exact text of a field: of the patch where it says it, else of the base. */
function writtenMerged(whole: unknown, base: Base, job: Job): SourceDocument['written'] {
  const ofPatch = writtenIn(job);
  const cut = '/properties'.length;
  return (pointer) => {
    if (says(whole, pointer)) return ofPatch?.(job.found.bare ? pointer.slice(cut) : pointer);
    return pointer.startsWith('/properties/') ? base.written(pointer.slice(cut)) : undefined;
  };
}

/** Whether a patch itself says something at a JSON Pointer; null says nothing. */
function says(whole: unknown, pointer: string): boolean {
  return (valueAt(whole, fromPointer(pointer)) ?? undefined) !== undefined;
}

/** Changes and findings name only places of the patch itself; what came from the base says so. */
function keepOwn(translation: Translation, whole: unknown, { bare, version }: Saying): Translation {
  const own = (pointer: string) => says(whole, pointer);
  const shorten = (pointer: string) => (bare ? pointer.slice('/properties'.length) : pointer);
  const changes = translation.changes.flatMap((change) => relabel(change, { own, shorten, version }));
  const findings = translation.findings.flatMap((finding) => {
    const { from, value, ...rest } = finding;
    if (from === undefined || finding.rule === 'document/source') return [finding];
    return own(from) ? [{ ...finding, from: shorten(from) }] : [rest];
  });
  return { ...translation, changes: [...changes, ...listAbsent(whole, changes, shorten)], findings } as Translation;
}

interface Saying {
  readonly bare: boolean;
  /** Of which version the base is, where there is one. */
  readonly version?: 'v1' | 'v2';
}

interface Telling {
  readonly version: 'v1' | 'v2' | undefined;
  readonly own: (pointer: string) => boolean;
  readonly shorten: (pointer: string) => string;
}

function relabel(change: Change, { own, shorten, version = 'v1' }: Telling): Change[] {
  const kept = change.from.flatMap((pointer, index) => (own(pointer) ? [index] : []));
  const from = kept.map((index) => shorten(change.from[index] ?? ''));
  const before = kept.map((index) => change.before[index] ?? null);
  if (change.from.length === 0 || kept.length > 0) return [{ ...change, from, before }];
  if (change.to.length === 0) return [];
  // The words of v1 were only lent to a base of v2.
  const why =
    version === 'v2' ? baseSupplies : `The base supplies it, since a PUT takes no earlier values. ${change.why}`;
  return [{ ...change, kind: 'supply', from, before, why }];
}

/** Nulls of a patch say nothing, and neither do empty containers. */
function listAbsent(whole: unknown, changes: readonly Change[], shorten: Telling['shorten']): Change[] {
  const named = new Set(changes.flatMap(({ from }) => from));
  const { id: rule, summary: why } = documentAbsent;
  return [...walkLeaves(whole)]
    .filter(({ value }) => typeof value === 'object')
    .map(({ pointer }) => shorten(pointer))
    .filter((pointer) => !named.has(pointer))
    .map((pointer) => ({ kind: 'drop', rule, from: [pointer], to: [], before: [null], after: [], why }));
}

function describeDetach(whole: Record<string, unknown>, bare: boolean): Unplaced[] {
  const connections = valueAt(whole, ['properties', 'connections']);
  const isEmpty = Array.isArray(connections) && connections.every((item) => item === null);
  return isEmpty
    ? [detachFinding('no-form', undefined, { from: bare ? '/connections' : '/properties/connections' })]
    : [];
}

/** A cluster does not move to another region; v1 has no location in a patch. */
function describeImmovable(whole: Record<string, unknown>, bare: boolean): Unplaced[] {
  const location = valueAt(whole, ['properties', 'location']) ?? undefined;
  if (location === undefined) return [];
  return [baseFinding('location', undefined, { from: bare ? '/location' : '/properties/location' })];
}
