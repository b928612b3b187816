// The cluster's own words: name, description, version, replication mode, logs and metrics.
import { error, info, rule, silent, warning } from './define.js';

/** `displayName` → `name`; with `--fix-names` the old text moves to `description`. */
export const clusterName = rule({
  id: 'cluster/name',
  kind: 'map',
  summary: 'displayName is called name in v2, which has a pattern for it.',
  evidence: 'Upjet migration guide; pattern from the prose of the v2 SDK.',
  from: ['properties.displayName'],
  to: ['properties.name', 'properties.description'],
  messages: {
    invalid: {
      ...error(
        'The name is not valid in v2: 1 to 63 letters, digits, dashes, underscores and dots, the first and last a letter or digit.',
        'Take "{suggestion}" with --fix-names (the old text is kept in description), or choose with --override name=NAME.',
      ),
      decision: ['properties.name'],
    },
    unusable: {
      ...error(
        'The name is not valid in v2 and nothing in it could be kept: 1 to 63 letters, digits, dashes, underscores and dots.',
        'Choose a name with --override name=NAME.',
      ),
      decision: ['properties.name'],
    },
    fixed: info('The name was not valid in v2 and became "{name}"; the old text is kept in description.'),
    missing: {
      ...error('displayName is missing; v2 needs a name.', 'Supply it with --set name=NAME.'),
      decision: ['properties.name'],
    },
  },
  examples: [
    { given: { 'properties.displayName': 'orders-db' }, gives: { 'properties.name': 'orders-db' } },
    { given: { 'properties.displayName': 'PostgreSQL cluster' }, says: ['invalid'] },
    { given: { 'properties.displayName': '¡¿!' }, says: ['unusable'] },
    {
      given: { 'properties.displayName': 'an even better name!' },
      gives: { 'properties.name': 'an-even-better-name', 'properties.description': 'an even better name!' },
      says: ['fixed'],
      options: { fixNames: true },
    },
    { given: { 'properties.displayName': undefined }, says: ['missing'] },
  ],
  map: ([value], { facts, fixNames }) => {
    if (value === undefined || !fixNames || new RegExp(facts.names.name).test(value)) return { values: [value] };
    const name = suggestName(value);
    return name ? { values: [name, value], says: [{ id: 'fixed', data: { name } }] } : { values: [value] };
  },
  check: (value, _looks, { facts }) => {
    if (value === undefined || new RegExp(facts.names.name).test(value)) return silent;
    const suggestion = suggestName(value);
    return suggestion ? [{ id: 'invalid', data: { suggestion }, suggest: { name: suggestion } }] : [{ id: 'unusable' }];
  },
});

/** The nearest valid v2 name: accents removed, spaces to dashes, the rest left out; empty where nothing is left. */
export function suggestName(text: string): string {
  const letters = text
    .slice(0, 500)
    .normalize('NFKD')
    .trim()
    .replaceAll(/\s+/g, '-')
    .replaceAll(/[^A-Za-z0-9._-]/g, '');
  return letters
    .replace(/^[._-]+/, '')
    .slice(0, 63)
    .replace(/[._-]+$/, '');
}

/** `postgresVersion` → `version`, always a string. */
export const clusterVersion = rule({
  id: 'cluster/version',
  kind: 'map',
  summary: 'postgresVersion is called version in v2.',
  evidence: 'Upjet migration guide; v2 SDK.',
  from: ['properties.postgresVersion'],
  to: ['properties.version'],
  messages: {
    number: info('postgresVersion is a number; v2 takes a string, so it became "{version}".'),
    old: warning(
      'PostgreSQL {version} is older than {oldest}; v2 may not offer it any more.',
      'See GET /versions on the v2 host, and choose with --override version=N (an upgrade cannot be undone).',
    ),
    unusual: warning(
      'The version is not written as a plain number such as 15.',
      'See GET /versions on the v2 host, and choose with --override version=N.',
    ),
    'no-number': error(
      'postgresVersion holds no version number.',
      'Supply one with --override version=N; GET /versions on the v2 host lists them.',
    ),
    missing: error('postgresVersion is missing; v2 needs a version.', 'Supply it with --set version=N.'),
  },
  examples: [
    { given: { 'properties.postgresVersion': '15' }, gives: { 'properties.version': '15' } },
    { given: { 'properties.postgresVersion': 15 }, gives: { 'properties.version': '15' }, says: ['number'] },
    { given: { 'properties.postgresVersion': '12' }, gives: { 'properties.version': '12' }, says: ['old'] },
    { given: { 'properties.postgresVersion': 'v15' }, gives: { 'properties.version': 'v15' }, says: ['unusual'] },
    { given: { 'properties.postgresVersion': 'latest' }, says: ['no-number'] },
    { given: { 'properties.postgresVersion': undefined }, says: ['missing'] },
  ],
  map: ([value], context) => {
    if (typeof value !== 'number') return { values: [value] };
    const version = context.written(0);
    return { values: [version], says: [{ id: 'number', data: { version } }] };
  },
  check: (value, _looks, { facts }) => {
    if (value === undefined) return silent;
    const digits = /\d+/.exec(value);
    if (!digits) return [{ id: 'no-number' }];
    if (!/^\d+(?:\.\d+)*$/.test(value)) return [{ id: 'unusual' }];
    const { oldestVersion } = facts.limits;
    return Number(digits[0]) < oldestVersion
      ? [{ id: 'old', data: { version: value, oldest: oldestVersion } }]
      : silent;
  },
});

