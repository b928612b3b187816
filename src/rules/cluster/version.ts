// The PostgreSQL version.
import { error, info, rule, silent, warning } from '../define.js';

/** `postgresVersion` → `version`, always a string. */
export const clusterVersion = rule({
  id: 'cluster/version',
  kind: 'map',
  summary: 'postgresVersion is called version in v2.',
  evidence: 'Upjet migration guide; v2 SDK; a page of a third party (14 to 18).',
  from: ['properties.postgresVersion'],
  to: ['properties.version'],
  express: 'copied',
  messages: {
    number: info('postgresVersion is a number; v2 takes a string, so it became "{version}".'),
    old: warning(
      'PostgreSQL {version} is older than {oldest}; v2 may not offer it any more.',
      'See GET /versions on the v2 host, and choose with --override version=N (an upgrade cannot be undone).',
    ),
    new: warning(
      'PostgreSQL {version} is newer than {newest}, the newest that v2 was seen to offer.',
      'See GET /versions on the v2 host, and choose with --override version=N.',
    ),
    minor: {
      ...warning(
        'The version {version} names more than a major version; v2 takes majors.',
        'Take --override version={major}, or see GET /versions on the v2 host.',
      ),
      suggests: ['version'],
    },
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
    { given: { 'properties.postgresVersion': '18' }, gives: { 'properties.version': '18' } },
    { given: { 'properties.postgresVersion': '19' }, gives: { 'properties.version': '19' }, says: ['new'] },
    { given: { 'properties.postgresVersion': '15.4' }, gives: { 'properties.version': '15.4' }, says: ['minor'] },
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
    if (!/^[1-9][\d.]*$/.test(value) || /\.\.|\.$/.test(value))
      return [{ id: /\d/.test(value) ? 'unusual' : 'no-number' }];
    const { min: oldest, max: newest } = facts.limits.version;
    const major = Number.parseInt(value, 10);
    if (major < oldest) return [{ id: 'old', data: { version: value, oldest } }];
    if (major > newest) return [{ id: 'new', data: { version: value, newest } }];
    if (String(major) === value) return silent;
    return [{ id: 'minor', data: { version: value, major }, suggest: { version: String(major) } }];
  },
});
