// The properties of a backup, but for its dates.
import { keep } from '../answers.js';
import { backupRule, info } from '../define.js';

const evidence = 'v1 and v2 SDK models of backups.';

/** `version` → `postgresClusterVersion`. */
export const backupVersion = backupRule({
  id: 'backupRead/postgresClusterVersion',
  kind: 'map',
  summary: 'version is called postgresClusterVersion in v2.',
  evidence,
  from: ['properties.version'],
  to: ['properties.postgresClusterVersion'],
  examples: [{ given: {}, gives: { 'properties.postgresClusterVersion': '15' }, target: 'Backup' }],
});

/** What stays in the properties. */
export const backupKept = backupRule({
  id: 'backupRead/kept',
  kind: 'map',
  summary: 'The cluster, the location and whether the backup is active stay as they are.',
  evidence,
  ...keep('properties.clusterId', 'properties.isActive', 'properties.location'),
  examples: [{ given: {}, gives: { 'properties.isActive': true }, target: 'Backup' }],
});

/** `latestRecoveryTargetTime` has no v1 source. */
export const backupLatest = backupRule({
  id: 'backupRead/latestRecoveryTargetTime',
  kind: 'supply',
  summary: 'The latest time to go back to is not known from v1 and is left out; null would say "up to now".',
  evidence,
  to: ['properties.latestRecoveryTargetTime'],
  examples: [{ given: {}, gives: { 'properties.latestRecoveryTargetTime': undefined }, target: 'Backup' }],
});

/** `size` has no v2 form, and the id stands at the top. */
export const backupDropped = backupRule({
  id: 'backupRead/dropped',
  kind: 'drop',
  summary: 'v2 does not tell the size of a backup, and has its id at the top only.',
  evidence,
  from: ['properties.size', 'properties.id'],
  messages: { size: info('v2 does not tell the size of a backup; {size} MB is dropped.') },
  examples: [{ given: { 'properties.size': 543 }, says: ['size'], target: 'Backup' }],
  map: ([size]) => (size === undefined ? {} : { says: [{ id: 'size', data: { size } }] }),
});
