// Every row of the facts has a fixture: each kind of document, each reason to refuse one, and each operation.
import { describe, expect, test } from 'vitest';
import { facts } from '../../src/facts/index.js';
import type { Kind } from '../../src/index.js';
import { isObject } from '../../src/model/json.js';
import { matchOperation, type Operation } from '../../src/model/operation.js';
import { fromPointer, valueAt } from '../../src/model/path.js';
import { detect } from '../../src/recognise/detect.js';
import { documentKind } from '../../src/rules/index.js';
import type { Translation } from '../../src/schema/documents.js';
import { describeFound } from '../support/describe-found.js';
import { listFixtures, runFixture } from '../support/fixtures.js';

/** What each kind is found as; one that is not in the table does not compile. */
const kinds: Readonly<Record<Exclude<Kind, 'unknown'>, readonly string[]>> = {
  CreateClusterRequest: ['v1 CreateClusterRequest', 'v1 CreateClusterRequest, bare'],
  ClusterResponse: ['v1 ClusterResponse'],
  ClusterList: ['v1 ClusterList of', 'v1 ClusterList of items'],
  PatchClusterRequest: ['v1 PatchClusterRequest', 'v1 PatchClusterRequest, bare'],
  fromBackup: ['v1 fromBackup, bare'],
  // The same bytes; only --kind or the operation of a request tells.
  CreateRestoreRequest: ['v1 fromBackup, bare'],
  BackupResponse: ['v1 BackupResponse'],
  ClusterBackupList: ['v1 ClusterBackupList of items'],
  User: ['v1 User'],
  UserList: ['v1 UserList of items'],
  Database: ['v1 Database'],
  DatabaseList: ['v1 DatabaseList of items'],
  PostgresVersionList: ['v1 PostgresVersionList'],
  Request: ['v1 Request', 'v1 Request of log/entries'],
  ClusterCreate: ['v2 ClusterCreate', 'v2 ClusterCreate, bare'],
  ClusterEnsure: ['v2 ClusterEnsure'],
  ClusterRead: ['v2 ClusterRead'],
  restoreFromBackup: ['v2 restoreFromBackup, bare'],
  Backup: ['v2 Backup'],
  'v2 list': ['v2 v2 list of items'],
  BackupLocation: ['v2 BackupLocation'],
  PostgresVersion: ['v2 PostgresVersion'],
};
/** Reasons that are no shape of a document. */
const otherReasons = new Set([
  'list',
  'list-inside',
  'empty-list',
  'not-this-kind',
  'already-v2',
  'no-v2-payload',
  'more-pages',
  'restore-or-create',
  'forbidden-key',
  'too-deep',
  'too-large',
  'not-json',
]);

const runs = listFixtures().flatMap((fixture) => runFixture(fixture).translations);
const originals = runs.flatMap((translation) => {
  const whole = translation.source?.().value;
  return [whole, valueAt(whole, fromPointer(translation.pointer ?? ''))];
});
const found = new Set(originals.filter((value) => value !== undefined).map((value) => describeFound(detect(value))));

describe('kinds', () => {
  test.each(Object.entries(kinds))('%s has a fixture', (kind, names) => {
    expect(names.filter((name) => !found.has(name))).toEqual([]);
    const isShape = kind !== 'ClusterList' && kind !== 'v2 list';
    if (isShape) expect(runs.map((translation) => translation.kind)).toContain(kind);
  });

  test('every reason to refuse a shape has a fixture', () => {
    const reasons = Object.keys(documentKind.messages).filter((id) => !otherReasons.has(id));
    const shown = new Set([...found].map((name) => name.split(' ')[0]));
    expect(reasons.filter((reason) => !shown.has(reason))).toEqual([]);
    expect(reasons.length).toBeGreaterThan(8);
  });
});

describe('operations', () => {
  const called = new Map<Operation, Translation[]>();
  for (const translation of runs) {
    const request = valueAt(translation.source?.().value, fromPointer(translation.pointer ?? ''));
    if (translation.kind !== 'Request' || !isObject(request)) continue;
    const { method, url, path } = request;
    const matched = matchOperation(facts.operations, String(method), String(url ?? path));
    if (matched) called.set(matched.operation, [...(called.get(matched.operation) ?? []), translation]);
  }
  const rows = facts.operations.rows.filter(({ v1 }) => v1);

  test.each(rows.map((row) => [`${row.v1?.method} ${row.v1?.path}`, row] as const))(
    '%s has a fixture',
    (_name, row) => {
      const translations = called.get(row) ?? [];
      expect(translations.length).toBeGreaterThan(0);
      if (row.v2) {
        const methods = translations.flatMap((one) => ('request' in one ? (one.request?.method ?? []) : []));
        expect(methods).toContain(row.v2.method);
      } else {
        const codes = translations.map(({ findings }) => findings[0]?.code);
        expect(codes).toEqual(codes.map(() => 'request/operation/none'));
      }
    },
  );
});
