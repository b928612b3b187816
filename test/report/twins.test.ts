// Documents beside one another: those that contradict each other are told of the run, in time that grows with their number.
import { expect, test } from 'vitest';
import { compareFleet, type ReportEntry, type TranslateOptions, translateText } from '../../src/index.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';

function enter(value: unknown, source: string, options: TranslateOptions = {}): ReportEntry[] {
  return translateText(JSON.stringify(value), options).map((translation) => ({ source, index: 0, translation }));
}

function enterCluster(cores: number, index: number): ReportEntry[] {
  return enter({ id: index % 2 === 0 ? id : id.toUpperCase(), properties: { cores } }, `${index}.json`);
}

function listMessages(entries: readonly ReportEntry[]): string[] {
  return compareFleet(entries).map(({ message }) => message);
}

test('two documents of one id that differ, in any letter case of it', () => {
  expect(listMessages([2, 2, 2].flatMap(enterCluster))).toEqual([]);
  expect(listMessages([2, 2, 3, 4].flatMap(enterCluster))).toEqual([
    `Two documents are of the cluster ${id} and say different things: 0.json and 2.json.`,
  ]);
});

test('a patch and its base are no such pair, two patches are another', () => {
  const base = { id, properties: { displayName: 'orders', cores: 2 } };
  const patches = [4, 8].flatMap((cores) =>
    enter({ properties: { cores } }, `patch-${cores}.json`, { kind: 'PatchClusterRequest', base }),
  );
  expect(listMessages([...enter(base, 'base.json'), ...patches.slice(0, 1)])).toEqual([]);
  expect(listMessages([...enter(base, 'base.json'), ...patches])).toEqual([
    `Two documents change the cluster ${id}: patch-4.json and patch-8.json. The second PUT undoes the first.`,
  ]);
});

test('two names that --fix-names makes equal', () => {
  const names = ['orders db', 'orders-db'].flatMap((displayName) =>
    enter({ properties: { displayName, location: 'de/txl' } }, `${displayName}.json`, { fixNames: true }),
  );
  expect(listMessages(names)).toEqual([
    'orders db.json and orders-db.json are both called orders-db in v2; in v1 they were "orders db" and "orders-db".',
  ]);
});

test('20,000 of one cluster take no longer each than two', { timeout: 20_000 }, () => {
  const [entry] = enterCluster(2, 0);
  if (!entry) throw new Error('no document');
  const started = performance.now();
  compareFleet(Array.from({ length: 20_000 }, () => ({ ...entry })));
  expect(performance.now() - started).toBeLessThan(4000);
});
