// `verify` as a command: the texts of its sides, how they are carried, and what is told of them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adopt, leave, makePlan } from '../support/terraform-plans.js';
import { makeCluster, makeFolder, read, run, supply } from './command.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const response = { type: 'cluster', id, ...JSON.parse(makeCluster({ credentials: undefined, ram: 4096 })) };
const names = ['orders', 'invoices', 'ledger'];
const clusters = names.map((displayName) => JSON.parse(makeCluster({ displayName })));
const create = 'https://api.ionos.com/databases/postgresql/clusters';

/** The files of v1 and what `convert` writes of them, in a folder. */
function convert(files: Readonly<Record<string, string>>, ...words: readonly string[]): string {
  const folder = makeFolder(files);
  const { status, stderr } = run(['convert', ...Object.keys(files), ...supply, '--out-dir', 'v2', ...words], {
    folder,
  });
  expect([status, stderr]).toEqual([0, expect.anything()]);
  return folder;
}

function verify(folder: string, ...words: readonly string[]) {
  return run(['verify', ...words, ...supply], { folder });
}

describe('sides', () => {
  const har = { log: { entries: clusters.map((body) => ({ request: { method: 'POST', url: create, body } })) } };
  test.each<[string, string, readonly string[]]>([
    ['list.json', JSON.stringify({ type: 'collection', items: clusters }), []],
    ['array.json', JSON.stringify(clusters), ['--emit', 'request']],
    ['array.json', JSON.stringify(clusters), ['--emit', 'result']],
    ['stream.yaml', clusters.map((one) => `---\n${JSON.stringify(one)}\n`).join(''), []],
    ['lines.ndjson', clusters.map((one) => `${JSON.stringify(one)}\n`).join(''), ['--emit', 'result']],
    ['log.json', JSON.stringify(har), []],
    [
      'requests.yaml',
      clusters.map((body) => JSON.stringify({ method: 'POST', url: create, body })).join('\n---\n'),
      [],
    ],
  ])('are clean as they are written: %s %#', (name, text, words) => {
    const folder = convert({ [name]: text }, ...words);
    const { status, stdout } = verify(folder, name, `v2/${name}`);
    expect([status, stdout]).toEqual([0, expect.stringContaining('3 documents: 3 ready')]);
    expect(read(folder, `v2/${name}`)).toContain('"ledger"'.replaceAll(name.endsWith('.yaml') ? '"' : '', ''));
  });

  test('are told apart in a folder that holds other things', () => {
    const folder = convert({ 'orders.json': makeCluster() });
    const other = {
      'v1/orders.json': makeCluster(),
      'v1/package.json': '{"name":"x","version":"1.0.0"}',
      'v1/a.yaml': 'a: 1\n',
    };
    const v1 = makeFolder(other);
    const { status, stdout } = verify(folder, `${v1}/v1`, 'v2');
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 document: 1 ready')]);
  });

  test.each([
    ['orders.json', '-'],
    ['-', 'v2/orders.json'],
  ])('one may come from a pipe: %s %s', (...sides) => {
    const folder = convert({ 'orders.json': makeCluster() });
    const input = read(folder, sides[0] === '-' ? 'orders.json' : 'v2/orders.json');
    const { status, stdout } = run(['verify', ...sides, ...supply], { folder, input });
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 document: 1 ready')]);
  });

  test('a patch is compared by what it becomes with its base', () => {
    const patch = `${id}.patch.json`;
    const base = ['--base', 'base.json', '--set', 'credentials.username=app'];
    const folder = makeFolder({ [patch]: '{"properties":{"cores":8}}', 'base.json': JSON.stringify(response) });
    run(['convert', patch, ...base, ...supply, '--out-dir', 'v2'], { folder });
    const clean = run(['verify', patch, `v2/${patch}`, ...base, ...supply], { folder });
    expect([clean.status, clean.stdout]).toEqual([0, expect.stringContaining('1 document: 1 ready')]);
    const alone = verify(folder, patch, `v2/${patch}`);
    expect([alone.status, alone.stdout]).toEqual([1, expect.stringContaining('patch/base/missing')]);
  });
});