/** `synchronizationMode` → `replicationMode`. */
export const clusterReplicationMode = rule({
  id: 'cluster/replicationMode',
  kind: 'map',
  summary: 'synchronizationMode is called replicationMode in v2, which has no SYNCHRONOUS.',
  evidence: 'Upjet migration guide; v2 SDK; IONOS status notice of April 2026 on SYNCHRONOUS clusters.',
  from: ['properties.synchronizationMode'],
  to: ['properties.replicationMode'],
  looks: ['properties.instances.count'],
  messages: {
    weakened: warning(
      'SYNCHRONOUS has no v2 form and becomes ASYNCHRONOUS, as IONOS moved such clusters: durability weakens, a committed transaction can be lost in a failover.',
      'Accept it, or keep the guarantee with three instances: --override replicationMode=STRICTLY_SYNCHRONOUS --override instances.count=3.',
    ),
    spelling: warning(
      "STRICTLY_ASYNCHRONOUS is a slip of IONOS' comparison page; it is read as STRICTLY_SYNCHRONOUS.",
      'Make sure that this was meant, or choose with --override replicationMode=MODE.',
    ),
    case: info('The letter case of synchronizationMode was normalised to {mode}.'),
    unknown: error(
      'The synchronization mode is none that v1 or v2 knows.',
      'Choose with --override replicationMode=ASYNCHRONOUS or --override replicationMode=STRICTLY_SYNCHRONOUS.',
    ),
    'too-few-instances': {
      ...error(
        'STRICTLY_SYNCHRONOUS needs at least {min} instances; there are {count}.',
        'Raise the number with --override instances.count={min} (more cost), or take --override replicationMode=ASYNCHRONOUS (weaker durability).',
      ),
      decision: ['properties.instances.count', 'properties.replicationMode'],
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

/** `logsEnabled` has no v1 source. */
export const clusterLogsEnabled = rule({
  id: 'cluster/logsEnabled',
  kind: 'supply',
  summary: 'v1 always kept logs; v2 collects logs and metrics only on request.',
  evidence: 'v2 SDK (default false); v1 GET /clusters/{id}/logs.',
  from: [],
  to: ['properties.logsEnabled'],
  messages: {
    off: {
      ...info(
        'v1 always kept logs; v2 collects logs and metrics only on request, and bills them separately.',
        'To have them: --set logsEnabled=true --set metricsEnabled=true.',
      ),
    },
  },
  examples: [
    { given: {}, gives: { 'properties.logsEnabled': undefined }, says: ['off'] },
    { given: {}, gives: { 'properties.logsEnabled': true }, says: [], options: { set: { logsEnabled: true } } },
  ],
  check: (value) => (value === undefined ? [{ id: 'off' }] : silent),
});

/** `metricsEnabled` has no v1 source; the finding on logs speaks for it. */
export const clusterMetricsEnabled = rule({
  id: 'cluster/metricsEnabled',
  kind: 'supply',
  summary: 'v2 collects metrics only on request; v1 had no such setting.',
  evidence: 'v2 SDK (default false).',
  from: [],
  to: ['properties.metricsEnabled'],
  messages: {},
  examples: [{ given: {}, gives: { 'properties.metricsEnabled': true }, options: { set: { metricsEnabled: true } } }],
});
