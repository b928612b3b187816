// What is doubtful in a text must not go unseen where the text only supplies something: a base, a body, the other side.
import { describe, expect, test } from 'vitest';
import { makeCluster, makeFolder, run, supply } from '../command.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const response = JSON.stringify({
  type: 'cluster',
  ...JSON.parse(makeCluster({ credentials: undefined, ram: 4096 })),
  id,
});
const twice = response.replace('"ram":4096', '"ram":16384,"ram":4096');
const patch = '{"properties":{"cores":8}}';

describe('a key that stands twice', () => {
  test.each([twice, `[${twice}]`])('in the base of a patch is bad usage', (base) => {
    const folder = makeFolder({ 'patch.json': patch, 'base.json': base });
    const { status, stdout, stderr } = run(['convert', 'patch.json', '--base', 'base.json'], { folder });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/--base base\.json:1:\d+: The same key stands twice in one object/);
  });

  test('in the body of a stored request blocks it', () => {
    const url = 'https://api.ionos.com/databases/postgresql/clusters';
    const body = makeCluster().replace('"ram": 4096', '"ram": 16384, "ram": 4096');
    expect(body).toContain('16384, "ram"');
    const folder = makeFolder({ 'request.json': JSON.stringify({ method: 'POST', url, body }) });
    const { status, stdout, stderr } = run(['convert', 'request.json', ...supply], { folder });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('body  document/source/duplicate-key');
  });

  test.each([
    ['v1', twice, '{"properties":{}}'],
    ['v2', response, '{"properties":{"name":"a","name":"b","replicationMode":"ASYNCHRONOUS"}}'],
  ])('on the %s side of a comparison gives no verdict', (_, v1, v2) => {
    const folder = makeFolder({ 'v1.json': v1, 'v2.json': v2 });
    const { status, stdout } = run(['verify', 'v1.json', 'v2.json'], { folder });
    expect(status).toBe(1);
    expect(stdout).toContain('document/source/duplicate-key');
  });

  test('as an empty list after the list of clusters is an error', () => {
    const folder = makeFolder({ 'list.json': `{"type":"collection","items":[${response}],"items":[]}` });
    const { status, stdout, stderr } = run(['convert', 'list.json'], { folder });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('items  document/source/duplicate-key');
  });
});

describe('a version and a LAN that are written as numbers', () => {
  const cluster = makeCluster({ credentials: undefined })
    .replace(/"postgresVersion": "[^"]*"/, '"postgresVersion": 12.10')
    .replace(/"lanId": "[^"]*"/, '"lanId": 90');
  const yaml = `id: ${id}\ntype: cluster\n${JSON.stringify(JSON.parse(cluster)).slice(1, -1)}\n`
    .replace('"postgresVersion":12.1,', '"postgresVersion": 12.10,')
    .replace('"lanId":90', '"lanId": 007')
    .replace('"properties":', 'properties: ');

  test('stay as they are written in a base', () => {
    const folder = makeFolder({ 'patch.json': patch, 'base.yaml': yaml });
    const { stdout } = run(['convert', 'patch.json', '--base', 'base.yaml'], { folder });
    const { properties } = JSON.parse(stdout);
    expect([properties.version, properties.connection.lanId, properties.instances.cores]).toEqual(['12.10', '007', 8]);
  });

  const more = yaml
    .replace(id, id.replace('498', '598'))
    .replace('12.10', '15.10')
    .replace(/"maintenanceWindow":\{[^}]*\}/, '"maintenanceWindow":{"time": 59459,"dayOfTheWeek":"Sunday"}');

  test('of one of several bases too, with one thread or two, as the same file alone would be', () => {
    const patches = [id, id.replace('498', '598')].map((one) => JSON.stringify({ id: one, properties: { cores: 8 } }));
    const folder = makeFolder({ 'one.yaml': yaml, 'two.yaml': more, 'p.ndjson': patches.join('\n') });
    const words = ['convert', 'p.ndjson', '--ndjson', '--kind', 'patch', '--base', 'one.yaml', '--base', 'two.yaml'];
    const { stdout, stderr } = run(words, { folder });
    const read = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text).properties);
    expect(stderr).not.toContain('given twice');
    const alone = JSON.parse(run(['convert', 'two.yaml', '--format', 'json'], { folder }).stdout).properties;
    expect(read.map(({ version, instances }) => [version, instances.cores])).toEqual([
      ['12.10', 8],
      ['15.10', 8],
    ]);
    expect([read[1].version, read[1].maintenanceWindow]).toEqual([alone.version, alone.maintenanceWindow]);
    expect(run([...words, '--jobs', '2'], { folder }).stdout).toBe(stdout);
  });

  test('stay as they are written in a patch, and a key twice blocks it', () => {
    const base = JSON.stringify({ id, ...JSON.parse(makeCluster({ credentials: undefined })) });
    const folder = makeFolder({
      'base.json': base,
      'p.yaml': 'postgresVersion: 15.10\n',
      'twice.json': '{"displayName":"orders-db","ram":8192,"ram":4096}',
    });
    const words = ['--base', 'base.json', '--kind', 'patch'];
    const { stdout } = run(['convert', 'p.yaml', ...words, '--format', 'json'], { folder });
    expect(JSON.parse(stdout).properties.version).toBe('15.10');
    const twice = run(['convert', 'twice.json', ...words], { folder });
    expect([twice.status, twice.stdout]).toEqual([1, '']);
    expect(twice.stderr).toContain('document/source/duplicate-key');
  });

  test('stay as they are written in a comparison', () => {
    const folder = makeFolder({ 'v1.yaml': yaml });
    run(['convert', 'v1.yaml', '--to', 'read', '--format', 'json', '--out-dir', 'v2'], { folder });
    const { stdout } = run(['verify', 'v1.yaml', 'v2/v1.json'], { folder });
    expect(stdout).not.toContain('drift');
  });
});

test('a file that cannot be parsed is named by its own fault in a comparison', () => {
  const folder = makeFolder({ 'v1.yaml': 'a: [1\nb: 2\n', 'v2.json': '{"properties":{"name":"a"}}' });
  const { status, stdout } = run(['verify', 'v1.yaml', 'v2.json'], { folder });
  expect(status).toBe(3);
  expect(stdout).toContain('v1.yaml:2:1  document/source/syntax');
});
