// Judges one v2 path: whether what v2 says is what the translation of v1 gives, and if not, what sort of difference it is.
import type { Facts } from '../facts/index.js';
import type { Finding } from '../model/finding.js';
import { isScalar } from '../model/json.js';
import type { ValueLeaf } from '../model/walk.js';
import { isSecretPath } from '../schema/secrets.js';
import { v2Defaults } from '../schema/v2-cluster.js';
import type { GivenLeaf } from './leaves.js';

/** What is known when a path is judged. */
export interface Setting {
  readonly path: string;
  readonly given: GivenLeaf | undefined;
  readonly actual: ValueLeaf | undefined;
  /** What the translation of v1 found. */
  readonly findings: readonly Finding[];
  /** What the v2 document is: `ClusterCreate`, `ClusterEnsure` or `ClusterRead`. */
  readonly kind: string;
  readonly facts: Facts;
  /** Whether v2 cannot do without the path. */
  readonly isRequired: boolean;
  /** The name in v1. */
  readonly name: string | undefined;
}

/** A verdict: the class of a difference and the message of that class. */
export interface Verdict {
  readonly sort: 'expected' | 'drift' | 'loss';
  readonly id: string;
}

/** Judges a path; undefined where both sides agree. */
export function judgeLeaf(setting: Setting): Verdict | undefined {
  const { given, actual } = setting;
  if (given && actual) return given.value === actual.value ? judgeSame(setting) : judgeOther(setting);
  if (given) return judgeMissing(setting, given);
  return actual ? judgeAdded(setting, actual) : undefined;
}

/** The same value, after a step that people should know of. */
function judgeSame({ path, findings }: Setting): Verdict | undefined {
  if (path === 'instances.storageSize' && said(findings, 'instances/storageSize/rounded-up')) return expect('rounded');
  if (path === 'replicationMode' && said(findings, 'cluster/replicationMode/weakened')) return expect('weakened');
  return undefined;
}

function judgeOther({ path, given, actual, findings, facts }: Setting): Verdict {
  const to = actual?.value;
  if (isSecret(path)) return { sort: 'drift', id: 'secret' };
  if (path === 'backup.location' && isMoved(given?.value, to, facts)) return expect('backup-location');
  // Where the translation found fault and proposed a value, v2 has that value for good reason.
  if (findings.some((finding) => finding.suggestion?.[path] === to)) return expect('proposed');
  return { sort: 'drift', id: 'changed' };
}

function judgeMissing({ path, kind }: Setting, given: GivenLeaf): Verdict | undefined {
  const isAnswer = kind === 'ClusterRead';
  if (isAnswer && path.startsWith('restoreFromBackup')) return undefined;
  if (isAnswer && path.startsWith('credentials')) return expect('credentials');
  if (isDefault(path, given.value)) return expect('default');
  if (given.from === undefined) return { sort: 'drift', id: 'defaulted' };
  return { sort: 'loss', id: isSecret(path) ? 'missing-secret' : 'missing' };
}

function judgeAdded({ path, kind, findings, isRequired, name }: Setting, { value }: ValueLeaf): Verdict {
  const isCredential = path.startsWith('credentials.');
  if (!isCredential && isSecret(path)) return { sort: 'drift', id: 'unknown' };
  if (isUnclear(path, findings)) return { sort: 'drift', id: 'unclear' };
  if (isDefault(path, value)) return expect('filled');
  if (path === 'description' && value === name) return expect('filled');
  if (isCredential || isRequired) return expect('filled');
  if (kind === 'ClusterRead' && path.startsWith('restoreFromBackup.')) return expect('filled');
  return { sort: 'drift', id: 'added' };
}

/** Whether v2 does by itself what is said. */
function isDefault(path: string, value: unknown): boolean {
  return v2Defaults.has(path) && v2Defaults.get(path) === value;
}

/** v1 said something there, but nothing that translates without a decision. */
function isUnclear(path: string, findings: readonly Finding[]): boolean {
  return findings.some(
    ({ severity, settle, decision }) => severity === 'error' && settle === 'override' && decision?.includes(path),
  );
}

function isMoved(from: unknown, to: unknown, { backupLocations }: Facts): boolean {
  return backupLocations.v1Only.has(String(from)) && backupLocations.v2.includes(String(to));
}

function said(findings: readonly Finding[], code: string): boolean {
  return findings.some((finding) => finding.code === code);
}

function expect(id: string): Verdict {
  return { sort: 'expected', id };
}

/** Whether values at a dotted path below the properties are never shown. */
export function isSecret(path: string): boolean {
  return isSecretPath(path.split('.'));
}

/** A value in words for messages. */
export function show(value: unknown): string {
  return isScalar(value) ? String(value) : 'nothing';
}
