// The command lines that supply what is open.
import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { listSupplyLines, type Supplied } from '../../src/report/supply-line.js';
import { makeFinding } from './samples.js';

function makeEntry(source: string, findings: readonly Finding[]): Supplied {
  return { source, findings };
}

test('a value that a finding proposes is filled in and quoted for the shell', () => {
  const suggestion = { name: "o'brien db" };
  const entry = makeEntry('a b.json', [makeFinding({ decision: ['name'], settle: 'override', suggestion })]);
  expect(listSupplyLines([entry])).toEqual(["ionos-pg-migrate convert 'a b.json' --override 'name=o'\\''brien db'"]);
});

test('a secret is taken from the environment', () => {
  const decision = ['credentials.username', 'credentials.password'];
  expect(listSupplyLines([makeEntry('a.json', [makeFinding({ decision })])])).toEqual([
    'ionos-pg-migrate convert a.json --set credentials.username=VALUE --set-env credentials.password=NAME',
  ]);
  expect(listSupplyLines([makeEntry('a.json', [makeFinding({ decision, settle: 'override' })])])).toEqual([
    'ionos-pg-migrate convert a.json --override credentials.username=VALUE --override-env credentials.password=NAME',
  ]);
});

test('an override is advised for a file of one document only, since it would speak to the others too', () => {
  const small = makeFinding({ decision: ['instances.ram'], settle: 'override', suggestion: { 'instances.ram': 4 } });
  const settled = makeEntry('a.json', [makeFinding({ severity: 'info' })]);
  expect(listSupplyLines([makeEntry('a.json', [small])])).toEqual([
    'ionos-pg-migrate convert a.json --override instances.ram=4',
  ]);
  expect(listSupplyLines([makeEntry('a.json', [small]), settled])).toEqual([
    'ionos-pg-migrate audit a.json --init-decisions decisions.yaml',
  ]);
  expect(listSupplyLines([makeEntry('a.json', [makeFinding()]), settled])).toEqual([
    'ionos-pg-migrate convert a.json --set credentials.database=VALUE',
  ]);
});

test('piped input is read again with a dash; infos and settled files ask for nothing', () => {
  const info = makeFinding({ severity: 'info' });
  expect(listSupplyLines([makeEntry('<stdin>', [makeFinding()]), makeEntry('b.json', [info])])).toEqual([
    'ionos-pg-migrate convert - --set credentials.database=VALUE',
  ]);
});

test('a line repeats the options of the run', () => {
  const options = [{ words: ['--kind', 'restore'] }, { words: ['--base', 'a b/'] }];
  expect(listSupplyLines([{ ...makeEntry('a.json', [makeFinding()]), options }])).toEqual([
    "ionos-pg-migrate convert a.json --kind restore --base 'a b/' --set credentials.database=VALUE",
  ]);
});
