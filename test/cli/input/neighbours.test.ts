// Documents of one run beside one another: patches, restores and requests find the cluster that they are about, whatever
// file it stands in; a stream may be a part of one, and finds nothing.
import { describe, expect, test } from 'vitest';
import { translateList, translateText } from '../../../src/index.js';
import { type Draft, makeResponse } from '../../support/base.js';
import { makeFolder, read, run } from '../command.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const url = `https://api.ionos.com/databases/postgresql/clusters/${id}`;
const cluster = { ...makeResponse(), id } as Draft;
const patch = { properties: { cores: 8 } };
const patchRequest = { method: 'PATCH', url, body: patch };
const remove = { method: 'DELETE', url };
const write = (value: unknown) => JSON.stringify(value, null, 2);
const host = 'https://postgresql.de-txl.ionos.com';

/** Status, request and cores of each result. */
function results(stdout: string): unknown[] {
  return [JSON.parse(stdout)].flat().map(({ kind, status, request, document, findings }: Record<string, Draft>) => ({
    kind,
    status,
    request: request && `${request['method']} ${request['url']}`,
    cores: (document?.['properties'] as { instances?: Draft })?.instances?.['cores'],
    errors: (findings as unknown as Draft[]).filter(({ severity }) => severity === 'error').map(({ code }) => code),
  }));
}

const [fourCores, eightCores] = [4, 8].map((cores) => ({ request: `PUT ${host}/clusters/${id}`, cores, errors: [] }));
const expected = {
  cluster: { kind: 'ClusterResponse', status: 'review', ...fourCores },
  patch: { kind: 'PatchClusterRequest', status: 'review', ...eightCores },
  patchRequest: { kind: 'Request', status: 'review', ...eightCores },
  remove: { kind: 'Request', status: 'ready', request: `DELETE ${host}/clusters/${id}`, cores: undefined, errors: [] },
};

describe('in a folder', () => {
  const files = {
    'in/a-requests.json': write([patchRequest, remove]),
    [`in/b/${id.toUpperCase()}.patch.json`]: write(patch),
    'in/c.yaml': `- ${JSON.stringify(cluster)}\n`,
    'in/d.json': '{ "id": ',
  };

  test('a patch finds its cluster by the name of its file, a request by its URL, before and after it', () => {
    const folder = makeFolder(files);
    const { stdout } = run(['convert', 'in', '--emit', 'result', '--format', 'json'], { folder });
    expect(results(stdout).slice(0, 4)).toEqual([
      expected.patchRequest,
      expected.remove,
      expected.patch,
      expected.cluster,
    ]);
  });

  test('files are written so, and --id names the cluster of a patch that does not', () => {
    const folder = makeFolder({ 'in/c.json': write(cluster), 'in/patch.json': write(patch) });
    expect(run(['convert', 'in', '--out-dir', 'v2', '--id', id], { folder })).toMatchObject({ status: 0 });
    expect(JSON.parse(read(folder, 'v2/patch.json')).properties.instances.cores).toBe(8);
    expect(JSON.parse(read(folder, 'v2/c.json')).properties.instances.cores).toBe(4);
  });

  test('two clusters of that id that differ are refused with both places, until --base names one', () => {
    const folder = makeFolder({
      ...files,
      'in/old.json': write({ items: [{ ...cluster, properties: { ...(cluster['properties'] as Draft), cores: 2 } }] }),
    });
    const words = ['audit', 'in', '--format', 'json'];
    const message = `There are several documents of the cluster ${id}, and they differ: in/c.yaml#/0, in/old.json#/items/0.`;
    expect(run(words, { folder }).stdout).toContain(message);
    expect(run([...words, '--base', 'in/c.yaml'], { folder }).stdout).not.toContain(message);
  });

  test('a region that people say wins over the cluster only where they override', () => {
    const folder = makeFolder({ 'in/c.json': write(cluster), 'in/remove.json': write(remove) });
    const ask = (...words: string[]) =>
      results(run(['convert', 'in', '--emit', 'result', ...words], { folder }).stdout).at(-1);
    expect(ask('--location', 'de/fra')).toEqual(expected.remove);
    expect(ask('--override', 'location=de/fra')).toMatchObject({ request: expect.stringContaining('de-fra') });
  });
});

describe('in one text', () => {
  const all = [patchRequest, cluster, remove];
  const large = `[${all.map((one) => `${' '.repeat(3 * 1024 * 1024)}${JSON.stringify(one)}`).join()}]\n`;
  const answers = [expected.patchRequest, expected.cluster, expected.remove];

  test.each([
    ['an array', write(all)],
    ['a large array', large],
  ])('%s', (_, text) => {
    const folder = makeFolder({ 'all.json': text });
    expect(results(run(['convert', 'all.json', '--emit', 'result'], { folder }).stdout)).toEqual(answers);
    expect(
      results(write(JSON.parse(run(['audit', 'all.json', '--format', 'json'], { folder }).stdout).entries)),
    ).toEqual(answers.map((answer) => ({ ...answer, cores: undefined })));
  });

  test('the library', () => {
    for (const translations of [translateList(all), translateText(write(all))])
      expect(translations.map(({ status }) => status)).toEqual(['review', 'review', 'ready']);
  });
});

test('lines know no other, in a stream as in a file', () => {
  const lines = [cluster, patchRequest, remove].map((one) => `${JSON.stringify(one)}\n`).join('');
  const folder = makeFolder({ 'in/all.ndjson': lines, 'in/other.json': write({ hello: 1 }), 'all.ndjson': lines });
  const codes = ['patch/base/missing', 'request/operation/region'];
  for (const words of [
    ['all.ndjson'],
    ['all.ndjson', '--jobs', '2'],
    ['all.ndjson', '--ndjson'],
    ['in/all.ndjson', 'in'],
  ])
    expect(
      run(['convert', ...words, '--emit', 'result'], { folder })
        .stdout.trimEnd()
        .split('\n')
        .slice(1, 3)
        .map((line) => results(line)[0]),
      words.join(' '),
    ).toMatchObject(codes.map((code) => ({ errors: [code] })));
});

describe('--base', () => {
  test('is given several times; what is broken in a folder of them is named and left out', () => {
    const other = { ...cluster, id: '7d1c4b52-72c7-11ee-8c99-0242ac120002' };
    const folder = makeFolder({
      'one.json': write(cluster),
      'bases/two.json': write(other),
      'bases/broken.json': '{ "id": ',
      [`${id}.json`]: write(patch),
      [`${other.id}.json`]: write(patch),
    });
    const words = [
      'convert',
      `${id}.json`,
      `${other.id}.json`,
      '--base',
      'one.json',
      '--base',
      'bases',
      '--emit',
      'result',
    ];
    const { stdout, stderr, status } = run(words, { folder });
    expect(results(stdout)).toMatchObject([
      { status: 'review', cores: 8 },
      { status: 'review', cores: 8 },
    ]);
    expect(stderr).toContain('bases/broken.json:1:8 is left out of the base: ');
    expect(status).toBe(0);
    expect(run([...words, '--base', 'bases/broken.json'], { folder })).toMatchObject({ status: 2 });
  });
});
