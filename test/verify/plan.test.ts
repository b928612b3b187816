// `verify --plan` on plans: what is said of each, where, and that a plan made of a translation is clean, and of any other not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translateValue } from '../../src/index.js';
import { ensureOptions } from '../support/base.js';
import { responses, runs } from '../support/generate.js';
import { listLeafPointers } from '../support/laws.js';
import { adopt, judgePlan, leave, makePlan, planCases, toAttributes } from '../support/terraform-plans.js';
import { changeLeaf, isDefault } from '../support/verify-cases.js';

describe('cases', () => {
  test.each(planCases)('$title', async ({ plan, says }) => {
    const found = (await judgePlan(plan)).flatMap(({ translation }) => translation.findings);
    const codes = found.map(({ code }) => code.replace(/^verify\//, '')).filter((code) => code !== 'plan/sums');
    expect(codes.sort()).toEqual([...says].sort());
  });

  test('show no secret', async () => {
    const all = await Promise.all(planCases.map(({ plan }) => judgePlan(plan)));
    expect(JSON.stringify(all)).not.toContain('Winch6!Halyard');
  });

  test('show no value that Terraform calls sensitive', async () => {
    const sensitive = { instances: { ram: true }, version: true };
    const plan = makePlan([leave(), adopt({ planned: { 'instances.ram': 77, version: '98' }, sensitive })]);
    const messages = (await judgePlan(plan)).flatMap(({ translation }) =>
      translation.findings.map((one) => one.message),
    );
    expect(messages.filter((message) => /\b(?:77|98)\b/.test(message))).toEqual([]);
    expect(messages).toContain('The apply changes version from [redacted] to [redacted].');
  });
});

test('the sums are those of Terraform', async () => {
  const changes = [leave(), adopt(), adopt({ actions: ['delete', 'create'], name: 'other' })];
  const [whole] = await judgePlan(makePlan(changes));
  expect(whole?.translation.findings[0]?.message).toBe(
    '2 to import, 1 to add, 1 to change, 1 to destroy, 1 to forget.',
  );
});

test('entries are known by addresses, and findings stand at both attributes', async () => {
  const plan = makePlan([leave(), adopt({ planned: { 'instances.ram': 12 } })]);
  const [, pair] = await judgePlan(plan);
  const finding = pair?.translation.findings.find(({ code }) => code === 'verify/drift/changed');
  const lines = JSON.stringify(plan, null, 1).split('\n');
  expect(pair?.translation.address).toBe('ionoscloud_pg_cluster.ledger');
  expect(lines[(finding?.at?.line ?? 0) - 1]).toContain('"ram": 8192');
  expect(lines[(finding?.there?.at?.line ?? 0) - 1]).toContain('"ram": 12');
});

test('what is not as plans are makes nothing throw', async () => {
  const odd = [null, 5, [], {}, { change: 5 }, { address: 'a', type: 'b', change: { actions: 'x' } }];
  for (const changes of [
    ...odd,
    [...odd, { address: 'a', type: 'ionoscloud_pg_cluster', change: { actions: ['forget'] } }],
  ])
    expect(await judgePlan({ ...makePlan([]), resource_changes: changes })).not.toEqual([]);
});

describe('a plan made of a translation', () => {
  test('is clean; with one leaf changed or gone it is not', async () => {
    await fc.assert(
      fc.asyncProperty(
        responses,
        fc.nat(),
        fc.constantFrom('change' as const, 'remove' as const),
        async (v1, at, how) => {
          const { document, location } = translateValue(v1, ensureOptions);
          fc.pre(document !== undefined);
          const { properties } = document as { properties: object };
          expect(await listDoubts(v1, properties, location)).toEqual([]);
          const places = listLeafPointers(properties).filter((pointer) => calls(pointer, properties, how));
          const pointer = places[at % places.length] ?? '';
          expect(await listDoubts(v1, changeLeaf(properties, pointer, how), location), `${how} ${pointer}`).not.toEqual(
            [],
          );
        },
      ),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 5) },
    );
  });
});

/** Nobody sees the password, v1 has no database, and what an import does not bring may be left out. */
function calls(pointer: string, properties: object, how: 'change' | 'remove'): boolean {
  if (pointer.startsWith('/credentials/')) return how === 'change' && pointer.endsWith('/username');
  return how === 'change' || !isDefault({ properties }, `/properties${pointer}`);
}

async function listDoubts(v1: object, properties: unknown, location: string | undefined): Promise<string[]> {
  const { id, properties: old } = v1 as { id: string; properties: Record<string, unknown> };
  const before = { ...(toAttributes(old, true) as object), id, timeouts: null };
  const planned = { ...(toAttributes(properties, false) as object), id, location };
  const forgotten = leave();
  const imported = adopt({ importing: { id: `${location}:${id}` } });
  const changes = [
    { ...forgotten, change: { actions: ['forget'], before, after: null } },
    { ...imported, change: { ...(imported['change'] as object), before: planned, after: planned, after_unknown: {} } },
  ];
  const entries = await judgePlan(makePlan(changes), ensureOptions);
  const found = entries.flatMap(({ translation }) =>
    translation.findings.filter(({ severity }) => severity !== 'info'),
  );
  return found.map(({ code, message }) => `${code} ${message}`);
}
