// Every format agrees with the exit code: what JUnit fails, what SARIF says of the run, and what a shell sees.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderReport } from '../../../src/report/create-report.js';
import type { ReportEntry } from '../../../src/report/entry.js';
import type { FailOn } from '../../../src/report/verdict.js';
import { reportFleet } from '../fleet.js';
import { makeFinding } from '../samples.js';

/** Attributes and children that the schema of Jenkins' xUnit plugin (junit-10.xsd) lets an element have. */
const jenkins: Readonly<Record<string, { attributes: string; required: string; children: string }>> = {
  testsuites: { attributes: 'name time tests failures errors', required: '', children: 'testsuite' },
  testsuite: {
    attributes: 'name tests failures errors group time skipped timestamp hostname id package file log url version',
    required: 'name tests failures errors',
    children: 'testsuite properties testcase system-out system-err',
  },
  testcase: {
    attributes: 'name time classname group',
    required: 'name',
    children: 'skipped error failure system-out system-err',
  },
  failure: { attributes: 'type message', required: '', children: '' },
  error: { attributes: 'type message', required: '', children: '' },
  skipped: { attributes: 'type message', required: '', children: '' },
  'system-out': { attributes: '', required: '', children: '' },
};

/** What an XML text breaks of Jenkins' schema, in words. */
function listBreaches(xml: string): string[] {
  const breaches: string[] = [];
  const open: string[] = [];
  for (const [tag, closing, name = '', written = '', empty] of xml.matchAll(
    /<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (closing) {
      if (open.pop() !== name) breaches.push(`${tag} closes nothing`);
      continue;
    }
    const known = jenkins[name];
    const parent = open.at(-1);
    if (!known || (parent && !jenkins[parent]?.children.split(' ').includes(name)))
      breaches.push(`${tag} in ${parent}`);
    const attributes = [...written.matchAll(/([\w-]+)="/g)].map(([, one]) => one ?? '');
    const allowed = known?.attributes.split(' ') ?? [];
    breaches.push(...attributes.filter((one) => !allowed.includes(one)).map((one) => `${name}@${one}`));
    const required = known?.required.split(' ').filter(Boolean) ?? [];
    breaches.push(...required.filter((one) => !attributes.includes(one)).map((one) => `${name} lacks ${one}`));
    if (!empty) open.push(name);
  }
  return [...breaches, ...open.map((name) => `${name} is not closed`)];
}

test('the rules of the schema find what it does not allow', () => {
  expect(listBreaches('<testsuites skipped="1"><testcase file="x"></testcase></testsuites>')).toEqual([
    'testsuites@skipped',
    '<testcase file="x"> in testsuites',
    'testcase@file',
    'testcase lacks name',
  ]);
});

test('JUnit of a fleet is what Jenkins reads', () => {
  for (const failOn of ['error', 'warning', 'never'] as const)
    expect(listBreaches(renderReport(reportFleet({ failOn }), { format: 'junit' }))).toEqual([]);
});

const severity = fc.constantFrom('error', 'warning', 'info' as const);
const aged = fc.record({ severity, isKnown: fc.boolean() });
const document = fc.record({
  status: fc.constantFrom('ready', 'review', 'blocked', 'skipped', 'unreadable' as const),
  findings: fc.array(aged, { maxLength: 3 }),
});
const runs = fc.record({
  documents: fc.array(document, { maxLength: 4 }),
  run: fc.array(aged, { maxLength: 2 }),
  failOn: fc.constantFrom<FailOn>('error', 'warning', 'never'),
  compares: fc.boolean(),
});

describe('any run', () => {
  test('has as many failures in JUnit as make its exit code, which SARIF says too', () => {
    fc.assert(
      fc.property(runs, ({ documents, run, failOn, compares }) => {
        const entries = documents.map(({ status, findings }, index) => ({
          source: `f${index}.json`,
          index: 0,
          translation: {
            kind: 'CreateClusterRequest',
            status,
            changes: [],
            // What cannot be read says why.
            findings: (status === 'unreadable' && findings.length === 0
              ? [{ severity: 'error' as const, isKnown: false }]
              : findings
            ).map((one, at) =>
              makeFinding({ severity: one.severity, code: `a/b/${at}`, message: String(one.isKnown) }),
            ),
          },
        })) as unknown as ReportEntry[];
        const said = run.map((one, at) =>
          makeFinding({ severity: one.severity, code: `r/u/${at}`, message: String(at) }),
        );
        const first = JSON.parse(renderReport(entries, { format: 'json', run: said }));
        const known = [...first.entries, { findings: first.run }]
          .flatMap(({ findings }: { findings: { fingerprint: string; message: string }[] }) => findings)
          .filter(({ message }) => message === 'true')
          .map(({ fingerprint }) => fingerprint);
        const options = { failOn, run: said, ...(compares ? { baseline: new Set(known) } : {}) };
        const junit = renderReport(entries, { ...options, format: 'junit' });
        const sarif = JSON.parse(renderReport(entries, { ...options, format: 'sarif' })).runs[0].invocations[0];
        const count = (name: string) => Number(new RegExp(`<testsuites [^>]*${name}="(\\d+)"`).exec(junit)?.[1]);
        const expected = count('errors') > 0 ? 3 : count('failures') > 0 ? 1 : 0;
        expect(sarif.exitCode).toBe(expected);
        expect(sarif.executionSuccessful).toBe(expected !== 3);
        expect(listBreaches(junit)).toEqual([]);
        expect(junit.match(/<failure/g)?.length ?? 0).toBe(count('failures'));
        expect(junit.match(/<error/g)?.length ?? 0).toBe(count('errors'));
      }),
      { numRuns: Number(process.env['LAW_RUNS'] ?? 300) },
    );
  });
});

test('warnings fail a run that says so, and what an earlier report knows fails none', () => {
  const entries = [entryWith('warning')];
  const codes = (options: Parameters<typeof renderReport>[1]) =>
    JSON.parse(renderReport(entries, { ...options, format: 'sarif' })).runs[0].invocations[0].exitCode;
  expect([codes({}), codes({ failOn: 'warning' }), codes({ failOn: 'never' })]).toEqual([0, 1, 0]);
  const [{ findings }] = JSON.parse(renderReport(entries, { format: 'json' })).entries;
  expect(codes({ failOn: 'warning', baseline: new Set([findings[0].fingerprint]) })).toBe(0);
});

function entryWith(severity: 'error' | 'warning'): ReportEntry {
  return {
    source: 'a.json',
    index: 0,
    translation: { kind: 'CreateClusterRequest', status: 'review', changes: [], findings: [makeFinding({ severity })] },
  } as unknown as ReportEntry;
}
