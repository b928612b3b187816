// Compares one v1 cluster with one v2 cluster: what `convert` makes of the v1 side, path by path beside what v2 says.

import { messagesOf } from '../engine/messages.js';
import { facts } from '../facts/index.js';
import type { Finding, Unplaced } from '../model/finding.js';
import { hideIn, mayRepeat, needlesOf } from '../model/hide.js';
import { describeType, isScalar, redacted } from '../model/json.js';
import { listSecrets } from '../model/secret-values.js';
import { bodyOf, originalOf } from '../model/translation.js';
import type { ValueLeaf } from '../model/walk.js';
import { verifyDrift, verifyExpected, verifyLoss } from '../rules/index.js';
import type { Translation } from '../schema/documents.js';
import type { Prepared } from '../supply/options.js';
import { compareAround } from './around.js';
import { isSecret, judgeLeaf, type Verdict } from './judge-leaf.js';
import { type GivenLeaf, listActual, listGiven, listRequired, quote, show } from './leaves.js';
import type { V1Side, V2Side } from './sides.js';

const differenceFinding = {
  expected: messagesOf(verifyExpected),
  drift: messagesOf(verifyDrift),
  loss: messagesOf(verifyLoss),
};

/** Says what differs, in the order of the v2 document. */
export function compareClusters(v1: V1Side, v2: V2Side, options: Prepared): Finding[] {
  const translation = v1.translateTo(v2.kind === 'ClusterCreate' ? 'create' : 'ensure');
  const findings: Finding[] = [
    ...v1.told,
    ...compareAround(translation, v2, options),
    ...compareLeaves(translation, v2),
    ...nameClass(translation),
  ];
  // A secret of one side may stand where the other says something.
  const sides = [v2.value, bodyOf(translation), originalOf(translation)];
  return hideIn(findings, needlesOf(sides.flatMap(listSecrets)), mayRepeat);
}

function compareLeaves(translation: Translation, v2: V2Side): Unplaced[] {
  const { findings, name } = translation;
  const { kind, value, below } = v2;
  const given = listGiven(translation, kind);
  const actual = listActual(value, below);
  const required = new Set(listRequired(kind, actual));
  const troubles = listTroubles(findings);
  const paths = new Set([...actual.keys(), ...given.keys(), ...required, ...troubles.keys()]);
  return [...paths].flatMap((path) => {
    const pair = { path, given: given.get(path), actual: actual.get(path), trouble: troubles.get(path) };
    const silence = v2.silent?.get(path);
    const verdict = judgeLeaf({ ...pair, findings, kind, facts, isRequired: required.has(path), silence, name });
    return verdict ? [describe(verdict, pair, v2)] : [];
  });
}

/** The errors that a value for v2 would settle, by its path; the region stands around the document. */
function listTroubles(findings: readonly Finding[]): Map<string, Finding> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const troubles = errors.flatMap((finding) => (finding.decision ?? []).map((path) => [path, finding] as const));
  return new Map(troubles.filter(([path]) => path !== 'location').reverse());
}

interface Pair {
  readonly path: string;
  readonly given: GivenLeaf | undefined;
  readonly actual: ValueLeaf | undefined;
  readonly trouble: Finding | undefined;
}

function describe({ sort, id }: Verdict, { path, given, actual, trouble }: Pair, { hidden }: V2Side): Unplaced {
  const isHidden = isSecret(path) || given?.isHidden === true || hidden?.has(path) === true;
  const from = given?.from ?? trouble?.from;
  const value = given ? given.before : trouble?.value;
  const said = given?.said ?? (from === undefined ? 'nothing' : quote([from], [value]));
  const found = show(actual?.value);
  // What reads the same and is not is of another type.
  const isTyped = given !== undefined && given.value !== actual?.value && show(given.value) === found;
  const told = isTyped ? `${describeType(actual?.value)}, ${found},` : found;
  const data = { path, v1: isHidden ? redacted : said, v2: isHidden ? redacted : told };
  return differenceFinding[sort](id, data, {
    ...(from === undefined ? {} : { from }),
    ...(actual ? { to: actual.pointer } : {}),
    ...(isHidden || !isScalar(value) ? {} : { value }),
  });
}

/** v1's storage class has no v2 form; where it was another one, that is worth a word. */
function nameClass({ changes }: Translation): Unplaced[] {
  const change = changes.find(({ rule }) => rule === 'cluster/storageType');
  const before = change?.before[0];
  if (typeof before !== 'string' || !facts.storageTypes.others.includes(before)) return [];
  return [differenceFinding.expected('storage-class', { v1: before }, { from: change?.from[0] ?? '', value: before })];
}
