// The instance object: how many instances, and how large each is.
import { type Context, error, rule, silent, warning } from '../define.js';

const outside = error(
  '{path} is {value}, outside what v2 takes: {min} to {max}.',
  'Supply a value that v2 takes with --override {path}=N; it may change what the cluster costs.',
);
const small = {
  ...warning(
    "{path} is {value} GB, less than the {min} GB that v2 takes; a moved cluster may be that small, but IONOS' SDK cannot read it.",
    'Compare with GET /clusters/ID on the v2 host.',
  ),
  decision: [],
};
const gbInMb = error(
  '{field} is {value} MB, less than one GB: it looks like a GB number in an MB field.',
  'Find out what was meant and say it in GB: --override {path}=N.',
);

function checkBounds(part: 'count' | 'cores' | 'ram' | 'storageSize', value: number | undefined, context: Context) {
  if (value === undefined) return silent;
  const { min, max } = context.facts.limits[part];
  if (Number.isInteger(value) && value >= min && value <= max) return silent;
  const path = `instances.${part}`;
  return [
    { id: 'outside', data: { path, value, min, max }, ...(value < min ? { suggest: { [path]: min } } : {}) },
  ] as const;
}

function checkSize(part: 'ram' | 'storageSize', value: number | undefined, context: Context) {
  if (value === undefined) return silent;
  const { min } = context.facts.limits[part];
  const moved = context.target === 'ClusterRead' && Number.isInteger(value) && value >= 1 && value < min;
  if (!moved) return checkBounds(part, value, context);
  return [{ id: 'small', data: { path: `instances.${part}`, value, min } }] as const;
}

function sayInMb(value: number | undefined, mbPerGb: number): [] | [number] {
  return typeof value === 'number' ? [value * mbPerGb] : [];
}

/** `instances` → `instances.count`. */
export const instancesCount = rule({
  id: 'instances/count',
  kind: 'map',
  summary: 'The number of instances moves into the instances object.',
  evidence: 'Upjet migration guide; Python SDK of v2 (1 to 5).',
  from: ['properties.instances'],
  to: ['properties.instances.count'],
  express: 'copied',
  messages: {
    outside: { ...outside, suggests: ['instances.count'] },
    missing: error('instances is missing; v2 needs instances.count.', 'Supply it with --set instances.count=N.'),
  },
  examples: [
    { given: { 'properties.instances': 3 }, gives: { 'properties.instances.count': 3 } },
    { given: { 'properties.instances': 6 }, gives: { 'properties.instances.count': 6 }, says: ['outside'] },
    { given: { 'properties.instances': undefined }, says: ['missing'] },
  ],
  check: (value, _looks, context) => checkBounds('count', value, context),
});

/** `ram` (MB) → `instances.ram` (GB), exact or refused. */
export const instancesRam = rule({
  id: 'instances/ram',
  kind: 'map',
  summary: 'ram is divided by 1024: v1 counts MB, v2 counts GB.',
  evidence:
    'v1 SDK ("multiple of 1024"); Upjet migration guide (2048 to 2); Python SDK of v2 (4 to 240 GB, in one model for POST, PUT and GET).',
  from: ['properties.ram'],
  to: ['properties.instances.ram'],
  express: ([ram = ''], { divide }, { limits }) => divide(ram, limits.mbPerGb),
  recall: (ram, { multiply }, { limits }) => [multiply(ram, limits.mbPerGb)],
  messages: {
    outside: { ...outside, suggests: ['instances.ram'] },
    small,
    'gb-in-mb': gbInMb,
    'not-whole-gb': error(
      'ram is {value} MB, not a whole number of GB; v1 takes only multiples of 1024.',
      'Find out what the cluster has and say it in GB: --override instances.ram=N.',
    ),
    missing: error('ram is missing; v2 needs instances.ram.', 'Supply it in GB with --set instances.ram=N.'),
  },
  examples: [
    { given: { 'properties.ram': 16384 }, gives: { 'properties.instances.ram': 16 } },
    { given: { 'properties.ram': 2304 }, gives: { 'properties.instances.ram': undefined }, says: ['not-whole-gb'] },
    { given: { 'properties.ram': 4 }, gives: { 'properties.instances.ram': undefined }, says: ['gb-in-mb'] },
    { given: { 'properties.ram': 2048 }, gives: { 'properties.instances.ram': 2 }, says: ['outside'] },
    {
      given: { 'properties.ram': 2048 },
      gives: { 'properties.instances.ram': 2 },
      says: ['small'],
      target: 'ClusterRead',
    },
    { given: { 'properties.ram': 2048 }, says: ['outside'], target: 'ClusterEnsure' },
    {
      given: { 'properties.ram': 2048 },
      gives: { 'properties.instances.ram': 4 },
      target: 'ClusterEnsure',
      options: { decisions: { map: { 'instances.ram': { 2: 4 } } } },
    },
    { given: { 'properties.ram': undefined }, says: ['missing'] },
  ],
  map: ([value], { facts }) => {
    const { mbPerGb } = facts.limits;
    if (value === undefined) return {};
    if (value < mbPerGb) return { says: [{ id: 'gb-in-mb', data: { field: 'ram', path: 'instances.ram', value } }] };
    if (value % mbPerGb !== 0) return { says: [{ id: 'not-whole-gb', data: { value } }] };
    return { values: [value / mbPerGb] };
  },
  back: ([value], { limits }) => sayInMb(value, limits.mbPerGb),
  check: (value, _looks, context) => checkSize('ram', value, context),
});

