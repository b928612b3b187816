// IONOS' own SDK takes every v2 document that is ready or to be reviewed, and would send it as it stands.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnyTranslation, type TranslateOptions, translateValue } from '../../src/index.js';
import { listFixtures, runFixture } from '../support/fixtures.js';
import { runs, wholes } from '../support/generate.js';
import { others } from '../support/generate-others.js';
import { projectRoot } from '../tools/source-files.js';

interface Case {
  readonly name: string;
  readonly target: string;
  readonly document: unknown;
}

interface Verdict {
  readonly verdict: 'accepted' | 'respelt' | 'altered' | 'refused';
  readonly why: string;
}

const sdk = 'ionoscloud-dbaas-postgres==3.0.1';
const python = join(projectRoot, '.judge/bin/python');
const hasJudge = existsSync(python);
if (!hasJudge) {
  const how = `python3 -m venv .judge && .judge/bin/pip install ${sdk}`;
  if (process.env['TEST_SYSTEM_PACKAGES'] === 'required') throw new Error(`the judge is not installed: ${how}`);
  console.warn(`left out: these tests need IONOS' Python SDK, which is not installed: ${how}`);
}

describe.skipIf(!hasJudge)("IONOS' SDK", () => {
  test('takes what the fixtures become', () => {
    const cases = listFixtures().flatMap((fixture) =>
      runFixture(fixture).translations.flatMap((translation) => toCases(fixture.name, translation)),
    );
    expect(cases.length).toBeGreaterThan(60);
    expect(listFaults(cases)).toEqual([]);
  });

  test('takes what generated documents become', { timeout: 60_000 + runs.numRuns * 100 }, () => {
    const number = Math.max(2000, runs.numRuns);
    const { seed } = runs as { seed?: number };
    const options: readonly TranslateOptions[] = [
      { set: { 'credentials.database': 'app' } },
      { set: { 'credentials.database': 'app' }, to: 'read' },
      { set: { 'credentials.database': 'app' }, to: 'create' },
    ];
    const values = fc.sample(fc.oneof(wholes, others), { numRuns: number, ...(seed === undefined ? {} : { seed }) });
    const cases = values.flatMap((value, index) =>
      toCases(JSON.stringify(value), translateValue(value, options[index % options.length])),
    );
    expect(cases.length).toBeGreaterThan(number / 3);
    expect(listFaults(cases)).toEqual([]);
  });
});

function toCases(name: string, translation: AnyTranslation): Case[] {
  const { status, document } = translation;
  const target = 'target' in translation ? translation.target : undefined;
  if ((status !== 'ready' && status !== 'review') || target === undefined || target === 'Request') return [];
  // An answer tells of the cluster that there is, and the SDK cannot read one below the limits of v2.
  if (target === 'ClusterRead' && isBelowLimits(document)) return [];
  return [{ name, target, document }];
}

function isBelowLimits(document: unknown): boolean {
  const { properties } = document as { properties?: { instances?: { ram?: number; storageSize?: number } } };
  const { ram = 4, storageSize = 10 } = properties?.instances ?? {};
  return ram < 4 || storageSize < 10;
}

function listFaults(cases: readonly Case[]): string[] {
  const verdicts = ask(cases);
  return cases.flatMap(({ name, target }, index) => {
    const { verdict, why } = verdicts[index] ?? { verdict: 'refused', why: 'no verdict' };
    return verdict === 'accepted' || verdict === 'respelt' ? [] : [`${target} ${verdict}: ${why} in ${name}`];
  });
}

function ask(cases: readonly Case[]): Verdict[] {
  const input = cases.map(({ target, document }) => `${JSON.stringify({ target, document })}\n`).join('');
  const script = join(projectRoot, 'test/judge/judge.py');
  const { stdout, stderr, status } = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(`${status} ${stderr}`).toBe('0 ');
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Verdict);
}
