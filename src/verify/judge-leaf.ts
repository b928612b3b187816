// Judges one v2 path: whether what v2 says is what the translation of v1 gives, and if not, what sort of difference it is.
import type { Facts } from '../facts/index.js';
import type { Finding } from '../model/finding.js';
import type { Kind } from '../model/translation.js';
import { isUuid } from '../model/uuid.js';
import type { ValueLeaf } from '../model/walk.js';
import { isSecretPath } from '../schema/secrets.js';
import { v2Defaults } from '../schema/v2-cluster.js';
import type { GivenLeaf } from './leaves.js';
import type { Silence } from './sides.js';

/** What is known when a path is judged. */
export interface Setting {
  readonly path: string;
  readonly given: GivenLeaf | undefined;
  readonly actual: ValueLeaf | undefined;
  /** What the translation of v1 found. */
  readonly findings: readonly Finding[];
  /** The error of the translation that a value for the path would settle. */
  readonly trouble: Finding | undefined;
  /** What the v2 document is: `ClusterCreate`, `ClusterEnsure` or `ClusterRead`. */
  readonly kind: Kind;
  readonly facts: Facts;
  /** Whether v2 cannot do without the path. */
  readonly isRequired: boolean;
  /** Why v2 cannot tell the path; undefined where it could. */
  readonly silence: Silence | undefined;
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
  const { given, actual, silence } = setting;
  // A secret has no other way to say that it became a variable.
  if (silence === 'expression') return isSecret(setting.path) ? expect('secret-expression') : drift('expression');
  if (!actual) return judgeAbsent(setting);
  if (!given) return judgeAdded(setting, actual);
  return isSame(given.value, actual.value) ? judgeSame(setting) : judgeOther(setting, actual);
}

/** The letter case of an id says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  return isUuid(String(one)) && String(one).toLowerCase() === String(other).toLowerCase();
}

/** The same value, after a step that people should know of, or one that v2 refuses: an answer shows that it does not. */
function judgeSame({ path, kind, trouble, findings }: Setting): Verdict | undefined {
  if (trouble?.from !== undefined && kind !== 'ClusterRead') return drift('unclear');
  if (path === 'instances.storageSize' && said(findings, 'instances/storageSize/rounded-up')) return expect('rounded');
  if (path === 'replicationMode' && said(findings, 'cluster/replicationMode/weakened')) return expect('weakened');
  return undefined;
}

function judgeOther(setting: Setting, actual: ValueLeaf): Verdict {
  if (isSecret(setting.path)) return drift('secret');
  return judgeMoved(setting, actual) ?? drift('changed');
}

/** What v2 has in place of a value that it does not take, for good reason. */
function judgeMoved({ path, given, trouble, findings, facts }: Setting, { value }: ValueLeaf): Verdict | undefined {
  const { v1Only, v2 } = facts.backupLocations;
  const before = given ? given.before : trouble?.value;
  if (path === 'backup.location' && v1Only.has(String(before)) && v2.includes(String(value)))
    return expect('backup-location');
  return findings.some(({ suggestion }) => suggestion?.[path] === value) ? expect('proposed') : undefined;
}

/** What v2 does not say. An answer never holds credentials, nor what the cluster was restored from. */
function judgeAbsent({ path, kind, given, trouble, isRequired, silence }: Setting): Verdict | undefined {
  if (silence === 'write-only') return given?.from === undefined ? undefined : expect('write-only');
  // The pooler is switched off where nothing is said of it; all else is what the configuration will make of it.
  if (silence === 'undetermined' && path !== 'connectionPooler')
    return given && path !== 'metadata.dnsName' ? drift('undetermined') : undefined;
  if (kind === 'ClusterRead' && /^(?:credentials|restoreFromBackup)\./.test(path))
    return given && path.startsWith('credentials.') ? expect('credentials') : undefined;
  // A server may leave out what it does by itself; who sends a document should say what v1 says.
  if (given && isDefault(path, given.value)) return kind === 'ClusterRead' ? expect('default') : drift('defaulted');
  if (given?.from === undefined && trouble?.from === undefined && isRequired) return loss('required');
  if (given) return loss(isSecret(path) ? 'missing-secret' : 'missing');
  return trouble?.from === undefined ? undefined : loss('untranslated');
}

function judgeAdded(setting: Setting, actual: ValueLeaf): Verdict | undefined {
  const { path, kind, trouble, isRequired, name } = setting;
  const { value } = actual;
  // What the server says of the document itself.
  if (path === 'id' || path === 'type' || path === 'href') return undefined;
  const isCredential = path.startsWith('credentials.');
  if (!isCredential && isSecret(path)) return drift('unknown');
  const moved = trouble && judgeMoved(setting, actual);
  if (moved) return moved;
  // v1 said something there, but nothing that translates without a decision.
  if (trouble?.from !== undefined) return drift('unclear');
  if (isDefault(path, value) || (path === 'description' && value === name)) return expect('filled');
  if (isCredential || isRequired || path === 'metadata.dnsName') return expect('filled');
  if (kind === 'ClusterRead' && path.startsWith('restoreFromBackup.')) return expect('filled');
  return drift('added');
}

/** Whether v2 does by itself what is said. */
function isDefault(path: string, value: unknown): boolean {
  return v2Defaults.has(path) && v2Defaults.get(path) === value;
}

function said(findings: readonly Finding[], code: string): boolean {
  return findings.some((finding) => finding.code === code);
}

function expect(id: string): Verdict {
  return { sort: 'expected', id };
}

function drift(id: string): Verdict {
  return { sort: 'drift', id };
}

function loss(id: string): Verdict {
  return { sort: 'loss', id };
}

/** Whether values at a dotted path below the properties are never shown. */
export function isSecret(path: string): boolean {
  return isSecretPath(path.split('.'));
}
