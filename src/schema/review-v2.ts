// What the v2 schema would refuse in a document that is of v2 already, with the slips of IONOS' page named as such.
import { isObject } from '../model/json.js';
import { toDotted, valueAt } from '../model/path.js';
import type { Kind } from '../model/translation.js';
import { type Check, createCheck, type Refusal } from './check.js';
import { inspect, mostValues } from './inspect.js';
import { clusterCreate, clusterEnsure, v2CreateProperties, v2RestoreCreate, v2RestoreInPlace } from './v2-cluster.js';
import { clusterRead } from './v2-read.js';

/** One remark: a message id of `document/v2-schema`, its place and its data. */
export interface Remark {
  readonly id: 'doubtful' | 'too-large' | 'strictly-asynchronous' | 'provisioned' | 'instance' | 'flat-backup-location';
  readonly pointer: string;
  readonly data: Readonly<Record<string, string | number>>;
}

const checks: Partial<Record<Kind, Check>> = {
  ClusterCreate: createCheck(clusterCreate),
  ClusterEnsure: createCheck(clusterEnsure),
  ClusterRead: createCheck(clusterRead),
};
const checkBare = createCheck(v2CreateProperties);
const checkRestore = createCheck(v2RestoreCreate);
const checkInPlace = createCheck(v2RestoreInPlace);

/** Reviews a v2 document; kinds without a schema of ours give no remark. */
export function reviewV2(value: unknown, kind: Kind): Remark[] {
  if (inspect(value).isTooLarge) return [{ id: 'too-large', pointer: '', data: { limit: mostValues } }];
  const said = dropAbsent(value);
  const remarks = chooseCheck(said, kind)?.(said).map((refusal) => describe(said, refusal)) ?? [];
  const named = new Set(remarks.map((remark) => remark.id));
  return remarks.filter((remark) => !isEcho(remark, named));
}

/** A value without the members that are null, which is absent; all else keeps its place. */
function dropAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropAbsent);
  if (!isObject(value)) return value;
  const present = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(present.map(([key, member]) => [key, dropAbsent(member)]));
}

function chooseCheck(value: unknown, kind: Kind): Check | undefined {
  if (kind === 'restoreFromBackup') return isObject(value) && 'sourceBackupId' in value ? checkRestore : checkInPlace;
  return kind === 'ClusterCreate' && isObject(value) && !('properties' in value) ? checkBare : checks[kind];
}

function describe(value: unknown, { pointer, expected, unknownKey }: Refusal): Remark {
  const path = toDotted(pointer);
  const found = valueAt(value, pointer.split('/').slice(1));
  const data = { path, expected };
  if (unknownKey === 'instance') return { id: 'instance', pointer, data };
  if (unknownKey === 'backupLocation') return { id: 'flat-backup-location', pointer, data };
  if (found === 'STRICTLY_ASYNCHRONOUS') return { id: 'strictly-asynchronous', pointer, data };
  if (found === 'PROVISIONED') return { id: 'provisioned', pointer, data };
  return { id: 'doubtful', pointer, data };
}

/** A misnamed key makes its right name missing too; one remark is enough. */
function isEcho(remark: Remark, named: ReadonlySet<string>): boolean {
  if (remark.id !== 'doubtful') return false;
  const { path } = remark.data;
  return (path === 'instances' && named.has('instance')) || (path === 'backup' && named.has('flat-backup-location'));
}
