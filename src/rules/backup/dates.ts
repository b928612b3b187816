// The dates of a backup, RFC 3339 date-times in v2.
import type { Example } from '../../model/rule.js';
import { keepDate } from '../answers.js';
import { backupRule } from '../define.js';

const evidence = 'v1 and v2 SDK models of backups.';

function showDate(path: string): readonly Example[] {
  return [
    {
      given: { [path]: '2024-01-15T10:00:00+02:00' },
      gives: { [path]: '2024-01-15T08:00:00Z' },
      says: ['utc'],
      target: 'Backup',
    },
    { given: { [path]: '2024-01-15T10:00:00' }, says: ['no-zone'], target: 'Backup' },
    { given: { [path]: 'Monday' }, says: ['not-a-time'], target: 'Backup' },
  ];
}

/** `metadata.createdDate`. */
export const backupCreatedDate = backupRule({
  id: 'backupRead/createdDate',
  kind: 'map',
  summary: 'The date stays in metadata.',
  evidence,
  ...keepDate('metadata.createdDate', '/backups/ID'),
  examples: showDate('metadata.createdDate'),
});

/** `metadata.lastModifiedDate`. */
export const backupLastModifiedDate = backupRule({
  id: 'backupRead/lastModifiedDate',
  kind: 'map',
  summary: 'The date stays in metadata.',
  evidence,
  ...keepDate('metadata.lastModifiedDate', '/backups/ID'),
  examples: showDate('metadata.lastModifiedDate'),
});

/** `earliestRecoveryTargetTime`. */
export const backupEarliest = backupRule({
  id: 'backupRead/earliestRecoveryTargetTime',
  kind: 'map',
  summary: 'The earliest time to go back to stays.',
  evidence,
  ...keepDate('properties.earliestRecoveryTargetTime', '/backups/ID'),
  examples: showDate('properties.earliestRecoveryTargetTime'),
});
