// Optional blocks are written whole or not at all; one connection of several is chosen; a fixed name keeps the old one.
import { describe, expect, test } from 'vitest';
import { type TranslateOptions, translateValue } from '../../src/index.js';
import type { Translation } from '../../src/schema/documents.js';
import { createOptions, ensureOptions, getAt, makeCreate, makeResponse, putAt } from '../support/base.js';
import { draftOf, findUnnamed } from '../support/laws.js';

describe('an incomplete optional block', () => {
  test.each<[string, TranslateOptions]>([
    ['a user name', { set: { 'credentials.username': 'app' } }],
    ['a user name and a database', { set: { 'credentials.username': 'app', 'credentials.database': 'app' } }],
    ['a password', { set: { 'credentials.password': '7357Cluster!x' } }],
  ])('of a PUT is left out whole with only %s', (_name, options) => {
    const translation = translateValue(makeResponse(), options);
    expect(translation.status).toBe('review');
    expect(getAt(translation.document, 'properties.credentials')).toBeUndefined();
    expect(translation.changes.filter(({ rule }) => rule.startsWith('credentials/'))).toEqual([]);
    const warning = translation.findings.find(({ code }) => code === 'credentials/block/left-out');
    const given = Object.keys(options.set ?? {});
    const members = ['credentials.username', 'credentials.password', 'credentials.database'];
    expect(warning?.decision).toEqual(members.filter((member) => !given.includes(member)));
  });

  test('of a PUT is written with all three members', () => {
    const translation = translateValue(makeResponse(), ensureOptions);
    expect(translation.status).toBe('ready');
    expect(getAt(translation.document, 'properties.credentials')).toEqual({
      username: 'app',
      password: '7357Cluster!x',
      database: 'app',
    });
  });

  test('is still checked', () => {
    const translation = translateValue(makeResponse(), { set: { 'credentials.database': 'not-valid' } });
    expect(listCodes(translation)).toContain('credentials/database/invalid');
  });

  test('of a create says what is missing', () => {
    const value = makeCreate();
    putAt(value, 'properties.fromBackup', { recoveryTargetTime: '2024-01-15T10:00:00Z' });
    const translation = translateValue(value, createOptions);
    expect(listCodes(translation)).toContain('restoreFromBackup/sourceBackupId/missing');
    expect(findUnnamed(value, translation)).toEqual([]);
  });

  test('needs nothing where it is absent', () => {
    const { document } = translateValue(makeCreate(), createOptions);
    expect(Object.keys(getAt(document, 'properties') as object)).toEqual([
      'name',
      'version',
      'instances',
      'connection',
      'maintenanceWindow',
      'replicationMode',
      'credentials',
      'backup',
    ]);
  });
});

describe('a connection', () => {
  const first = { datacenterId: '322589b8-5dfd-42ca-ad86-030dcfec0446', lanId: '1', cidr: '192.168.1.10/24' };
  const second = { ...first, lanId: '2', cidr: '192.168.2.10/24' };

  test.each<[string, unknown[], [number | undefined, string | undefined]]>([
    ['that is alone is taken', [first], [undefined, '1']],
    ['that is alone beside nulls is taken', [null, second], [undefined, '2']],
    ['that is one of two is not guessed', [first, second], [undefined, undefined]],
    ['that is asked for is taken', [first, second], [1, '2']],
    ['that is asked for and alone is taken', [first], [0, '1']],
    ['that is alone is taken, whichever was asked for', [null, second], [0, '2']],
    ['that is not there is not taken', [first, second], [2, undefined]],
  ])('%s', (_name, connections, [connection, lan]) => {
    const value = makeCreate();
    putAt(value, 'properties.connections', connections);
    const translation = translateValue(value, {
      ...createOptions,
      ...(connection === undefined ? {} : { connection }),
    });
    expect(getAt(draftOf(translation), 'properties.connection.lanId')).toBe(lan);
    expect(translation.status === 'blocked').toBe(lan === undefined);
    expect(findUnnamed(value, translation)).toEqual([]);
  });

  test('that was not chosen is dropped with a warning each', () => {
    const value = makeCreate();
    putAt(value, 'properties.connections', [first, second, { ...first, lanId: '3' }]);
    const { findings, changes } = translateValue(value, { ...createOptions, connection: 1 });
    const left = findings.filter(({ code }) => code === 'connection/choice/left-behind');
    expect(left.map(({ from }) => from)).toEqual(['/properties/connections/0', '/properties/connections/2']);
    const dropped = changes.filter(({ rule }) => rule === 'connection/choice').flatMap(({ from }) => from);
    expect(dropped).toHaveLength(6);
  });

  test('that was not chosen cannot be of the wrong type', () => {
    const value = makeCreate();
    putAt(value, 'properties.connections', [first, { ...second, lanId: ['2'] }, 'none']);
    const translation = translateValue(value, { ...createOptions, connection: 0 });
    expect(translation.status).toBe('review');
    expect(findUnnamed(value, translation)).toEqual([]);
  });
});

describe('a name', () => {
  const value = makeCreate();
  putAt(value, 'properties.displayName', 'Orders & Co.');

  test('is fixed only when asked, and the old one is kept', () => {
    expect(translateValue(value, createOptions).status).toBe('blocked');
    const { document, changes } = translateValue(value, { ...createOptions, fixNames: true });
    expect(document).toMatchObject({ properties: { name: 'Orders-Co', description: 'Orders & Co.' } });
    expect(changes.find(({ rule }) => rule === 'cluster/name')).toMatchObject({
      kind: 'map',
      from: ['/properties/displayName'],
      to: ['/properties/name', '/properties/description'],
      after: ['Orders-Co', 'Orders & Co.'],
    });
  });

  test('that is valid is not touched', () => {
    const { document } = translateValue(makeCreate(), { ...createOptions, fixNames: true });
    expect(getAt(document, 'properties.name')).toBe('orders-db');
    expect(getAt(document, 'properties.description')).toBeUndefined();
  });

  test.each<[string, TranslateOptions, [string, string]]>([
    ['a supplied name wins over the fixed one', { override: { name: 'given' } }, ['given', '']],
    ['a supplied description wins over the old name', { override: { description: 'mine' } }, ['Orders-Co', 'mine']],
  ])('%s', (_name, options, [name, description]) => {
    const { document } = translateValue(value, { ...createOptions, fixNames: true, ...options });
    expect(getAt(document, 'properties.name')).toBe(name);
    expect(getAt(document, 'properties.description') ?? '').toBe(description);
  });
});

function listCodes({ findings }: Translation): string[] {
  return findings.map(({ code }) => code);
}
