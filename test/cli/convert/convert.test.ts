// `convert`: what is written where, for one document and for many.
import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canary, makeCluster, makeFolder, read, run, supply } from '../command.js';

const blocked = makeCluster({ location: 'xx/yyy' });
const ready = makeCluster();
const line = (properties = {}) => `${JSON.stringify(JSON.parse(makeCluster(properties)))}\n`;

describe('to standard output', () => {
  test('one document is written as itself, in the layout of its source, and talked about on standard error', () => {
    const folder = makeFolder({ 'a.json': ready });
    const { status, stdout, stderr } = run(['convert', 'a.json', ...supply], { folder });
    const document = JSON.parse(stdout);
    expect(stdout).toBe(`${JSON.stringify(document, null, 2)}\n`);
    expect(document.properties).toMatchObject({
      name: 'orders',
      instances: { count: 1, ram: 4, cores: 2, storageSize: 20 },
    });
    expect(document.properties.credentials).toEqual({ username: 'orders', password: canary, database: 'app' });
    expect(stderr).toMatch(
      /^a\.json {2}CreateClusterRequest → ClusterCreate {2}ready {2}orders {2}sha256:[0-9a-f]{12}\n/,
    );
    expect(stderr).toContain('1 document: 1 ready; 0 errors');
    expect(stderr).not.toContain('changes');
    expect(status).toBe(0);
  });

  test('piped YAML stays YAML, piped NDJSON lines, piped JSON JSON', () => {
    const yaml = run(['convert', ...supply], {
      input: `# first\nproperties: ${JSON.stringify(JSON.parse(ready).properties)}\n`,
    });
    expect(yaml.stdout).toMatch(/^# first\nproperties:\n {2}name: orders\n/);
    const lines = run(['convert', '-', ...supply], { input: line() + line({ displayName: 'second' }) });
    expect(
      lines.stdout
        .trimEnd()
        .split('\n')
        .map((text) => JSON.parse(text).properties.name),
    ).toEqual(['orders', 'second']);
    expect(JSON.parse(run(['convert', ...supply], { input: ready }).stdout).properties.name).toBe('orders');
  });

  test('--format chooses another format', () => {
    const { stdout } = run(['convert', '--format', 'yaml', ...supply], { input: ready });
    expect(stdout).toMatch(/^properties:\n {2}name: orders\n {2}version: "15"\n/);
  });

  test('several documents are one array, with the summary only on standard error', () => {
    const folder = makeFolder({ 'a.json': ready, 'b.json': makeCluster({ displayName: 'second' }) });
    const { stdout, stderr } = run(['convert', 'a.json', 'b.json', ...supply], { folder });
    expect(JSON.parse(stdout).map((document: { properties: { name: string } }) => document.properties.name)).toEqual([
      'orders',
      'second',
    ]);
    expect(stderr).toMatch(/^2 documents: 2 ready; 0 errors/);
  });

  test('a blocked document is not written, unless asked for', () => {
    const folder = makeFolder({ 'a.json': blocked });
    expect(run(['convert', 'a.json', ...supply], { folder })).toMatchObject({ status: 1, stdout: '' });
    const { status, stdout } = run(['convert', 'a.json', ...supply, '--write-blocked'], { folder });
    expect(JSON.parse(stdout).properties.name).toBe('orders');
    expect(status).toBe(1);
  });

  test('--quiet prints the document and nothing else', () => {
    const { stdout, stderr } = run(['convert', '-q', ...supply], { input: ready });
    expect(JSON.parse(stdout).properties.name).toBe('orders');
    expect(stderr).toBe('');
  });
});

describe('--emit', () => {
  test('request gives method, host and body', () => {
    const { stdout } = run(['convert', '--emit', 'request', ...supply], { input: ready });
    const { method, url, body, ...rest } = JSON.parse(stdout);
    expect([method, url, rest]).toEqual(['POST', 'https://postgresql.de-fra.ionos.com/clusters', {}]);
    expect(body.properties.name).toBe('orders');
  });

  test('result gives one line for each line, in order, with blocked ones but without their document', () => {
    const input = `${line()}\n${line({ location: 'xx/yyy' })}{"kind":"Deployment"}\nnot json\n`;
    const { status, stdout } = run(['convert', '--ndjson', '--emit', 'result', ...supply], { input });
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(results.map((result) => result.status)).toEqual(['ready', 'blocked', 'blocked', 'unreadable']);
    expect(results.map((result) => 'document' in result)).toEqual([true, false, false, false]);
    expect(Object.keys(results[0])).toEqual([
      'source',
      'line',
      'name',
      'location',
      'digest',
      'kind',
      'target',
      'status',
      'request',
      'document',
      'changes',
      'findings',
    ]);
    expect(results[0].request).toEqual({ method: 'POST', url: 'https://postgresql.de-fra.ionos.com/clusters' });
    expect(status).toBe(1);
  });
});

describe('--out-dir', () => {
  const folder = makeFolder({
    'in/a.json': ready,
    'in/deep/b.yaml': `properties: ${JSON.stringify(JSON.parse(ready).properties)}\n`,
  });
  writeFileSync(join(folder, 'in/blocked.json'), blocked);
  writeFileSync(join(folder, 'in/foreign.json'), '{"compilerOptions":{}}');
  writeFileSync(join(folder, 'in/.hidden.json'), ready);
  writeFileSync(join(folder, 'in/notes.txt'), 'no');
  chmodSync(join(folder, 'in/a.json'), 0o600);
  const words = ['convert', 'in', '--out-dir', 'out', ...supply];

  test('a folder keeps its paths; what is blocked or foreign is named and left alone', () => {
    const { status, stderr } = run(words, { folder });
    expect(readdirSync(join(folder, 'out'), { recursive: true }).sort()).toEqual(['a.json', 'deep', 'deep/b.yaml']);
    expect(JSON.parse(read(folder, 'out/a.json')).properties.name).toBe('orders');
    expect(stderr).toMatch(
      /^2 files written to out, 2 left: 1 blocked, 1 foreign\n {2}blocked {2}in\/blocked.json\n {2}foreign {2}in\/foreign.json\n4 documents: /,
    );
    expect(status).toBe(1);
  });

  test.each([
    ['as one text', []],
    ['as lines', ['--ndjson']],
  ])('nor is what is foreign copied to standard output, %s', (_name, more) => {
    const { stdout, stderr } = run(['convert', 'in', ...supply, ...more], { folder });
    expect(stdout).toMatch(/"name": ?"orders"/);
    expect(stdout).not.toContain('compilerOptions');
    expect(stderr).toContain('1 file left: 1 foreign\n  foreign  in/foreign.json\n');
    const results = run(['convert', 'in', ...supply, ...more, '--emit', 'result'], { folder });
    expect(results.stdout).toContain('in/foreign.json');
  });

  test('a private document stays private', () => {
    expect(statSync(join(folder, 'out/a.json')).mode & 0o777).toBe(0o600);
  });

  test('the same content again counts as written; other content needs --force', () => {
    const once = ['convert', 'in/a.json', '--out-dir', 'out', '-q'];
    expect(run([...once, ...supply], { folder })).toMatchObject({ status: 0, stderr: '' });
    const other = [...once, '--set', 'credentials.database=other'];
    const refused = run(other, { folder });
    expect(refused.stderr).toBe(
      'ionos-pg-migrate: out/a.json: not written: it exists and holds something else; --force replaces it\n',
    );
    expect(refused.status).toBe(3);
    expect(JSON.parse(read(folder, 'out/a.json')).properties.credentials.database).toBe('app');
    expect(run([...other, '--force'], { folder }).status).toBe(0);
    expect(JSON.parse(read(folder, 'out/a.json')).properties.credentials.database).toBe('other');
  });

  test('another format gets another ending', () => {
    run(['convert', 'in/a.json', '--out-dir', 'yaml', '--format', 'yaml', ...supply], { folder });
    expect(readdirSync(join(folder, 'yaml'))).toEqual(['a.yaml']);
  });

  test('two inputs for one output are bad usage, and nothing is written', () => {
    const both = makeFolder({ 'x/a.json': ready, 'y/a.json': ready });
    const { status, stderr } = run(['convert', 'x/a.json', 'y/a.json', '--out-dir', 'out', ...supply], {
      folder: both,
    });
    expect(stderr).toContain('--out-dir: x/a.json and y/a.json would both be written to out/a.json');
    expect(status).toBe(2);
    expect(existsSync(join(both, 'out'))).toBe(false);
  });

  test('the input is never its own output, not even by force', () => {
    const { status, stderr } = run(['convert', 'in/a.json', '--out-dir', 'in', '--force', ...supply], { folder });
    expect(stderr).toContain('--out-dir: in/a.json is the input itself');
    expect(status).toBe(2);
    expect(read(folder, 'in/a.json')).toBe(ready);
  });
});
