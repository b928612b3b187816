// What an engine does to the command: an empty environment, a process for each part, parts of every size and none, again
// where one failed. The parts are the whole, byte for byte.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '../../../support/generate-others.js';
import { commandFile, makeCluster, makeFolder, run, supply } from '../../command.js';

const documents = fc.sample(everything, { numRuns: 160, seed: 7 }).map((value) => JSON.stringify(value));
const list = JSON.stringify({ type: 'collection', items: [JSON.parse(makeCluster())], links: { next: 'https://x' } });
const lines = documents.flatMap((line, at) => (at % 40 === 7 ? ['{"broken": ', list, line] : [line]));
/** Where the parts begin: one of one line, an empty one, and others of uneven sizes. */
const starts = [0, 1, 1, 40, 97];
const parts = starts.map((start, at) => ({ start, lines: lines.slice(start, starts[at + 1]) }));
const folder = makeFolder({ 'all.ndjson': toText(lines) });
const decided = ['--decisions', `${folder}/decisions.yaml`, '--fix-names', ...supply];

beforeAll(() => {
  run(['audit', 'all.ndjson', '--init-decisions', 'decisions.yaml', '--quiet'], { folder });
});

/** Runs the command as an engine runs it: nothing in its environment, and so no PATH. */
function runPart(words: readonly string[], input: string) {
  const command = ['convert', '--ndjson', '--quiet', '--jobs', '1', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandFile, ...command], {
    input,
    env: {},
    cwd: '/',
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  // What a file asks the environment for is not in an empty one.
  return { status, stdout, stderr: stderr.replaceAll(/^.* environment variables? (?:is|are) not set.*\n/gm, '') };
}

function toText(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

test.each([
  ['body', []],
  ['request', []],
  ['result', []],
  ['result', ['--omit', 'changes,infos']],
])('parts are the whole: %s %j', (emit, words) => {
  const asked = ['--emit', emit, '--fail-on', 'never', ...words, ...decided];
  const name = ['--source', 'all.ndjson'];
  const whole = runPart([...asked, ...name], toText(lines));
  expect(whole).toMatchObject({ status: 0, stderr: '' });
  expect(whole.stdout.split('\n')).toHaveLength(lines.length + 1);
  const ran = parts.map((part) =>
    runPart([...asked, ...name, '--first-line', String(part.start + 1)], toText(part.lines)),
  );
  expect(ran.map(({ status, stderr }) => [status, stderr])).toEqual(parts.map(() => [0, '']));
  expect(ran.map(({ stdout }) => stdout).join('')).toBe(whole.stdout);
  // A part that is done again is the same.
  const again = parts[3];
  if (again) expect(runPart([...asked, ...name, '--first-line', '41'], toText(again.lines))).toEqual(ran[3]);
});

test('codes say what the parts have, and standard error says nothing of keys that other parts have', () => {
  const ran = parts.map((part) => runPart(decided, toText(part.lines)));
  expect(ran.slice(1).map(({ status }) => status)).toEqual([0, 1, 1, 1]);
  expect(ran.map(({ stderr }) => stderr).join('')).toBe('');
  const loud = run(['convert', '--ndjson', '--fail-on', 'never', ...decided], {
    input: makeCluster().replaceAll('\n', ' '),
  });
  const told = loud.stderr.split('\n').filter((line) => line.includes('no document of this run'));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/of \d+ of its keys: [^,]+, [^,]+, [^,]+ and others\./);
});

test('what keeps the command from its work gives no line, a code and a sentence', () => {
  const missing = runPart(['--decisions', '/nowhere/decisions.yaml'], `${lines[0]}\n`);
  expect([missing.status, missing.stdout]).toEqual([2, '']);
  expect(missing.stderr).toContain('--decisions /nowhere/decisions.yaml: there is no such file or folder');
  expect(runPart(['--no-such-flag'], `${lines[0]}\n`)).toMatchObject({ status: 2, stdout: '' });
  const secret = runPart(['--set-env', 'credentials.password=PG_PASSWORD'], `${lines[0]}\n`);
  expect([secret.status, secret.stdout]).toEqual([2, '']);
  expect(secret.stderr).toContain('PG_PASSWORD');
});
