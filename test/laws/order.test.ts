// Law 5: the order of rules does not matter, and neither does how often the program was used before.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { translateValue } from '../../src/index.js';
import { clusterMappings } from '../../src/rules/index.js';
import { makeCreate, makeResponse } from '../support/base.js';
import { brokens, creates, responses, runs } from '../support/generate.js';
import { applyPlan, compileRules } from '../support/plans.js';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 100 });

test.each([
  ['ClusterCreate', creates],
  ['ClusterEnsure', responses],
] as const)('rules in any order give the same %s', (target, documents) => {
  const orders = fc.shuffledSubarray([...clusterMappings], { minLength: clusterMappings.length });
  const usual = compileRules(clusterMappings, target);
  fc.assert(
    fc.property(orders, fc.array(documents, { minLength: 1, maxLength: 5 }), (order, values) => {
      const shuffled = compileRules(order, target);
      for (const value of values) expect(applyPlan(shuffled, value)).toEqual(applyPlan(usual, value));
    }),
    { numRuns: Math.ceil(runs.numRuns / 10) },
  );
});

test('reversed rules give the same for broken documents', () => {
  const usual = compileRules(clusterMappings, 'ClusterCreate');
  const reversed = compileRules(clusterMappings.toReversed(), 'ClusterCreate');
  const clusters = brokens.filter((value) => typeof value['properties'] === 'object');
  fc.assert(
    fc.property(clusters, (value) => {
      expect(applyPlan(reversed, value)).toEqual(applyPlan(usual, value));
    }),
    runs,
  );
});

test.each([
  ['a create request', makeCreate()],
  ['a response', makeResponse()],
  ['a broken request', { ...makeCreate(), properties: { displayName: 5, cores: 'x', extra: [1], location: 'de/txl' } }],
])('%s gives the same the first time and the hundredth', (_name, value) => {
  const first = JSON.stringify(translateValue(value));
  const others = Array.from({ length: 100 }, () => JSON.stringify(translateValue(value)));
  expect(new Set(others)).toEqual(new Set([first]));
});