describe('--plan', () => {
  const clean = JSON.stringify(makePlan([leave(), adopt()]));
  const wrong = JSON.stringify(makePlan([leave({}, 'delete'), adopt({ planned: { 'instances.ram': 8192 } })]));

  test.each<{ says: string; input: string; words?: string[]; status: number }>([
    { says: 'a clean plan passes', input: clean, status: 0 },
    { says: 'one that destroys fails', input: wrong, status: 1 },
    { says: 'also where only errors do', input: wrong, words: ['--fail-on', 'error'], status: 1 },
    { says: 'and not where nothing does', input: wrong, words: ['--fail-on', 'never'], status: 0 },
    { says: 'what is no plan fails', input: makeCluster(), status: 1 },
    { says: 'what cannot be read gives no verdict', input: clean.slice(9), status: 3 },
  ])('$says', ({ input, words = [], status }) => {
    expect(run(['verify', '--plan', '-', ...words], { input }).status).toBe(status);
  });

  test('is a file, whatever it is called, and says what was looked at', () => {
    const folder = makeFolder({ 'plan.txt': clean });
    const { stdout } = run(['verify', '--plan', 'plan.txt'], { folder });
    expect(stdout).toContain('1 to import, 0 to add, 1 to change, 0 to destroy, 1 to forget.');
    expect(stdout).toContain('plan.txt#ionoscloud_pg_cluster.ledger');
    expect(stdout).toContain('2 documents: 2 ready');
  });

  test('takes no other side, and needs none', () => {
    const folder = makeFolder({ 'plan.json': clean });
    expect(run(['verify', 'a.json', '--plan', 'plan.json'], { folder })).toMatchObject({ status: 2 });
    expect(run(['verify', 'plan.json'], { folder }).stderr).toContain('verify needs <v1> <v2>, or --plan FILE');
  });

  test('of the file that Terraform itself keeps says how to get the other', () => {
    const folder = makeFolder({ plan: new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]) });
    const { status, stdout } = run(['verify', '--plan', 'plan'], { folder });
    expect([status, stdout]).toEqual([3, expect.stringContaining('terraform show -json')]);
  });
});

describe('Terraform modules', () => {
  const fixture = (name: string) => readFileSync(`fixtures/terraform/expressions/${name}`, 'utf8');
  const decisions = 'clusters: { ionoscloud_pg_cluster.shop: { replicationMode: STRICTLY_SYNCHRONOUS } }\n';
  const words = ['--decisions', 'decisions.yaml', '--set', 'credentials.database=app', '--id', id];
  const start = () => {
    const folder = makeFolder({
      'old/infra/main.tf': fixture('v1/main.tf'),
      'old/infra/variables.tf': fixture('v1/variables.tf'),
      'old/infra/terraform.tfvars': 'memory = 16384\n',
      'old/package.json': '{"name":"x"}',
      'decisions.yaml': decisions,
    });
    expect(run(['convert', 'old', '--out-dir', 'new', ...words], { folder })).toMatchObject({ status: 0 });
    return folder;
  };

  test('are clean as they are written, without the values that stay behind', () => {
    const { status, stdout } = run(['verify', 'old', 'new', ...words], { folder: start() });
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 document: 1 ready')]);
    expect(stdout).toContain('old/infra/main.tf#ionoscloud_pg_cluster.shop');
  });

  test('are told apart by their places on both sides', () => {
    const folder = start();
    const text = read(folder, 'new/infra/main.tf');
    writeFileSync(join(folder, 'new/infra/main.tf'), text.replace('var.memory / 1024', '8'));
    const { status, stdout } = run(['verify', 'old/infra/main.tf', 'new/infra', ...words], { folder });
    expect([status, stdout]).toEqual([1, expect.stringContaining('instances.ram is 8 in v2; v1 gives 16')]);
    expect(stdout).toMatch(/old\/infra\/main\.tf:17:3 ↔ new\/infra\/main\.tf:19:5/);
  });

  test('may come from a pipe', () => {
    const folder = start();
    const input = read(folder, 'new/infra/main.tf').replace('cores        = 2', 'cores        = 4');
    const { status, stdout } = run(['verify', 'old/infra', '-', ...words], { folder, input });
    expect([status, stdout]).toEqual([1, expect.stringContaining('instances.cores is 4 in v2; v1 gives 2.')]);
    expect(stdout).toContain('1 document: 1 review; 0 errors, 1 warning');
  });

  test('have a cluster each, or one side has none', () => {
    const folder = start();
    const { status, stdout } = run(['verify', 'old', 'old', ...words], { folder });
    expect([status, stdout]).toEqual([1, expect.stringContaining('verify/loss/only-v1')]);
    expect(stdout).toContain('There is no cluster to compare on the v2 side.');
  });

  test('stand beside documents, which are compared as ever', () => {
    const folder = start();
    writeFileSync(join(folder, 'old/orders.json'), makeCluster());
    const { status, stdout } = run(['verify', 'old', 'new', ...words], { folder });
    expect([status, stdout]).toEqual([1, expect.stringContaining('There is no cluster to compare on the v2 side.')]);
  });
});

