// A restore in place: in v1 a request of its own, in v2 part of a PUT, and it overwrites the cluster's data.
import { rule, warning } from '../define.js';

const targets = ['restoreInPlace'] as const;
const given = {
  'properties.fromBackup': {
    backupId: 'dcd31531-3ac8-11eb-9feb-046c59cc737e',
    recoveryTargetTime: '2024-01-15T10:00:00Z',
  },
};

/** `backupId` of a restore in place: v2 takes the cluster's own backups. */
export const restoreInPlaceBackupId = rule({
  id: 'restoreInPlace/backupId',
  kind: 'drop',
  summary: "A restore in place takes no backup id in v2: it goes back in time on the cluster's own backups.",
  evidence: 'v2 SDK (the in-place variant has a time only, "source inferred automatically").',
  from: ['properties.fromBackup.backupId'],
  targets,
  messages: {
    dropped: warning(
      "The backup id is dropped: v2 restores in place from the cluster's own backups, by time.",
      'Make sure that the backup is one of this cluster; for a backup of another one, translate the document with --kind from-backup into a new cluster.',
    ),
  },
  examples: [{ given, says: ['dropped'], target: 'restoreInPlace' }],
  map: () => ({ says: [{ id: 'dropped' }] }),
});

/** What a restore in place does to the data. */
export const restoreInPlaceOverwrites = rule({
  id: 'restoreInPlace/overwrites',
  kind: 'flag',
  summary: 'A restore in place overwrites the data that the cluster holds.',
  evidence: 'v2 SDK ("the current data is overwritten"); the Terraform provider sends it again on every update.',
  targets,
  messages: {
    data: warning(
      "A PUT with restoreFromBackup overwrites the cluster's data with its state at that time.",
      'Send it once, with the whole cluster around it, and remove restoreFromBackup before the next PUT.',
    ),
  },
  examples: [{ given, says: ['data'], target: 'restoreInPlace' }],
  check: () => [{ id: 'data' }],
});