/** `cores` → `instances.cores`. */
export const instancesCores = rule({
  id: 'instances/cores',
  kind: 'map',
  summary: 'The cores of each instance move into the instances object.',
  evidence: 'Upjet migration guide; Python SDK of v2 (1 to 62).',
  from: ['properties.cores'],
  to: ['properties.instances.cores'],
  express: 'copied',
  messages: {
    outside: { ...outside, suggests: ['instances.cores'] },
    missing: error('cores is missing; v2 needs instances.cores.', 'Supply it with --set instances.cores=N.'),
  },
  examples: [
    { given: { 'properties.cores': 4 }, gives: { 'properties.instances.cores': 4 } },
    { given: { 'properties.cores': 63 }, gives: { 'properties.instances.cores': 63 }, says: ['outside'] },
    { given: { 'properties.cores': undefined }, says: ['missing'] },
  ],
  check: (value, _looks, context) => checkBounds('cores', value, context),
});

/** `storageSize` (MB) → `instances.storageSize` (GB), rounded up, never down. */
export const instancesStorageSize = rule({
  id: 'instances/storageSize',
  kind: 'map',
  summary: 'storageSize is divided by 1024, since v1 counts MB and v2 counts GB, and rounded up to whole GB.',
  evidence:
    'Upjet migration guide; IONOS samples of 15000, 5000 and 30480 MB; Python SDK of v2 (10 to 4096 GB, in one model for POST, PUT and GET).',
  from: ['properties.storageSize'],
  to: ['properties.instances.storageSize'],
  express: ([size = ''], { divideUp }, { limits }) => divideUp(size, limits.mbPerGb),
  recall: (size, { multiply }, { limits }) => [multiply(size, limits.mbPerGb)],
  messages: {
    outside: { ...outside, suggests: ['instances.storageSize'] },
    small,
    'gb-in-mb': gbInMb,
    'rounded-up': warning(
      'storageSize is {value} MB, not a whole number of GB; it is rounded up to {rounded} GB, never down.',
      'Accept the larger disk, or supply the size that the cluster has: --override instances.storageSize=N.',
    ),
    missing: error(
      'storageSize is missing; v2 needs instances.storageSize.',
      'Supply it in GB with --set instances.storageSize=N.',
    ),
  },
  examples: [
    { given: { 'properties.storageSize': 102400 }, gives: { 'properties.instances.storageSize': 100 } },
    {
      given: { 'properties.storageSize': 30480 },
      gives: { 'properties.instances.storageSize': 30 },
      says: ['rounded-up'],
    },
    {
      given: { 'properties.storageSize': 20 },
      gives: { 'properties.instances.storageSize': undefined },
      says: ['gb-in-mb'],
    },
    { given: { 'properties.storageSize': 2048 }, gives: { 'properties.instances.storageSize': 2 }, says: ['outside'] },
    {
      given: { 'properties.storageSize': 2048 },
      gives: { 'properties.instances.storageSize': 2 },
      says: ['small'],
      target: 'ClusterRead',
    },
    { given: { 'properties.storageSize': 2048 }, says: ['outside'], target: 'ClusterEnsure' },
    {
      given: { 'properties.storageSize': 2048 },
      gives: { 'properties.instances.storageSize': 10 },
      target: 'ClusterEnsure',
      options: { decisions: { map: { 'instances.storageSize': { 2: 10 } } } },
    },
    { given: { 'properties.storageSize': undefined }, says: ['missing'] },
  ],
  map: ([value], { facts }) => {
    const { mbPerGb } = facts.limits;
    if (value === undefined) return {};
    if (value < mbPerGb)
      return { says: [{ id: 'gb-in-mb', data: { field: 'storageSize', path: 'instances.storageSize', value } }] };
    const rounded = Math.ceil(value / mbPerGb);
    if (value % mbPerGb === 0) return { values: [rounded] };
    return { values: [rounded], says: [{ id: 'rounded-up', data: { value, rounded } }] };
  },
  back: ([value], { limits }) => sayInMb(value, limits.mbPerGb),
  check: (value, _looks, context) => checkSize('storageSize', value, context),
});