describe('texts', () => {
  const yaml = makeCluster()
    .replace('"postgresVersion": "15"', '"postgresVersion": 15.10')
    .replace('"time": "03:00:00"', '"time": 10800');

  test('a version is what is written, and a time that became a number is warned of', () => {
    expect(yaml).toMatch(/15\.10,[\s\S]*10800/);
    const folder = convert({ 'orders.yaml': yaml });
    expect(read(folder, 'v2/orders.yaml')).toMatch(/version: ["']?15\.10/);
    const { status, stdout } = verify(folder, 'orders.yaml', 'v2/orders.yaml');
    expect([status, stdout]).toEqual([1, expect.stringContaining('maintenanceWindow/time/seconds')]);
    expect(stdout).toContain('1 document: 1 review; 0 errors, 1 warning');
    expect(verify(folder, 'orders.yaml', 'v2/orders.yaml', '--fail-on', 'error').status).toBe(0);
  });

  test.each(['v1', 'v2'])('a key that stands twice in one item of %s is told there', (side) => {
    const folder = convert({ 'list.json': JSON.stringify(clusters) });
    const file = side === 'v1' ? 'list.json' : 'v2/list.json';
    const text = read(folder, file).replace(/"ram": ?(\d+)/, '"ram":1,"ram":$1');
    const broken = makeFolder({ 'broken.json': text });
    const sides = side === 'v1' ? [`${broken}/broken.json`, 'v2/list.json'] : ['list.json', `${broken}/broken.json`];
    const { status, stdout } = verify(folder, ...sides);
    expect([status, stdout]).toEqual([1, expect.stringContaining('document/source/duplicate-key')]);
    expect(stdout).toContain('3 ready'.replace('3', side === 'v1' ? '2' : '3'));
    expect(stdout).not.toMatch(/drift|loss/);
  });

  test('one that cannot be read gives no verdict, and the others theirs', () => {
    const folder = convert({ 'orders.json': makeCluster() });
    const v1 = makeFolder({ 'v1/orders.json': makeCluster(), 'v1/half.json': '{"properties": ' });
    const { status, stdout } = verify(folder, `${v1}/v1`, 'v2');
    expect([status, stdout]).toEqual([3, expect.stringContaining('1 ready, 1 unreadable')]);
  });
});

describe('a fleet', () => {
  const make = (at: number, cores: number) =>
    JSON.stringify({
      id: `498ae72f-411f-11eb-9d07-0000000000${10 + at}`,
      ...JSON.parse(makeCluster({ cores, credentials: undefined })),
    });
  const files = (cores: (at: number) => number) =>
    Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`v1/${10 + at}.json`, make(at, cores(at))]));
  const verifyAfter = (cores: (at: number) => number) => {
    const folder = makeFolder(files(() => 2));
    expect(run(['convert', 'v1', '--to', 'read', '--out-dir', 'v2'], { folder }).status).toBe(0);
    for (const [name, text] of Object.entries(files(cores))) writeFileSync(join(folder, name), text);
    return run(['verify', 'v1', 'v2'], { folder });
  };

  test('is told by the few documents that differ', () => {
    const { status, stdout } = verifyAfter((at) => (at === 7 ? 4 : 2));
    expect(status).toBe(1);
    expect(stdout.match(/\.json {2}ClusterResponse/g)).toHaveLength(1);
    expect(stdout).toMatch(/instances\.cores is 2 in v2; v1 gives 4/);
    expect(stdout).toContain('\n30 documents: 29 ready, 1 review; ');
  });

  test('is told in sum where many do, each field by itself', () => {
    const { status, stdout } = verifyAfter(() => 4);
    expect(status).toBe(1);
    expect(stdout).toContain('\n  warning  verify/drift/changed cores  30 documents\n');
    expect(stdout.split('\n').length).toBeLessThan(70);
  });
});
