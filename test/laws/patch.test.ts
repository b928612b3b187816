// The law of patches: what comes out with a base is the translation of the cluster with the patch merged in, whatever the
// version of the base and the shape in which it was given.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type TranslateOptions, translateValue } from '../../src/index.js';
import { isObject } from '../../src/model/json.js';
import type { Translation } from '../../src/schema/documents.js';
import { type Draft, ensureOptions, getAt, makeResponse, putAt } from '../support/base.js';
import { responses, runs } from '../support/generate.js';
import { draftOf, findUnnamed } from '../support/laws.js';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 100 });

const kind = 'PatchClusterRequest';
const patchable = [
  'displayName',
  'postgresVersion',
  'instances',
  'cores',
  'ram',
  'storageSize',
  'connections',
  'maintenanceWindow',
  'connectionPooler',
  'synchronizationMode',
];
/** Values of v2 that v1 has no words for, as somebody set them after the move. */
const ofV2Only = fc.record({
  'backup.retentionDays': fc.integer({ min: 1, max: 365 }),
  'backup.location': fc.constantFrom('eu-central-3', 'eu-central-4', 'us-central-1'),
  logsEnabled: fc.boolean(),
  metricsEnabled: fc.boolean(),
  description: fc.constantFrom('moved', 'a longer text: with signs'),
});
const partial = {
  maintenanceWindow: ['time', 'dayOfTheWeek'],
  connectionPooler: ['enabled', 'poolMode'],
} as const;

/** How much of a block a patch says: all of it, one member, nothing of it, or null. */
const cuts = fc.record({
  maintenanceWindow: fc.constantFrom('all', 'time', 'dayOfTheWeek', 'nothing', 'null'),
  connectionPooler: fc.constantFrom('all', 'enabled', 'poolMode', 'nothing', 'null'),
  null: fc.constantFrom('none', 'none', ...patchable),
});
const patches = fc
  .tuple(responses, fc.subarray(patchable, { minLength: 1 }), cuts)
  .map(([document, keys, cut]) => cutPatch(pick(document['properties'] as Draft, keys), cut));

type Shape = 'bare' | 'envelope' | 'metadata';
const shapes = fc.constantFrom<Shape>('bare', 'envelope', 'metadata');
const givings = fc.constantFrom<Giving>('alone', 'ClusterList', 'array', 'several');
type Giving = 'alone' | 'ClusterList' | 'array' | 'several';

