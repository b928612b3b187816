// The base of a patch: found by id among what was given, and what it supplies.

import type { Supplied } from '../../engine/input.js';
import { messagesOf } from '../../engine/messages.js';
import { facts } from '../../facts/index.js';
import type { Unplaced } from '../../model/finding.js';
import { isObject, isScalar } from '../../model/json.js';
import { escapeKey, valueAt } from '../../model/path.js';
import type { SourceDocument } from '../../model/source.js';
import { detect, isClusterKind } from '../../recognise/detect.js';
import { patchBase } from '../../rules/index.js';
import { inspect } from '../../schema/inspect.js';
import { listLeaves } from '../../schema/leaves.js';
import { reviewV2 } from '../../schema/review-v2.js';
import { v1Cluster } from '../../schema/v1-cluster.js';

/** A cluster that something is applied to. */
export interface Base {
  readonly version: 'v1' | 'v2';
  readonly id: string | undefined;
  /** Properties as the document has them. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly document: Record<string, unknown>;
  /** What is doubtful in it. */
  readonly findings: readonly Unplaced[];
}

const baseFinding = messagesOf(patchBase);
const why = 'The base supplies the value, since a PUT takes no earlier values.';

/** Finds the base for an id, or says why there is none. */
export function findBase(given: unknown, id: string | undefined): Base | Unplaced {
  if (given === undefined) return baseFinding('missing');
  const listed = isObject(given) && Array.isArray(given['items']) ? given['items'] : given;
  if (!Array.isArray(listed)) return checkId(readBase(listed), id);
  const [only] = listed;
  if (id === undefined && listed.length !== 1) return baseFinding('several', { count: listed.length });
  if (id === undefined) return readBase(only);
  const [found, ...others] = listed.filter((item) => idOf(item)?.toLowerCase() === id.toLowerCase());
  if (found === undefined) return baseFinding('not-found', { id });
  return others.every((other) => isSame(other, found)) ? readBase(found) : baseFinding('twice', { id });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The values that a v2 base supplies, by document path; what is read-only, and a restore, stay behind. */
export function listSupplied({ document, properties, id }: Base): Map<string, Supplied> {
  const supplied = new Map<string, Supplied>();
  const { restoreFromBackup: _restore, ...kept } = properties;
  for (const [path, value] of listScalars(kept, 'properties')) supplied.set(path, { value, why });
  if (id !== undefined) supplied.set('id', { value: id, why });
  const href = document['href'];
  const host = typeof href === 'string' ? /^https:\/\/[^/]+/.exec(href)?.[0] : undefined;
  const location = Object.entries(facts.locations).find(([, url]) => url === host)?.[0];
  if (location) supplied.set('location', { value: location, why });
  return supplied;
}

function checkId(base: Base | Unplaced, id: string | undefined): Base | Unplaced {
  if (!('version' in base) || id === undefined || base.id === undefined) return base;
  return base.id.toLowerCase() === id.toLowerCase() ? base : baseFinding('other-id', { id, found: base.id });
}

function readBase(document: unknown): Base | Unplaced {
  if (inspect(document).refused) return baseFinding('unusable', { reason: 'it is nested too deep or no plain JSON' });
  const found = detect(document);
  if (!isClusterKind(found.kind) || found.kind === 'unknown' || !isObject(document))
    return baseFinding('unusable', {
      reason: found.kind === 'unknown' ? 'its fields tell nothing' : `it is a ${found.kind}`,
    });
  const remarks = found.version === 'v2' ? reviewV2(document, found.kind) : [];
  const properties = found.bare ? document : valueAt(document, ['properties']);
  return {
    version: found.version,
    id: idOf(document),
    properties: isObject(properties) ? properties : {},
    document,
    findings: remarks.map(({ data }) => baseFinding('doubtful', { path: data['path'] ?? '' })),
  };
}

function idOf(document: unknown): string | undefined {
  const id = valueAt(document, ['id']);
  return typeof id === 'string' ? id : undefined;
}

function* listScalars(value: unknown, path: string): Generator<[string, unknown]> {
  if (isScalar(value)) yield [path, value];
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value)) yield* listScalars(member, `${path}.${escapeKey(key)}`);
}

let textual: ReadonlySet<string> | undefined;

/** The value of a document; where v1 takes a text or a number, a number becomes the text that was written. */
export function keepWritten({ value, written }: Pick<SourceDocument, 'value' | 'written'>): unknown {
  // The keys of such fields, since a document may be a cluster, or a list of them.
  textual ??= new Set(
    listLeaves(v1Cluster)
      .filter(({ takes }) => takes.includes('string') && takes.includes('number'))
      .map(({ path }) => path.slice(path.lastIndexOf('.') + 1)),
  );
  return keep(value, '', written);
}

function keep(value: unknown, pointer: string, written: SourceDocument['written']): unknown {
  if (Array.isArray(value)) return value.map((item, index) => keep(item, `${pointer}/${index}`, written));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).map(([key, member]) => {
    const place = `${pointer}/${escapeKey(key)}`;
    const isText = typeof member === 'number' && textual?.has(key);
    return [key, isText ? (written(place) ?? member) : keep(member, place, written)];
  });
  return Object.fromEntries(kept);
}
