// The dates of a backup, RFC 3339 date-times in v2.
import { readDateTime } from '../../model/date-time.js';
import { backupRule, warning } from '../define.js';

const evidence = 'v1 and v2 SDK models of backups.';
const timeMessages = {
  'no-zone': warning('{field} names no zone and is taken as UTC.', 'Compare with GET /backups/ID on the v2 host.'),
  'not-a-time': warning(
    '{field} is no RFC 3339 date-time and is left out.',
    'Take it from GET /backups/ID on the v2 host.',
  ),
} as const;

function readTime(field: string, value: string | undefined) {
  const time = value === undefined ? undefined : readDateTime(value);
  if (!value || time === value) return { values: [time] } as const;
  return { values: [time], says: [{ id: time ? 'no-zone' : 'not-a-time', data: { field } }] } as const;
}

/** `metadata.createdDate`. */
export const backupCreatedDate = backupRule({
  id: 'backupRead/createdDate',
  kind: 'map',
  summary: 'The date stays in metadata.',
  evidence,
  from: ['metadata.createdDate'],
  to: ['metadata.createdDate'],
  messages: timeMessages,
  examples: [
    { given: { 'metadata.createdDate': '2024-01-15T10:00:00' }, says: ['no-zone'], target: 'Backup' },
    { given: { 'metadata.createdDate': 'Monday' }, says: ['not-a-time'], target: 'Backup' },
  ],
  map: ([value]) => readTime('createdDate', value),
});

/** `metadata.lastModifiedDate`. */
export const backupLastModifiedDate = backupRule({
  id: 'backupRead/lastModifiedDate',
  kind: 'map',
  summary: 'The date stays in metadata.',
  evidence,
  from: ['metadata.lastModifiedDate'],
  to: ['metadata.lastModifiedDate'],
  messages: timeMessages,
  examples: [
    { given: { 'metadata.lastModifiedDate': '2024-01-15T10:00:00' }, says: ['no-zone'], target: 'Backup' },
    { given: { 'metadata.lastModifiedDate': 'Monday' }, says: ['not-a-time'], target: 'Backup' },
  ],
  map: ([value]) => readTime('lastModifiedDate', value),
});

/** `earliestRecoveryTargetTime`. */
export const backupEarliest = backupRule({
  id: 'backupRead/earliestRecoveryTargetTime',
  kind: 'map',
  summary: 'The earliest time to go back to stays.',
  evidence,
  from: ['properties.earliestRecoveryTargetTime'],
  to: ['properties.earliestRecoveryTargetTime'],
  messages: timeMessages,
  examples: [
    { given: { 'properties.earliestRecoveryTargetTime': '2024-01-15T10:00:00' }, says: ['no-zone'], target: 'Backup' },
    { given: { 'properties.earliestRecoveryTargetTime': 'Monday' }, says: ['not-a-time'], target: 'Backup' },
  ],
  map: ([value]) => readTime('earliestRecoveryTargetTime', value),
});
