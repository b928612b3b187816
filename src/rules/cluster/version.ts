// The PostgreSQL version.
import { error, info, rule, silent, warning } from '../define.js';

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
    if (!/^\d+(?:\.\d+)*$/.test(value)) return [{ id: /\d/.test(value) ? 'unusual' : 'no-number' }];
    const { oldestVersion } = facts.limits;
    return Number.parseInt(value, 10) < oldestVersion
      ? [{ id: 'old', data: { version: value, oldest: oldestVersion } }]
      : silent;
  },
});
