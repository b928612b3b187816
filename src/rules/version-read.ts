// PostgreSQL versions, which are only read: v1 has bare names, v2 has more to say of each.
import { versionRule, warning } from './define.js';

const evidence = 'v1 SDK (data[].name); v2 SDK (items[].properties.version).';

/** `name` → `version`. */
export const versionName = versionRule({
  id: 'versionRead/version',
  kind: 'map',
  summary: 'The name of a version moves into its properties.',
  evidence,
  from: ['name'],
  to: ['properties.version'],
  targets: ['PostgresVersion'],
  messages: {},
  examples: [],
});

/** The region is not in a list of versions; a person may say it. */
export const versionRegion = versionRule({
  id: 'versionRead/region',
  kind: 'supply',
  summary: 'A list of versions does not say of which region it is; --location says it.',
  evidence,
  from: [],
  to: ['location'],
  targets: ['PostgresVersion'],
  messages: {},
  examples: [],
});

/** What v2 says of versions besides their names. */
export const versionDetails = versionRule({
  id: 'versionRead/details',
  kind: 'flag',
  summary:
    'Only the server knows the id and the status of a version, and what it can be upgraded to; they are left out.',
  evidence: 'v2 SDK and Terraform provider (status, comment, canUpgradeTo).',
  from: [],
  to: [],
  targets: ['PostgresVersionReadList'],
  messages: {
    'left-out': warning(
      'v2 has an id and a status for each version, and what it can be upgraded to; v1 says names only, so they are left out.',
      'Take the whole list from GET /versions on the v2 host.',
    ),
  },
  examples: [],
  check: () => [{ id: 'left-out' }],
});
