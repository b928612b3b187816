// The replication mode: where durability could weaken without a word.
import { error, info, rule, silent, warning } from '../define.js';

/** `synchronizationMode` → `replicationMode`. */
export const clusterReplicationMode = rule({
  id: 'cluster/replicationMode',
  kind: 'map',
  summary: 'synchronizationMode is called replicationMode in v2, which has no SYNCHRONOUS.',
  evidence: 'Upjet migration guide; v2 SDK; IONOS status notice of April 2026 on SYNCHRONOUS clusters.',
  from: ['properties.synchronizationMode'],
  to: ['properties.replicationMode'],
  express: 'copied',
  looks: ['properties.instances.count'],
  messages: {
    weakened: warning(
      'SYNCHRONOUS has no v2 form and becomes ASYNCHRONOUS, as IONOS moved such clusters: durability weakens, a committed transaction can be lost in a failover.',
      'Accept it, or keep the guarantee: --override replicationMode=STRICTLY_SYNCHRONOUS, which needs three instances (--override instances.count=3 where there are fewer).',
    ),
    spelling: warning(
      "STRICTLY_ASYNCHRONOUS is a slip of IONOS' comparison page; it is read as STRICTLY_SYNCHRONOUS.",
      'Make sure that this was meant, or choose with --override replicationMode=MODE.',
    ),
    case: info('The letter case of synchronizationMode was normalised to {mode}.'),
    unknown: error(
      'The mode is none that v2 takes, and none of v1 that has a v2 form.',
      'Choose with --override replicationMode=ASYNCHRONOUS or --override replicationMode=STRICTLY_SYNCHRONOUS.',
    ),
    'too-few-instances': {
      ...error(
        'STRICTLY_SYNCHRONOUS needs at least {min} instances; there are {count}.',
        'Raise the number with --override instances.count={min} (more cost), or take --override replicationMode=ASYNCHRONOUS (weaker durability).',
      ),
      decision: ['properties.instances.count', 'properties.replicationMode'],
      suggests: ['instances.count'],
    },
    missing: error(
      'synchronizationMode is missing; v2 needs a replicationMode.',
      'Supply it with --set replicationMode=ASYNCHRONOUS or STRICTLY_SYNCHRONOUS.',
    ),
  },
  examples: [
    {
      given: { 'properties.synchronizationMode': 'ASYNCHRONOUS' },
      gives: { 'properties.replicationMode': 'ASYNCHRONOUS' },
    },
    {
      given: { 'properties.synchronizationMode': 'SYNCHRONOUS' },
      gives: { 'properties.replicationMode': 'ASYNCHRONOUS' },
      says: ['weakened'],
    },
    {
      given: { 'properties.synchronizationMode': 'STRICTLY_ASYNCHRONOUS', 'properties.instances': 3 },
      gives: { 'properties.replicationMode': 'STRICTLY_SYNCHRONOUS' },
      says: ['spelling'],
    },
    {
      given: { 'properties.synchronizationMode': 'asynchronous' },
      gives: { 'properties.replicationMode': 'ASYNCHRONOUS' },
      says: ['case'],
    },
    {
      given: { 'properties.synchronizationMode': 'EVENTUAL' },
      gives: { 'properties.replicationMode': undefined },
      says: ['unknown'],
    },
    {
      given: { 'properties.synchronizationMode': 'STRICTLY_SYNCHRONOUS', 'properties.instances': 2 },
      says: ['too-few-instances'],
    },
    { given: { 'properties.synchronizationMode': undefined }, says: ['missing'] },
  ],
  map: ([value]) => {
    if (value === undefined) return {};
    if (value === 'ASYNCHRONOUS' || value === 'STRICTLY_SYNCHRONOUS') return { values: [value] };
    const mode = value.toUpperCase();
    const says = mode === value ? [] : [{ id: 'case', data: { mode } } as const];
    if (mode === 'ASYNCHRONOUS' || mode === 'STRICTLY_SYNCHRONOUS') return { values: [mode], says };
    if (mode === 'SYNCHRONOUS') return { values: ['ASYNCHRONOUS'], says: [...says, { id: 'weakened' }] };
    if (mode === 'STRICTLY_ASYNCHRONOUS')
      return { values: ['STRICTLY_SYNCHRONOUS'], says: [...says, { id: 'spelling' }] };
    return { says: [{ id: 'unknown' }] };
  },
  check: (value, [count], { facts }) => {
    if (value === undefined || value === 'ASYNCHRONOUS') return silent;
    if (value !== 'STRICTLY_SYNCHRONOUS') return [{ id: 'unknown' }];
    const min = facts.limits.strictInstances;
    if (count === undefined || count >= min) return silent;
    return [{ id: 'too-few-instances', data: { min, count }, suggest: { 'instances.count': min } }];
  },
});
