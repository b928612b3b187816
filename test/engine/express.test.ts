// Documents with expressions: rules are asked what is known, what they compute is written around the text, and what
// nobody knows is said.
import { expect, test } from 'vitest';
import { createOpaque } from '../../src/model/opaque.js';
import { findRoute } from '../../src/pipeline/routes.js';
import { clusterMappings } from '../../src/rules/index.js';
import { known, told, translateCluster as translate, unknown } from '../support/resource.js';

/** What every PUT says. */
const always = 'cluster/reset/unsupplied';

test('each rule that maps leaves of a resource says how it writes expressions', () => {
  const { plan } = findRoute('resource');
  const mapping = new Set(clusterMappings.filter(({ kind }) => kind === 'map').map(({ id }) => id));
  const silent = plan.steps.filter(({ id, express }) => mapping.has(id) && express === undefined);
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('known values are translated, and written as what the rules make of their texts', () => {
  const { codes, textOf, changes } = translate({
    displayName: known('var.name', 'orders'),
    ram: known('var.ram', 16384),
    storageSize: known('var.disk', 20480),
    connectionPooler: { enabled: known('var.pool', true), poolMode: known('var.mode', 'session') },
  });
  expect(codes).toEqual([always]);
  expect(textOf('properties', 'name')).toBe('var.name');
  expect(textOf('properties', 'instances', 'ram')).toBe('var.ram / 1024');
  expect(textOf('properties', 'instances', 'storageSize')).toBe('ceil(var.disk / 1024)');
  expect(textOf('properties', 'connectionPooler')).toBe('var.pool ? upper(var.mode) : "DISABLED"');
  const ram = changes.find(({ rule }) => rule === 'instances/ram');
  expect(ram).toMatchObject({ kind: 'map', before: ['${var.ram}'], after: ['${var.ram / 1024}'] });
  const name = changes.find(({ rule }) => rule === 'cluster/name');
  expect(name).toMatchObject({ kind: 'map', before: ['${var.name}'], after: ['${var.name}'] });
});

test('a mode that is written out beside an expression is part of what is made of it', () => {
  const { textOf } = translate({ connectionPooler: { enabled: unknown('var.pool'), poolMode: 'session' } });
  expect(textOf('properties', 'connectionPooler')).toBe('var.pool ? upper("session") : "DISABLED"');
});

test('a finding on what an expression is known to give names where that is known from', () => {
  const { findings, codes } = translate({ ram: known('var.ram', 20) });
  expect(codes).toContain('instances/ram/gb-in-mb');
  const finding = findings.find(({ code }) => code === 'instances/ram/gb-in-mb');
  expect(finding?.message).toContain(`is known from ${told}.`);
  expect(finding?.value).toBe('${var.ram}');
});

test('what nothing tells is written all the same, and said once', () => {
  const { codes, findings, textOf, status } = translate({
    ram: unknown('var.ram'),
    synchronizationMode: unknown('var.mode'),
    instances: unknown('var.count'),
    credentials: { username: 'app', password: unknown('random_password.db.result') },
  });
  expect(status).toBe('review');
  expect(codes).toEqual([always, 'document/expression-unchecked/unchecked']);
  expect(findings.at(-1)?.message).toContain(
    'replicationMode, instances.count, instances.ram, credentials.password'.split(', ').toSorted()[0],
  );
  for (const path of ['instances.count', 'instances.ram', 'replicationMode', 'credentials.password'])
    expect(findings.at(-1)?.message).toContain(path);
  expect(textOf('properties', 'credentials', 'password')).toBe('random_password.db.result');
  expect(textOf('properties', 'instances', 'ram')).toBe('var.ram / 1024');
});

test('a mode that needs three instances is not judged while nothing tells how many there are', () => {
  const { codes } = translate({ synchronizationMode: 'STRICTLY_SYNCHRONOUS', instances: unknown('var.count') });
  expect(codes).not.toContain('cluster/replicationMode/too-few-instances');
  expect(translate({ synchronizationMode: 'STRICTLY_SYNCHRONOUS', instances: known('var.count', 2) }).codes).toContain(
    'cluster/replicationMode/too-few-instances',
  );
});

test.each([
  ['synchronizationMode', 'SYNCHRONOUS', 'replicationMode', 'ASYNCHRONOUS'],
  ['location', 'DE/TXL', 'location', 'de/txl'],
])(
  'a copied expression that gives %s %s is an error, since v2 has to be told otherwise',
  (...[field, value, path, made]) => {
    const { findings, status } = translate({ [field]: known('var.it', value) });
    expect(status).toBe('blocked');
    const finding = findings.find(({ code }) => code === 'document/expression-differs/differs');
    expect(finding).toMatchObject({ decision: [path], settle: 'override', suggestion: { [path]: made } });
    expect(finding?.message).toContain(told);
    const settled = translate({ [field]: known('var.it', value) }, { override: { [path]: made } });
    expect(settled.status).toBe('review');
    expect(path === 'location' ? settled.textOf('location') : settled.textOf('properties', path)).toBe(made);
  },
);

test('a value that a person supplies takes the place of an expression', () => {
  const { textOf, codes } = translate({ ram: unknown('var.ram') }, { override: { 'instances.ram': 8 } });
  expect(textOf('properties', 'instances', 'ram')).toBe(8);
  expect(codes).toEqual([always]);
  const mapped = translate(
    { backupLocation: known('var.where', 'de') },
    { decisions: { map: { 'backup.location': { de: 'eu-central-4' } } } },
  );
  expect(mapped.textOf('properties', 'backup', 'location')).toBe('eu-central-4');
  expect(mapped.codes).toEqual([always]);
});

test('what a sensitive variable gives is told by no finding', () => {
  const username = createOpaque({ text: 'var.owner', known: 'pg_Hidden7', told, isSecret: true });
  const password = createOpaque({ text: 'var.password', known: 'onlylowercase', told, isSecret: true });
  const { findings, codes, name } = translate({ credentials: { username, password }, displayName: username });
  expect(codes).toContain('credentials/username/reserved');
  expect(codes).toContain('credentials/password/weak');
  expect(JSON.stringify(findings)).not.toMatch(/Hidden7|onlylowercase/);
  expect(name).toBeUndefined();
});

test('an expression in an unknown field is named, and never shown', () => {
  const { codes, changes } = translate({ sshKey: unknown('var.key') });
  expect(codes).toContain('document/unknown-field/dropped');
  expect(changes.find(({ from }) => from[0] === '/properties/sshKey')?.before).toEqual(['[redacted]']);
});

test('an expression that gives null is absent, and one of the wrong type is refused', () => {
  expect(translate({ backupLocation: createOpaque({ text: 'null', known: null }) }).codes).toContain(
    'backup/location/missing',
  );
  expect(translate({ cores: known('var.cores', 'four') }).codes).toContain('document/wrong-type/found');
});

test('credentials, which a resource has to name, are asked for one by one', () => {
  const { codes } = translate({ credentials: undefined });
  expect(codes).toContain('credentials/username/missing');
  expect(codes).toContain('credentials/password/missing');
  expect(codes).not.toContain('credentials/block/left-out');
});
