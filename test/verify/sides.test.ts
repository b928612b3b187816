// What a side of a comparison may be: everything that `convert` takes, and everything that it writes or v2 answers.
import { describe, expect, test } from 'vitest';
import { type TranslateOptions, translateValue, verify } from '../../src/index.js';
import { createOptions, type Draft, ensureOptions, makeCreate, makeResponse } from '../support/base.js';
import { makeAnswer, makeBody } from '../support/verify-cases.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const url = 'https://api.ionos.com/databases/postgresql/clusters';
const post = { method: 'POST', url, body: makeCreate() };
const sent = { method: 'POST', url: 'https://postgresql.de-txl.ionos.com/clusters', body: makeBody() };
const patched: TranslateOptions = { ...ensureOptions, base: makeResponse() };

function doubts(v1: unknown, v2: unknown, options: TranslateOptions = createOptions): string[] {
  const found = verify(v1, v2, options).filter(({ severity }) => severity !== 'info');
  return found.map(({ code, from, to }) => [code, from, to].join(' ').trimEnd());
}

describe('v1', () => {
  const properties = makeCreate()['properties'];
  test.each<[string, unknown]>([
    ['bare properties', properties],
    ['an array', [makeCreate()]],
    ['a list of the API', { type: 'collection', items: [makeCreate()] }],
    ['a stored request', post],
    ['a request with its body as text', { ...post, body: JSON.stringify(makeCreate()) }],
    ['a body of v1 for a host of v2', { ...post, url: sent.url }],
    [
      'a HAR file with requests that say nothing of a cluster',
      {
        log: {
          entries: [
            { request: { method: 'GET', url } },
            { request: { method: 'DELETE', url: `${url}/${id}` } },
            { request: { method: 'GET', url: 'https://example.org/' } },
            { request: { method: 'POST', url, postData: { text: JSON.stringify(makeCreate()) } } },
          ],
        },
      },
    ],
  ])('is %s', (_, v1) => {
    expect(doubts(v1, makeBody())).toEqual([]);
    expect(doubts(v1, makeBody({ 'properties.version': '16' }))).toEqual([
      expect.stringMatching(/^verify\/drift\/changed \S* \/properties\/version$/),
    ]);
  });

  test('a place in it is that of the whole', () => {
    const v2 = makeBody({ 'properties.version': '16' });
    const found = doubts([post], v2);
    expect(found).toEqual(['verify/drift/changed /0/body/properties/postgresVersion /properties/version']);
  });

  test('a request without a body that can be read is told as convert tells it', () => {
    expect(doubts({ method: 'POST', url }, makeBody())).toEqual(['request/operation/no-body', 'verify/sides/nothing']);
  });
});

describe('a patch, a restore', () => {
  const patch = { method: 'PATCH', url: `${url}/${id}`, body: { properties: { cores: 8 } } };
  const put = translateValue(patch, patched).document as Draft;

  test('is what it makes of its base', () => {
    expect(doubts(patch, put, patched)).toEqual([]);
    const cores = {
      ...put,
      properties: { ...(put['properties'] as Draft), instances: { count: 3, ram: 8, cores: 4 } },
    };
    expect(doubts(patch, cores, patched)).toEqual([
      'verify/drift/changed /body/properties/cores /properties/instances/cores',
      'verify/loss/required',
    ]);
  });

  test('says that it needs one', () => {
    expect(doubts(patch, put, ensureOptions)).toEqual(['patch/base/missing']);
  });

  test('of another cluster is no pair', () => {
    const other = { ...patch, body: { ...patch.body, id: '5b2f7f60-72c7-11ee-8c99-0242ac120002' } };
    expect(doubts(other, put, patched)).toEqual(['request/operation/other-id /body/id']);
  });

  test('brings its time', () => {
    const restore = {
      method: 'POST',
      url: `${url}/${id}/restore`,
      body: { recoveryTargetTime: '2024-01-15T10:00:00Z' },
    };
    const whole = translateValue(restore, patched).document as Draft;
    expect(doubts(restore, whole, patched)).toEqual([]);
    expect(doubts(restore, put, patched)).toContain('verify/loss/missing /body/recoveryTargetTime');
  });
});

