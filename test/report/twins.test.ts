// Documents beside one another: those of one cluster that say different things, told in time however many there are.
import { expect, test } from 'vitest';
import { compareFleet, type ReportEntry, translateText } from '../../src/index.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';

function enter(cores: number, index: number): ReportEntry[] {
  const translations = translateText(`{"id":"${id}","properties":{"cores":${cores}}}`);
  return translations.map((translation) => ({ source: `${index}.json`, index: 0, translation }));
}

/** What each document is told to differ from. */
function listOthers(cores: readonly number[]): (string | undefined)[] {
  const entries = compareFleet(cores.flatMap(enter));
  const said = entries.map(({ translation }) => translation.findings.find(({ rule }) => rule === 'document/fleet'));
  return said.map((finding) => /\d+\.json/.exec(finding?.message ?? '')?.[0]);
}

test('each is told of the first that differs from it', () => {
  expect(listOthers([2, 2, 2])).toEqual([undefined, undefined, undefined]);
  expect(listOthers([2, 2, 3, 4])).toEqual(['2.json', '2.json', '0.json', '0.json']);
});

test('20,000 of one cluster take no longer each than two', { timeout: 20_000 }, () => {
  const [entry] = enter(2, 0);
  if (!entry) throw new Error('no document');
  const started = performance.now();
  compareFleet(Array.from({ length: 20_000 }, () => ({ ...entry })));
  expect(performance.now() - started).toBeLessThan(4000);
});
