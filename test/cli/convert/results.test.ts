// Results: what a program that loads them as a table relies on. One object a line, exactly of the shape that is promised.
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeJsonSchema } from '../../../src/index.js';
import { brokens, wholes } from '../../support/generate.js';
import { others } from '../../support/generate-others.js';
import { makeCluster, makeFolder, run, supply } from '../command.js';

const validate = new Ajv2020({ validateFormats: false }).compile(makeJsonSchema('result'));
const good = JSON.parse(makeCluster());
const bad = JSON.parse(makeCluster({ ram: 1 }));
const result = ['--emit', 'result', ...supply];

function readResults(words: readonly string[], lines: readonly string[]) {
  const { stdout, stderr, status } = run(['convert', '--ndjson', ...words, ...result], { input: lines.join('\n') });
  expect(stderr).not.toContain('fault of the program');
  const results = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { results, status };
}

test('they are what schema result prints, whatever is on a line', () => {
  const documents = fc.sample(fc.oneof(wholes, brokens, others), { numRuns: 300 });
  const lists = [[], [good, bad], { type: 'collection', items: [good], links: { next: 'https://x' } }, { items: [] }];
  const odd = ['{"broken": ', '"\0"', '17', JSON.stringify({ log: { entries: [{ request: {} }] } })];
  const lines = [...[...documents, ...lists].map((value) => JSON.stringify(value)), ...odd];
  for (const words of [[], ['--omit', 'changes,infos'], ['--to', 'read'], ['--write-blocked']]) {
    const { results } = readResults(words, lines);
    expect(results).toHaveLength(lines.length);
    for (const [at, value] of results.entries())
      expect([validate(value), validate.errors, lines[at]]).toEqual([true, null, lines[at]]);
  }
  expect(validate({ ...readResults([], lines).results[0], more: 1 })).toBe(false);
});

test('a list on a line is one object, with the worst of its statuses', () => {
  const lines = [[good, bad], [good], [], { items: [good, bad], links: { next: 'https://x' } }];
  const { results, status } = readResults(
    [],
    lines.map((value) => JSON.stringify(value)),
  );
  const shown = results.map(({ line, kind, status, findings, results }) => ({
    line,
    kind,
    status,
    says: findings.map(({ code }: { code: string }) => code),
    inside: results.map(({ line, status }: { line: number; status: string }) => `${line} ${status}`),
  }));
  expect(shown).toEqual([
    { line: 1, kind: 'ClusterList', status: 'blocked', says: [], inside: ['1 ready', '1 blocked'] },
    { line: 2, kind: 'ClusterList', status: 'ready', says: [], inside: ['2 ready'] },
    { line: 3, kind: 'ClusterList', status: 'skipped', says: ['document/kind/empty-list'], inside: [] },
    {
      line: 4,
      kind: 'ClusterList',
      status: 'blocked',
      says: ['document/kind/more-pages'],
      inside: ['4 ready', '4 blocked'],
    },
  ]);
  expect(status).toBe(1);
});

test('they say which document they are, and where in the whole it stands', () => {
  const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
  const lines = [JSON.stringify({ id, ...good }), JSON.stringify(bad)];
  const { results } = readResults(['--source', 'dump.ndjson', '--first-line', '37501'], lines);
  const [one, two] = results;
  expect(one).toMatchObject({ source: 'dump.ndjson', line: 37501, id, name: 'orders', location: 'de/fra' });
  expect(two).toMatchObject({ line: 37502, digest: expect.stringMatching(/^sha256:[0-9a-f]{12}$/) });
  const column = (lines[1] ?? '').indexOf('"ram"') + 1;
  expect(two.findings[0].at).toEqual({ line: 1, column });
  const { stderr } = run(['convert', '--ndjson', '--source', 'dump.ndjson', '--first-line', '37501', ...result], {
    input: lines.join('\n'),
  });
  expect(stderr).toContain(`dump.ndjson:37502:${column}`);
});

test('they say why only where the rule does not, and leave out what is not wanted', () => {
  const { results } = readResults([], [JSON.stringify(good)]);
  const whys = results[0].changes.filter(({ why }: { why?: string }) => why !== undefined);
  expect(whys.map(({ rule, kind }: Record<string, string>) => `${kind} ${rule}`)).toEqual([
    'supply credentials/database',
  ]);
  const few = readResults(['--omit', 'changes', '--omit', 'infos'], [JSON.stringify(good)]).results[0];
  expect([few.changes, few.findings, few.status]).toEqual([undefined, [], 'ready']);
  expect(results[0].findings.length).toBeGreaterThan(0);
});

test('places count from the document, also in a stream of YAML', () => {
  const folder = makeFolder({ 'all.yaml': `a: 1\n---\n# two\n${JSON.stringify(bad)}\n` });
  const { stdout } = run(['convert', 'all.yaml', '--format', 'json', ...result], { folder });
  const [, two] = JSON.parse(stdout);
  expect([two.line, two.findings[0].at.line]).toEqual([2, 3]);
});
