// The two sides of a comparison as leaves by dotted path: what the translation of v1 gives, what v2 says, and what it
// cannot do without.
import { isScalar, type Json, redacted } from '../model/json.js';
import type { Leaf } from '../model/leaf.js';
import { fromPointer, toDotted, valueAt } from '../model/path.js';
import { bodyOf, type Kind } from '../model/translation.js';
import { type ValueLeaf, walkLeaves } from '../model/walk.js';
import type { Translation } from '../schema/documents.js';
import { listLeaves } from '../schema/leaves.js';
import { clusterCreate, clusterEnsure } from '../schema/v2-cluster.js';
import { clusterRead } from '../schema/v2-read.js';

/** What the translation gives for a v2 path. */
export interface GivenLeaf extends ValueLeaf {
  /** JSON Pointer of the v1 leaf it comes from; absent for a default, and for what people supply. */
  readonly from: string | undefined;
  /** The v1 value. */
  readonly before: Json | undefined;
  /** The value in words, with those of v1 where they are others: `16 (ram 16384 MB)`. */
  readonly said: string;
  /** Whether it is not to be shown. */
  readonly isHidden: boolean;
}

/** All of the metadata of a cluster that is compared: dates, people and state change by themselves. */
const dnsName = '/metadata/dnsName';

/** The leaves of a v2 document that are compared, by dotted path; null is absent. Pointers stand below `base`. */
export function listActual(document: unknown, base: string): Map<string, ValueLeaf> {
  const actual = new Map<string, ValueLeaf>();
  for (const { pointer, value } of walkLeaves(document)) {
    if (!isScalar(value) || (pointer.startsWith('/metadata/') && pointer !== dnsName)) continue;
    actual.set(toDotted(pointer), { pointer: base + pointer, value });
  }
  return actual;
}

/** The leaves that a translation gives, by dotted path, with the v1 leaves they come from. */
export function listGiven(translation: Translation, kind: Kind): Map<string, GivenLeaf> {
  const document = bodyOf(translation);
  const given = new Map<string, GivenLeaf>();
  for (const { rule, from, to, before, after } of translation.changes) {
    // No body holds it, so that it is dropped on the way to one; an answer does.
    const isAnswered = rule === 'cluster/dnsName' && kind === 'ClusterRead';
    for (const [index, pointer] of (isAnswered ? [dnsName] : to).entries()) {
      const value = isAnswered ? (before[0] ?? undefined) : valueAt(document, fromPointer(pointer));
      if (value === undefined) continue;
      const isSame = before.every((one) => one === value);
      const said = isSame ? show(value) : `${show(value)} (${quote(from, before)})`;
      const isHidden = after[index] === redacted;
      given.set(toDotted(pointer), { value, pointer, from: from[0], before: before[0], said, isHidden });
    }
  }
  return given;
}

/** The paths that a v2 document of a kind cannot do without, given what it says. */
export function listRequired(kind: Kind, actual: ReadonlyMap<string, unknown>): string[] {
  const said = [...actual.keys()];
  const needed = requiredLeaves(kind).filter(({ required, optionalContainers }) => {
    return required || optionalContainers.every((path) => said.some((one) => one.startsWith(`${shorten(path)}.`)));
  });
  return needed.map(({ path }) => shorten(path));
}

const schemas = { ClusterCreate: clusterCreate, ClusterEnsure: clusterEnsure, ClusterRead: clusterRead };
const listed = new Map<Kind, readonly Leaf[]>();

function requiredLeaves(kind: Kind): readonly Leaf[] {
  const known = listed.get(kind);
  if (known) return known;
  const schema = kind in schemas ? schemas[kind as keyof typeof schemas] : undefined;
  const leaves = schema ? listLeaves(schema).filter(({ requiredInContainer }) => requiredInContainer) : [];
  listed.set(kind, leaves);
  return leaves;
}

function shorten(path: string): string {
  return path.replace(/^properties\./, '');
}

const inMb = new Set(['ram', 'storageSize']);

/** What v1 says in its own words: the names of its fields with their values, as far as these are there. */
export function quote(from: readonly string[], values: readonly (Json | undefined)[]): string {
  const words = from.map((pointer, index) => {
    const field = fromPointer(pointer).at(-1) ?? '';
    const value = values[index];
    return isScalar(value) ? `${field} ${value}${inMb.has(field) ? ' MB' : ''}` : field;
  });
  return words.join(', ');
}

/** A value in words for messages. */
export function show(value: unknown): string {
  return isScalar(value) ? String(value) : 'nothing';
}
