// Compares one v1 cluster with one v2 cluster: translates the v1 side and looks at every path that one of them says.

import { messagesOf } from '../engine/messages.js';
import { facts } from '../facts/index.js';
import type { Finding, Unplaced } from '../model/finding.js';
import { isScalar } from '../model/json.js';
import { valueAt } from '../model/path.js';
import type { ValueLeaf } from '../model/walk.js';
import { documentOf } from '../pipeline/document.js';
import { translateAlone } from '../pipeline/translate.js';
import { verifyDrift, verifyExpected, verifyLoss } from '../rules/index.js';
import { decisionLeaves } from '../schema/decisions.js';
import type { Translation } from '../schema/documents.js';
import type { Prepared } from '../supply/options.js';
import { isSecret, judgeLeaf, show, type Verdict } from './judge-leaf.js';
import { type GivenLeaf, listActual, listGiven } from './leaves.js';
import type { Side } from './sides.js';

const differenceFinding = {
  expected: messagesOf(verifyExpected),
  drift: messagesOf(verifyDrift),
  loss: messagesOf(verifyLoss),
};

/** Says what differs, in the order of the v2 document. */
export function compareClusters(v1: Side, v2: Side, options: Prepared): Unplaced[] {
  const to = v2.kind === 'ClusterCreate' ? 'create' : 'ensure';
  const { value, origin, pointer } = v1;
  const translation = translateAlone({ ...documentOf(value, { ...options, to }, pointer), source: origin?.document });
  return [...compareAround(v1, v2, translation), ...compareProperties(translation, v1, v2), ...nameClass(translation)];
}

function compareProperties(translation: Translation, v1: Side, v2: Side): Unplaced[] {
  const given = listGiven(translation);
  const actual = listActual(v2.value);
  const paths = new Set([...actual.keys(), ...given.keys()]);
  return [...paths].flatMap((path) => {
    const pair = { path, given: given.get(path), actual: actual.get(path) };
    const isRequired = decisionLeaves.get(path)?.required === true;
    const { findings } = translation;
    const verdict = judgeLeaf({ ...pair, findings, kind: v2.kind, facts, isRequired, name: v1.name });
    return verdict ? [describe(verdict, pair, findings)] : [];
  });
}

interface Pair {
  readonly path: string;
  readonly given: GivenLeaf | undefined;
  readonly actual: ValueLeaf | undefined;
}

function describe({ sort, id }: Verdict, { path, given, actual }: Pair, findings: readonly Finding[]): Unplaced {
  const hidden = isSecret(path);
  const from = given?.from ?? findings.find(({ decision }) => decision?.includes(path))?.from;
  const data = { path, v1: hidden ? '' : show(given?.value), v2: hidden ? '' : show(actual?.value) };
  return differenceFinding[sort](id, data, {
    ...(from === undefined ? {} : { from }),
    ...(actual ? { to: actual.pointer } : {}),
    ...(hidden || !isScalar(given?.before) ? {} : { value: given.before }),
  });
}

/** What stands around the properties: the id, the host and the DNS name. */
function compareAround(v1: Side, v2: Side, { location = '' }: Translation & { location?: string }): Unplaced[] {
  const findings: Unplaced[] = [];
  if (v1.id !== undefined && v2.id !== undefined && v1.id.toLowerCase() !== v2.id.toLowerCase()) {
    const places = { from: '/id', to: '/id', value: v1.id };
    findings.push(differenceFinding.drift('changed', { path: 'id', v1: v1.id, v2: v2.id }, places));
  }
  if (v2.kind !== 'ClusterRead') return findings;
  const host = Object.hasOwn(facts.locations, location) ? facts.locations[location] : undefined;
  const found = /^https?:\/\/[^/]+/.exec(show(valueAt(v2.value, ['href'])))?.[0];
  if (host && found && host !== found) {
    const places = { from: '/properties/location', to: '/href' };
    findings.push(differenceFinding.drift('host', { v1: host, v2: found }, places));
  }
  return [...findings, ...compareDnsName(v1, v2)];
}

function compareDnsName(v1: Side, v2: Side): Unplaced[] {
  const before = valueAt(v1.value, ['properties', 'dnsName']) ?? undefined;
  const after = valueAt(v2.value, ['metadata', 'dnsName']) ?? undefined;
  if (before === after) return [];
  const path = 'metadata.dnsName';
  const data = { path, v1: show(before), v2: show(after) };
  const from = '/properties/dnsName';
  const to = '/metadata/dnsName';
  if (before === undefined) return [differenceFinding.expected('filled', data, { to })];
  if (after === undefined) return [differenceFinding.loss('missing', data, { from })];
  return [differenceFinding.drift('changed', data, { from, to, value: show(before) })];
}

/** v1's storage class has no v2 form; where it was another one, that is worth a word. */
function nameClass({ changes }: Translation): Unplaced[] {
  const change = changes.find(({ rule }) => rule === 'cluster/storageType');
  const before = change?.before[0];
  if (typeof before !== 'string' || !facts.storageTypes.others.includes(before)) return [];
  return [differenceFinding.expected('storage-class', { v1: before }, { from: change?.from[0] ?? '', value: before })];
}
