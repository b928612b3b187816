// The Nth call to the file system fails, or is the last one before the process is killed: afterwards every original is
// whole, every output is whole or absent, what is said is true, and the same command finishes. FAULT_STEP=1 tries every call
// with every error; without it each command has a share of them.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandFile, type Failure, failing, makeCluster, makeFolder, read, supply } from '../command.js';

const step = Number(process.env['FAULT_STEP'] ?? 23);
const atOnce = 3;
const codes = ['EIO', 'ENOSPC', 'EMFILE', 'EACCES'];
const original = makeCluster();
const list = `${JSON.stringify(
  ['orders', 'users'].map((displayName) => JSON.parse(makeCluster({ displayName }))),
  null,
  2,
)}\n`;
const decisions = 'defaults:\n  # mine\n  backup.retentionDays: 14\n';

interface Scenario {
  readonly files: Readonly<Record<string, string>>;
  readonly words: readonly string[];
  /** Its exit code where nothing fails. */
  readonly status: number;
  /** Calls that fail all along. */
  readonly never?: string;
}

const pair = { 'in/a.json': original, 'in/b.json': original };
const inPlace: Scenario = { files: pair, words: ['convert', 'in', '--in-place', ...supply], status: 0 };
const scenarios: Readonly<Record<string, Scenario>> = {
  'a folder': { files: pair, words: ['convert', 'in', '--out-dir', 'v2', ...supply], status: 0 },
  'in place': inPlace,
  'in place, without links': { ...inPlace, never: 'linkSync' },
  'a file a document': {
    files: { 'all.json': list },
    words: ['convert', 'all.json', '--split', '--out-dir', 'v2', ...supply],
    status: 0,
  },
  decisions: {
    files: { 'in/a.json': original, 'd.yaml': decisions },
    words: ['audit', 'in', '--init-decisions', 'd.yaml'],
    status: 1,
  },
  reports: {
    files: pair,
    words: [
      'audit',
      'in',
      '--report',
      'r.json',
      '--report',
      'r.md',
      '--out',
      'o.csv',
      '--format',
      'csv',
      '--force',
      ...supply,
    ],
    status: 0,
  },
};

const work = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each(Object.entries(scenarios))('%s', (_, scenario) => {
  test('survives the failure of any call, and the end before it', { timeout: 1_200_000 }, async () => {
    const { folder, after, calls } = await runClean(scenario);
    expect(calls).toBeGreaterThan(10);
    const trials: Failure[] = [];
    for (let at = 1; at <= calls; at += 1)
      for (const [index, code] of [...codes, 'KILL'].entries())
        if ((at * (codes.length + 1) + index) % step === 0) trials.push({ at, code });
    const faults: string[] = [];
    const workers = Array.from({ length: atOnce }, async () => {
      for (let trial = trials.shift(); trial; trial = trials.shift())
        for (const fault of await tryFailure(scenario, trial, { folder, after }))
          faults.push(`${JSON.stringify(trial)}: ${fault}`);
    });
    await Promise.all(workers);
    expect(faults).toEqual([]);
  });
});

interface Clean {
  /** The folder as it is before a run. */
  readonly folder: string;
  /** What the files are after a run in which nothing fails. */
  readonly after: Readonly<Record<string, string>>;
}

async function runClean({ files, words, status, never }: Scenario): Promise<Clean & { readonly calls: number }> {
  const folder = makeFolder(files);
  const done = copy(folder);
  const count = join(work, `count-${Math.random()}`);
  const end = await start(done, words, failing({ count, never }));
  expect([end.status, end.said]).toEqual([status, expect.not.stringContaining('not written')]);
  return { folder, after: listTexts(done), calls: Number(readFileSync(count, 'utf8')) };
}

/** Tries one failure in a folder of its own. Gives what is wrong afterwards. */
async function tryFailure(scenario: Scenario, failure: Failure, { folder, after }: Clean): Promise<string[]> {
  const { files, words, status, never } = scenario;
  const tried = copy(folder);
  const faults: string[] = [];
  const broken = await start(tried, words, failing({ ...failure, never }));
  if (failure.code !== 'KILL') {
    const isDone = broken.status === status;
    if (!isDone && broken.status !== 3) faults.push(`exit code ${broken.status}: ${broken.said}`);
    if (/fault of the program|\n {4}at /.test(broken.said)) faults.push(`no words: ${broken.said}`);
    if (/\bE[A-Z]{2,}\b/.test(broken.said)) faults.push(`a code, not words: ${broken.said}`);
    if (broken.status === 3 && broken.said.trim() === '') faults.push('nothing is said');
    if (isDone) faults.push(...compare(tried, after).map((fault) => `done, but ${fault}`));
  }
  faults.push(...listLosses(tried, files, after));
  const again = await start(tried, words, failing({ of: never ? [never] : [], code: 'EPERM' }));
  // What was extended before it was killed has nothing more to add.
  if (again.status !== status) faults.push(`again: exit code ${again.status}: ${again.said}`);
  faults.push(...compare(tried, after).map((fault) => `again: ${fault}`));
  rmSync(tried, { recursive: true, force: true });
  return faults;
}

/** Originals that are not whole, and outputs that are neither whole nor absent. */
function listLosses(folder: string, files: Readonly<Record<string, string>>, after: Clean['after']): string[] {
  const now = listTexts(folder);
  const kept = new Set(Object.values(now));
  const lost = Object.entries(files).flatMap(([name, text]) => (kept.has(text) ? [] : [`${name} is lost`]));
  const half = Object.entries(now).flatMap(([name, text]) =>
    text === after[name] || text === files[name] || isUnfinished(name, text) || isWholeReport(name, text)
      ? []
      : [`${name} is half written: ${text.length}`],
  );
  return [...lost, ...half];
}

/** A report says what could be read this time. */
function isWholeReport(name: string, text: string): boolean {
  if (!/^[or]\.\w+$/.test(name)) return false;
  return name.endsWith('.json') ? JSON.parse(text).reportVersion === 1 : text.endsWith('\n');
}

/** Where there are no links, an empty file holds the place of a new one for a moment. */
function isUnfinished(name: string, text: string): boolean {
  return text === '' && (name.endsWith('.bak') || name.startsWith('v2/'));
}

function compare(folder: string, after: Clean['after']): string[] {
  const now = listTexts(folder);
  const names = new Set([...Object.keys(now), ...Object.keys(after)]);
  return [...names].flatMap((name) => (now[name] === after[name] ? [] : [`${name} is not what it should be`]));
}

/** The files of a folder, without temporary ones, which only a killed process leaves, or one that may remove nothing. */
function listTexts(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const files = names.filter((name) => !name.endsWith('.tmp') && statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, read(folder, name)]));
}

function copy(folder: string): string {
  const made = mkdtempSync(join(work, 'x-'));
  cpSync(folder, made, { recursive: true });
  return made;
}

/** Runs the command; gives its exit code, and what it said. */
function start(
  folder: string,
  words: readonly string[],
  { options, env }: ReturnType<typeof failing>,
): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [...options, commandFile, ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  child.stdout.resume();
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, said })));
}
