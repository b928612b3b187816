// Restoring a new cluster from a backup: fromBackup becomes restoreFromBackup.
import { readDateTime } from '../../model/date-time.js';
import { isUuid } from '../../model/uuid.js';
import { error, info, rule, silent, warning } from '../define.js';

/** An empty `fromBackup` asks for nothing. */
export const restoreBlock = rule({
  id: 'restoreFromBackup/block',
  kind: 'flag',
  summary: 'An empty fromBackup asks for nothing and is dropped.',
  evidence: 'v1 samples hold an empty fromBackup.',
  from: ['properties.fromBackup'],
  targets: ['ClusterCreate'],
  messages: { empty: info('fromBackup is empty and is dropped.') },
  examples: [
    { given: { 'properties.fromBackup': {} }, gives: { 'properties.restoreFromBackup': undefined }, says: ['empty'] },
  ],
  map: ([value]) =>
    value && !value.backupId && !value.recoveryTargetTime && value.backupId !== '' ? { says: [{ id: 'empty' }] } : {},
});

/** `fromBackup.backupId` → `restoreFromBackup.sourceBackupId`. */
export const restoreSourceBackupId = rule({
  id: 'restoreFromBackup/sourceBackupId',
  kind: 'map',
  summary: 'backupId is called sourceBackupId in v2.',
  evidence: 'Upjet migration guide; v2 SDK (a UUID); v1 samples also show ids that are none.',
  from: ['properties.fromBackup.backupId'],
  to: ['properties.restoreFromBackup.sourceBackupId'],
  looks: ['properties.restoreFromBackup.recoveryTargetDatetime'],
  targets: ['ClusterCreate', 'restoreFromBackup'],
  messages: {
    'not-a-uuid': error(
      'The backup id is no UUID, and v2 takes only UUIDs.',
      'Look it up with GET /backups?filter.clusterId=ID on the v2 host: --override restoreFromBackup.sourceBackupId=UUID.',
    ),
    missing: error(
      'fromBackup names a time but no backup.',
      'Look the backup up with GET /backups on the v2 host: --set restoreFromBackup.sourceBackupId=UUID.',
    ),
  },
  examples: [
    {
      given: { 'properties.fromBackup': { backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e' } },
      gives: { 'properties.restoreFromBackup.sourceBackupId': 'dcd31531-3ac8-11eb-9feb-046c59cc737e' },
    },
    {
      given: { 'properties.fromBackup': { backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e-4oymiqu-12' } },
      says: ['not-a-uuid'],
    },
    { given: { 'properties.fromBackup': { recoveryTargetTime: '2024-01-15T10:00:00Z' } }, says: ['missing'] },
  ],
  check: (value, [time]) => {
    if (value === undefined) return time === undefined ? silent : [{ id: 'missing' }];
    return isUuid(value) ? silent : [{ id: 'not-a-uuid' }];
  },
});

/** `fromBackup.recoveryTargetTime` → `restoreFromBackup.recoveryTargetDatetime`. */
export const restoreTargetDatetime = rule({
  id: 'restoreFromBackup/recoveryTargetDatetime',
  kind: 'map',
  summary:
    'recoveryTargetTime is called recoveryTargetDatetime in v2; an empty one is left out, so the whole backup is applied.',
  evidence:
    'Upjet migration guide; v1 how-to ("if empty, the backup will be applied completely"); Go SDK of v2 (reads times with Z only).',
  from: ['properties.fromBackup.recoveryTargetTime'],
  to: ['properties.restoreFromBackup.recoveryTargetDatetime'],
  targets: ['ClusterCreate', 'restoreFromBackup', 'restoreInPlace'],
  messages: {
    utc: info('The time was rewritten as the same time in UTC, with Z.'),
    'no-zone': warning(
      'The time names no zone and is taken as UTC.',
      'Make sure that UTC was meant, or supply the time in UTC, with Z: --override restoreFromBackup.recoveryTargetDatetime=TIME.',
    ),
    'not-utc': warning(
      "The supplied time is not in UTC with Z, which IONOS' Go SDK takes nothing else than.",
      'Supply the same time in UTC: --override restoreFromBackup.recoveryTargetDatetime={utc}.',
    ),
    'not-a-time': error(
      'The time is no RFC 3339 date-time.',
      'Supply it like 2024-01-15T10:00:00Z: --override restoreFromBackup.recoveryTargetDatetime=TIME.',
    ),
    missing: error(
      'A restore in place needs a time in v2, and the document names none; none is made up.',
      'Choose the time to go back to: --set restoreFromBackup.recoveryTargetDatetime=TIME.',
    ),
  },
  examples: [
    {
      given: {
        'properties.fromBackup': {
          backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e',
          recoveryTargetTime: '2020-12-10T13:37:50+01:00',
        },
      },
      gives: { 'properties.restoreFromBackup.recoveryTargetDatetime': '2020-12-10T12:37:50Z' },
      says: ['utc'],
    },
    {
      given: {
        'properties.fromBackup': {
          backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e',
          recoveryTargetTime: '2020-12-10T13:37:50',
        },
      },
      gives: { 'properties.restoreFromBackup.recoveryTargetDatetime': '2020-12-10T13:37:50Z' },
      says: ['no-zone'],
    },
    {
      given: { 'properties.fromBackup': { backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e', recoveryTargetTime: '' } },
      gives: { 'properties.restoreFromBackup.recoveryTargetDatetime': undefined },
    },
    {
      given: {
        'properties.fromBackup': { backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e', recoveryTargetTime: '2020-12-10' },
      },
      says: ['not-a-time'],
    },
    {
      given: { 'properties.fromBackup': { backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e' } },
      says: ['not-utc'],
      options: { set: { 'restoreFromBackup.recoveryTargetDatetime': '2020-12-10T13:37:50+01:00' } },
    },
    {
      given: { 'properties.fromBackup': { backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e' } },
      says: ['missing'],
      target: 'restoreInPlace',
    },
  ],
  map: ([value]) => {
    if (!value) return {};
    const time = readDateTime(value);
    if (time === undefined || time.utc === value) return { values: [value] };
    return { values: [time.utc], says: [{ id: time.hasZone ? 'utc' : 'no-zone' }] };
  },
  check: (value) => {
    const time = value === undefined ? undefined : readDateTime(value);
    if (value === undefined || time?.utc === value) return silent;
    return time?.hasZone ? [{ id: 'not-utc', data: { utc: time.utc } }] : [{ id: 'not-a-time' }];
  },
});

/** `fromBackup` beside an id: sent with a PUT it would overwrite data, so it stays behind. */
export const restoreNotOnPut = rule({
  id: 'restoreFromBackup/not-on-put',
  kind: 'drop',
  summary: 'fromBackup of an existing cluster is not carried over: a PUT with restoreFromBackup overwrites the data.',
  evidence: 'v2 SDK (the in-place variant overwrites); the Terraform provider sends it on every update.',
  from: ['properties.fromBackup.backupId', 'properties.fromBackup.recoveryTargetTime'],
  targets: ['ClusterEnsure', 'ClusterRead'],
  messages: {
    dropped: warning(
      'fromBackup is not carried over: a PUT with restoreFromBackup would overwrite the data.',
      'To restore in place, translate the restore request itself.',
    ),
  },
  examples: [
    {
      given: { 'properties.fromBackup': { backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e' } },
      says: ['dropped'],
      target: 'ClusterEnsure',
    },
  ],
  map: () => ({ says: [{ id: 'dropped' }] }),
});