describe('v2', () => {
  const { document: body, ...result } = { ...translateValue(makeCreate(), createOptions), source: 'a.json' };
  test.each<[string, unknown]>([
    ['a stored request', sent],
    ['a request in small letters', { ...sent, method: 'post' }],
    ['requests, of which some ask only', [{ method: 'GET', url: sent.url }, sent]],
    ['a result', { ...result, document: body }],
    ['a line of results', { source: 'a.json', results: [{ ...result, document: body }] }],
  ])('is %s', (_, v2) => {
    expect(doubts(makeCreate(), v2)).toEqual([]);
    expect(doubts(makeCreate(), JSON.parse(JSON.stringify(v2).replace('"ram":8', '"ram":16')))).toEqual([
      expect.stringMatching(/^verify\/drift\/changed \/properties\/ram \S*\/properties\/instances\/ram$/),
    ]);
  });

  const ensured = translateValue(makeResponse(), ensureOptions);
  const put = { method: 'PUT', url: `https://postgresql.de-txl.ionos.com/clusters/${id}`, body: ensured.document };

  test.each<[string, object, string[]]>([
    ['as it is written', put, []],
    ['to another host', { ...put, url: put.url.replace('txl', 'fra') }, ['host /properties/location /url']],
    ['to another cluster', { ...put, url: put.url.replace('498', '499') }, ['changed  /url']],
    ['with another method', { ...put, method: 'POST' }, ['changed  /method']],
  ])('a PUT %s', (_, v2, says) => {
    expect(doubts(makeResponse(), v2, ensureOptions)).toEqual(says.map((one) => `verify/drift/${one}`));
  });

  test('a PUT names its cluster, and its body must, too', () => {
    const { id: _id, ...rest } = ensured.document as Draft;
    const others = [makeResponse(), { ...makeResponse(), id: '5b2f7f60-72c7-11ee-8c99-0242ac120002' }];
    const found = doubts(others, [{ ...put, body: rest }], ensureOptions);
    expect(found).toEqual(['verify/loss/missing /0/id', 'verify/loss/only-v1 /1']);
  });

  test('a result without a document is told', () => {
    const blocked = { source: 'a.json', kind: 'CreateClusterRequest', status: 'blocked', changes: [], findings: [] };
    expect(doubts([makeCreate()], [blocked])).toEqual(['verify/sides/no-cluster  /0/document', 'verify/sides/nothing']);
  });

  test('more pages of v2 are told', () => {
    const list = { items: [makeAnswer()], _links: { next: 'https://example.org/2' } };
    expect(doubts([makeResponse()], list, {})).toEqual(['document/kind/more-pages  /_links/next']);
  });

  test('more pages of v1 are told', () => {
    const list = { type: 'collection', items: [makeResponse()], links: { next: 'https://example.org/2' } };
    expect(doubts(list, [makeAnswer()], {})).toEqual(['document/kind/more-pages /links/next']);
  });
});

describe('messages', () => {
  const say = (v1: unknown, v2: unknown) =>
    verify(v1, v2, createOptions).flatMap(({ severity, message }) => (severity === 'info' ? [] : [message]));

  test.each<[string, unknown, string]>([
    ['properties.instances.ram', 16, 'instances.ram is 16 in v2; v1 gives 8 (ram 8192 MB).'],
    ['properties.instances.ram', '8', 'instances.ram is text, 8, in v2; v1 gives 8 (ram 8192 MB).'],
    ['properties.instances.ram', undefined, 'v1 gives instances.ram 8 (ram 8192 MB); v2 does not say it.'],
    ['properties.version', '16', 'version is 16 in v2; v1 gives 15.'],
    [
      'properties.connectionPooler',
      'SESSION',
      'connectionPooler is SESSION in v2; v1 has nothing like it, and it is not what v2 does by itself.',
    ],
    ['properties.credentials.username', 'root', 'credentials.username is root in v2; v1 gives app.'],
  ])('name what v1 says: %s %s', (path, value, message) => {
    expect(say(makeCreate(), makeBody({ [path]: value }))).toEqual([message]);
  });

  test('name what cannot be translated', () => {
    const create = makeCreate() as { properties: Draft };
    const v1 = { properties: { ...create.properties, ram: 15000 } };
    const ending = 'what v1 says has no v2 form by itself: ram 15000 MB.';
    expect(say(v1, makeBody())).toEqual([`instances.ram is 8 in v2; ${ending}`]);
    expect(say(v1, makeBody({ 'properties.instances.ram': undefined }))).toEqual([
      `v2 does not say instances.ram; ${ending}`,
    ]);
  });

  test('show nothing that came from the environment', () => {
    const options = { ...createOptions, override: { version: '7357' }, secretPaths: ['version'] };
    const found = verify(makeCreate(), makeBody({ 'properties.version': '7358' }), options);
    expect(found.map(({ code }) => code)).toContain('verify/drift/changed');
    expect(JSON.stringify(found)).not.toMatch(/735[78]/);
  });
});
