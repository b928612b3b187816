// The initial user and database. A password is a secret; no message holds one.
import { error, rule, silent, warning } from '../define.js';

const members = [
  'properties.credentials.username',
  'properties.credentials.password',
  'properties.credentials.database',
] as const;
const targets = ['ClusterCreate', 'ClusterEnsure'] as const;

/** `credentials.username`, kept where v2 takes it. */
export const credentialsUsername = rule({
  id: 'credentials/username',
  kind: 'map',
  summary: 'The user name stays, where v2 takes it.',
  evidence:
    'v2 SDK (2 to 16 letters, digits, underscores); v1 SDK and ionosctl for v2 (reserved names; the letter case is inferred); PostgreSQL (pg_).',
  from: ['properties.credentials.username'],
  to: ['properties.credentials.username'],
  express: 'copied',
  targets,
  messages: {
    invalid: error(
      'The user name is not valid in v2: 2 to 16 letters, digits and underscores.',
      'Choose another with --override credentials.username=NAME; on an existing cluster that creates a second user.',
    ),
    reserved: error(
      'The user name {name} is reserved: IONOS keeps postgres, admin and standby, PostgreSQL what begins with pg_.',
      'Choose another with --override credentials.username=NAME.',
    ),
    missing: error('credentials.username is missing; v2 needs it.', 'Supply it with --set credentials.username=NAME.'),
  },
  examples: [
    { given: { 'properties.credentials.username': 'app' }, gives: { 'properties.credentials.username': 'app' } },
    { given: { 'properties.credentials.username': 'db-user' }, says: ['invalid'] },
    { given: { 'properties.credentials.username': 'a' }, says: ['invalid'] },
    { given: { 'properties.credentials.username': 'Postgres' }, says: ['reserved'] },
    { given: { 'properties.credentials.username': 'pg_app' }, says: ['reserved'] },
    { given: { 'properties.credentials.username': undefined }, says: ['missing'] },
  ],
  check: (value, _looks, { facts }) => {
    if (value === undefined) return silent;
    if (!facts.names.username.test(value)) return [{ id: 'invalid' }];
    return facts.names.reservedUsername.test(value) ? [{ id: 'reserved', data: { name: value } }] : silent;
  },
});

/** `credentials.password`, kept where v2 takes it; never shown. */
export const credentialsPassword = rule({
  id: 'credentials/password',
  kind: 'map',
  summary: 'The password stays, where it meets what v2 asks of one.',
  evidence: 'v2 SDK (8 to 63 characters, four classes); providers generate only from @$!%*?&.',
  from: ['properties.credentials.password'],
  to: ['properties.credentials.password'],
  express: 'copied',
  targets,
  secret: true,
  messages: {
    placeholder: error(
      'The password is a placeholder: whoever knows the text could log in.',
      'Supply the real one without showing it: --override-env credentials.password=VARIABLE.',
    ),
    weak: error(
      'The password does not meet what v2 asks: at least {min} characters with a lower-case letter, an upper-case letter, a digit and one of {specials}.',
      'Supply another without showing it: --override-env credentials.password=VARIABLE.',
    ),
    characters: warning(
      'The password has characters other than letters, digits and {specials}; whether v2 takes them is not documented.',
      'If v2 refuses it, supply another: --override-env credentials.password=VARIABLE.',
    ),
    long: error(
      'The password is longer than the {max} characters that v2 takes.',
      'Supply another without showing it: --override-env credentials.password=VARIABLE.',
    ),
    missing: error(
      'credentials.password is missing; v2 needs it.',
      'Supply it without showing it: --set-env credentials.password=VARIABLE.',
    ),
  },
  examples: [
    {
      given: { 'properties.credentials.password': '7357Cluster!x' },
      gives: { 'properties.credentials.password': '7357Cluster!x' },
    },
    { given: { 'properties.credentials.password': '$DB_PASSWORD' }, says: ['placeholder'] },
    { given: { 'properties.credentials.password': '<PASSWORD>' }, says: ['placeholder'] },
    { given: { 'properties.credentials.password': 'changeme123' }, says: ['placeholder'] },
    { given: { 'properties.credentials.password': 'strongPassword' }, says: ['weak'] },
    { given: { 'properties.credentials.password': 'Aa1!😀😀' }, says: ['weak', 'characters'] },
    { given: { 'properties.credentials.password': 'uE3#qL9(qE6_mN2?' }, says: ['characters'] },
    { given: { 'properties.credentials.password': `aA1!${'x'.repeat(60)}` }, says: ['long'] },
    { given: { 'properties.credentials.password': undefined }, says: ['missing'] },
  ],
  check: (value, _looks, { facts }) => {
    if (value === undefined) return silent;
    if (facts.names.passwordPlaceholder.test(value)) return [{ id: 'placeholder' }];
    const { passwordMin: min, passwordMax: max, passwordSpecials: specials } = facts.names;
    const isStrong = facts.names.passwordStrong.test(value);
    const isPlain = facts.names.passwordPlain.test(value);
    if (isStrong && isPlain) return silent;
    const isLong = [...value].length > max;
    return [
      ...(isStrong || isLong ? [] : [{ id: 'weak', data: { min, specials } } as const]),
      ...(isPlain ? [] : [{ id: 'characters', data: { specials } } as const]),
      ...(isLong ? [{ id: 'long', data: { max } } as const] : []),
    ];
  },
});

/** A PUT without complete credentials. */
export const credentialsBlock = rule({
  id: 'credentials/block',
  kind: 'flag',
  summary: 'A PUT takes no earlier values, and responses never hold a password: credentials must come from a person.',
  evidence: 'v2 SDK (PUT ignores previous values); Ansible module ("would risk wiping the master user").',
  looks: members,
  targets: ['ClusterEnsure'],
  messages: {
    'left-out': {
      ...warning(
        'The request carries no credentials, and a PUT takes no earlier values; the block is left out until user name, password and database are all known.',
        'Supply them: --set credentials.username=NAME --set-env credentials.password=VARIABLE --set credentials.database=NAME (an existing user gets this password).',
      ),
      decision: members,
    },
  },
  examples: [
    { given: {}, says: ['left-out'], target: 'ClusterEnsure' },
    {
      given: {},
      gives: { 'properties.credentials.username': 'app' },
      says: [],
      target: 'ClusterEnsure',
      options: {
        set: { 'credentials.username': 'app', 'credentials.password': '7357Cluster!x', 'credentials.database': 'app' },
      },
    },
  ],
  check: (_value, [username, password, database]) =>
    username === undefined || password === undefined || database === undefined ? [{ id: 'left-out' }] : silent,
});
