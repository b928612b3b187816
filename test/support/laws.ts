// The laws, each as a function that gives what breaks it: an empty list is a law kept.
import fastJsonPatch from 'fast-json-patch';
import type * as z from 'zod';
import { renderPatch, translateValue } from '../../src/index.js';
import { escapeKey, fromPointer, valueAt } from '../../src/model/path.js';
import { makePatch } from '../../src/report/json-patch.js';
import type { Translation } from '../../src/schema/documents.js';
import {
  backupRead,
  backupReadList,
  clusterCreate,
  clusterEnsure,
  clusterRead,
  clusterReadList,
  postgresVersionRead,
  postgresVersionReadList,
  restoreInPlace,
  storedRequest,
  v2RestoreCreate,
} from '../../src/schema/index.js';

const schemas: Readonly<Record<string, z.ZodType>> = {
  ClusterCreate: clusterCreate,
  ClusterEnsure: clusterEnsure,
  ClusterRead: clusterRead,
  ClusterReadList: clusterReadList,
  Backup: backupRead,
  BackupReadList: backupReadList,
  PostgresVersion: postgresVersionRead,
  PostgresVersionReadList: postgresVersionReadList,
  restoreFromBackup: v2RestoreCreate,
  restoreInPlace,
  Request: storedRequest,
};

/** The JSON Pointers of a value's leaves: scalars, nulls and empty containers. */
export function listLeafPointers(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  const entries = Object.entries(value);
  if (entries.length === 0) return [pointer];
  return entries.flatMap(([key, member]) => listLeafPointers(member, `${pointer}/${escapeKey(key)}`));
}

/** Whether a translation is the outcome of rules, ready or not. */
export function isTranslated(translation: Translation): boolean {
  return 'target' in translation && translation.target !== undefined;
}

/** What was made of a document, fit to be sent or not. */
export function draftOf(translation: Translation): unknown {
  return translation.document ?? ('partial' in translation ? translation.partial : undefined);
}

/** Law 1: every v1 leaf is named, and every v2 leaf exactly once. */
export function findUnnamed(v1: unknown, translation: Translation): string[] {
  const { changes, findings } = translation;
  const from = new Set([...changes.flatMap((change) => change.from), ...findings.map((finding) => finding.from)]);
  const lost = listLeafPointers(v1).filter((pointer) => !from.has(pointer));
  const to = changes.flatMap((change) => change.to);
  const v2 = listLeafPointers(draftOf(translation)).filter((pointer) => !isEmptyAt(draftOf(translation), pointer));
  const unexplained = v2.filter((pointer) => to.filter((named) => named === pointer).length !== 1);
  const invented = to.filter((pointer) => !v2.includes(pointer));
  const uneven = changes.filter(
    ({ from, before, to, after }) => from.length !== before.length || to.length !== after.length,
  );
  return [
    ...lost.map((pointer) => `v1 ${pointer} is lost`),
    ...unexplained.filter((pointer) => pointer !== '').map((pointer) => `v2 ${pointer} is not named once`),
    ...invented.map((pointer) => `v2 ${pointer} is named and not there`),
    ...uneven.map(({ rule }) => `a change of ${rule} has places without values`),
  ];
}

/** A container that v2 requires may be empty; it holds no value that a change could name. */
function isEmptyAt(document: unknown, pointer: string): boolean {
  const value = valueAt(document, fromPointer(pointer));
  return typeof value === 'object' && value !== null;
}

/** Law 2: the patch gives the v2 document, and its inverse gives the v1 document back. */
export function applyBothPatches(v1: unknown, translation: Translation): { there: unknown; back: unknown } {
  const { document } = translation;
  return {
    there: patch(v1, renderPatch(v1, translation)),
    back: patch(document, makePatch(document, v1)),
  };
}

function patch(value: unknown, operations: ReturnType<typeof renderPatch>): unknown {
  return fastJsonPatch.applyPatch(structuredClone(value), structuredClone(operations) as never, true).newDocument;
}

/** The methods of the requests that the types promise, by target. */
const methods: Readonly<Record<string, readonly string[]>> = {
  ClusterCreate: ['POST'],
  ClusterEnsure: ['PUT'],
  Request: ['GET', 'DELETE'],
};

/** Whether what is ready or to be reviewed has the request that its type promises, and no other target has one. */
export function keepsPromise(translation: Translation): boolean {
  if (translation.status !== 'ready' && translation.status !== 'review') return true;
  const method = translation.request?.method;
  const allowed = methods[translation.target];
  return allowed ? method !== undefined && allowed.includes(method) : method === undefined;
}

/** Law 3: what the v2 schema of the target has against the document. */
export function findRefusals(translation: Translation): string[] {
  const target = 'target' in translation ? translation.target : undefined;
  const result = schemas[target ?? '']?.safeParse(translation.document);
  if (!result) return [`${target} has no schema`];
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

/** Law 4: the translation of the v2 document. */
export function translateAgain(translation: Translation): Translation {
  return translateValue(translation.document);
}

/** Freezes a value with all that is in it. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}