describe('a patch gives the translation of the cluster with the patch merged in', () => {
  test('for a base of v1', () => {
    fc.assert(
      fc.property(responses, patches, fc.tuple(shapes, givings), (base, patch, [shape, giving]) => {
        const merged = { ...base, properties: merge(base['properties'], patch) };
        const whole = translateValue(merged, ensureOptions);
        const asked = shapePatch(patch, shape);
        const patched = translateValue(asked, { ...ensureOptions, kind, ...giveBase(base, giving) });
        expect(describeOutcome(patched)).toEqual(describeOutcome(whole));
        expect(listCodes(patched)).toEqual(listCodes(whole));
        expect(findUnnamed(asked, patched)).toEqual([]);
      }),
      runs,
    );
  });

  test.each(['read', 'ensure'] as const)('for a base of v2, as an answer or as a body: %s', (to) => {
    fc.assert(
      fc.property(responses, patches, fc.tuple(ofV2Only, shapes, givings), (v1, patch, [known, shape, giving]) => {
        const base = moveToV2(v1, known, to);
        fc.pre(base !== undefined && !forgetsMode(v1, patch));
        const asked = shapePatch(patch, shape);
        const options = to === 'read' ? ensureOptions : withRegion(v1);
        const patched = translateValue(asked, { ...options, kind, ...giveBase(base, giving) });
        const merged = { ...v1, properties: merge(v1['properties'], patch) };
        const whole = translateValue(merged, { ...ensureOptions, override: known });
        expect(describeOutcome(patched)).toEqual(describeOutcome(whole));
        expect(findUnnamed(asked, patched)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a connection without one of its members', () => {
  const members = ['datacenterId', 'lanId', 'cidr'] as const;
  test.each(['v1', 'read', 'ensure'] as const)('is an error, never one half of the old one: %s', (version) => {
    fc.assert(
      fc.property(responses, responses, fc.tuple(fc.constantFrom(...members), shapes), (v1, other, [member, shape]) => {
        const base = version === 'v1' ? v1 : moveToV2(v1, {}, version);
        fc.pre(base !== undefined);
        const { [member]: _gone, ...connection } = getAt(other, 'properties.connections.0') as Draft;
        const asked = shapePatch({ connections: [connection] }, shape);
        const translation = translateValue(asked, { ...withRegion(v1), kind, base });
        expect(translation.status).toBe('blocked');
        const old = getAt(v1, `properties.connections.0.${member}`);
        expect(JSON.stringify(getAt(draftOf(translation), 'properties.connection') ?? {})).not.toContain(`"${old}"`);
      }),
      runs,
    );
  });
});

/** The cluster after its move: what v2 makes of it, with what was set since. */
function moveToV2(v1: Draft, known: Draft, to: 'read' | 'ensure'): Draft | undefined {
  const { document } = translateValue(v1, { ...(to === 'ensure' ? ensureOptions : {}), override: known, to });
  return document === undefined ? undefined : (structuredClone(document) as unknown as Draft);
}

/** A body of v2 does not say its region. */
function withRegion(v1: Draft): TranslateOptions {
  const location = translateValue(v1, { to: 'read' }).location ?? 'de/txl';
  return { set: { ...ensureOptions.set, location } };
}

/** The one thing that v2 forgets: the mode of a pooler that is off. */
function forgetsMode(v1: Draft, patch: Draft): boolean {
  const [old, pooler] = [getAt(v1, 'properties.connectionPooler'), patch['connectionPooler']];
  return getAt(old, 'enabled') === false && isObject(pooler) && pooler['enabled'] === true && !pooler['poolMode'];
}

function shapePatch(properties: Draft, shape: Shape): Draft {
  if (shape === 'bare') return properties;
  return shape === 'envelope' ? { properties } : { metadata: {}, properties };
}

function giveBase(base: Draft | undefined, giving: Giving): TranslateOptions {
  const other = { ...makeResponse(), id: '7d1c4b52-72c7-11ee-8c99-0242ac120002' };
  const id = String(base?.['id']);
  if (giving === 'alone') return { base };
  if (giving === 'several') return { base: [other, base], id };
  return giving === 'array' ? { base: [base] } : { base: { type: 'collection', items: [base, other] }, id };
}

/** What everybody must agree on; whether it is ready or to be reviewed also depends on how the base was written. */
function describeOutcome(translation: Translation): object {
  const request = 'request' in translation ? translation.request : undefined;
  return { document: draftOf(translation), request, isBlocked: translation.status === 'blocked' };
}

/** What a patch changes is told besides. */
function listCodes({ findings }: Translation): string[] {
  return findings
    .map(({ code }) => code)
    .filter((code) => !code.startsWith('patch/effect/'))
    .sort();
}

function cutPatch(properties: Draft, cut: Record<keyof typeof partial | 'null', string>): Draft {
  const patch = structuredClone(properties);
  for (const [block, members] of Object.entries(partial) as [keyof typeof partial, readonly string[]][]) {
    const said = patch[block];
    if (!isObject(said) || cut[block] === 'all') continue;
    if (cut[block] === 'null') patch[block] = null;
    else for (const member of members) if (member !== cut[block]) putAt(patch, `${block}.${member}`, undefined);
  }
  if (cut.null in patch) patch[cut.null] = null;
  return patch;
}

function pick(values: Draft, keys: readonly string[]): Draft {
  return Object.fromEntries(keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
}

/** What v1's PATCH does; written again on purpose, as a second opinion. */
function merge(base: unknown, patch: unknown): unknown {
  if (patch === null || patch === undefined) return base;
  if (!isObject(base) || !isObject(patch)) return patch;
  return Object.fromEntries([
    ...Object.entries(base),
    ...Object.entries(patch).map(([key, value]) => [key, merge(base[key], value)]),
  ]);
}
