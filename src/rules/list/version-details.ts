// What v2 says of versions and v1 does not.
import { versionRule, warning } from '../define.js';

/** What v2 says of versions besides their names. */
export const versionDetails = versionRule({
  id: 'versionRead/details',
  kind: 'flag',
  summary:
    'Only the server knows the id and the status of a version, and what it can be upgraded to; they are left out.',
  evidence: 'v2 SDK and Terraform provider (status, comment, canUpgradeTo).',
  targets: ['PostgresVersionReadList'],
  messages: {
    'left-out': warning(
      'v2 has an id and a status for each version, and what it can be upgraded to; v1 says names only, so they are left out.',
      'Take the whole list from GET /versions on the v2 host.',
    ),
  },
  check: () => [{ id: 'left-out' }],
});
