// Backups, which are only read: the answer of v1 as the answer of v2.
import { isUuid } from '../../model/uuid.js';
import { composeHref, keep, keepOr } from '../answers.js';
import { backupRule, error, silent, warning } from '../define.js';

const evidence = 'v1 and v2 SDK models of backups.';

/** `type` stays; v2 asks for one. */
export const backupType = backupRule({
  id: 'backupRead/type',
  kind: 'map',
  summary: 'The type stays; an answer of v2 always has one.',
  evidence,
  ...keepOr('type', () => 'backup'),
  examples: [{ given: { type: undefined }, gives: { type: 'backup' }, target: 'Backup' }],
});

/** `id` stays; v2 has UUIDs only. */
export const backupId = backupRule({
  id: 'backupRead/id',
  kind: 'map',
  summary: 'The id stays; v2 has UUIDs only, v1 had others too.',
  evidence: 'v2 SDK ("UUID for the backup"); v1 samples such as CLUSTERID-4oymiqu-12.',
  ...keep('id'),
  messages: {
    'not-a-uuid': warning(
      'The id {id} of the backup is no UUID; in v2 the backup has another one.',
      'Look it up with GET /backups?filter.clusterId=ID on the v2 host.',
    ),
    missing: error('The backup has no id.', 'Look it up with GET /backups on the v2 host, and add it to the document.'),
  },
  examples: [
    { given: {}, gives: { id: 'dcd31531-3ac8-11eb-9feb-046c59cc737e' }, target: 'Backup' },
    {
      given: { id: '498ae72f-411f-11eb-9d07-046c59cc737e-4oymiqu-12' },
      gives: { id: '498ae72f-411f-11eb-9d07-046c59cc737e-4oymiqu-12' },
      says: ['not-a-uuid'],
      target: 'Backup',
    },
    { given: { id: undefined }, says: ['missing'], target: 'Backup' },
  ],
  check: (id) => (id === undefined || isUuid(id) ? silent : [{ id: 'not-a-uuid', data: { id } }]),
});

/** `href` is the place of the backup on a v2 host. */
export const backupHref = backupRule({
  id: 'backupRead/href',
  kind: 'supply',
  summary: 'href is composed from the v2 host and the id, where --set location says which host.',
  evidence: 'v2 SDK; a backup does not say in which region its cluster is.',
  ...composeHref('backups'),
  examples: [
    { given: {}, gives: { href: undefined }, target: 'Backup' },
    {
      given: {},
      gives: { href: 'https://postgresql.de-fra.ionos.com/backups/dcd31531-3ac8-11eb-9feb-046c59cc737e' },
      target: 'Backup',
      options: { set: { location: 'de/fra' } },
    },
  ],
});

/** The region is not in a backup; a person may say it. */
export const backupRegion = backupRule({
  id: 'backupRead/region',
  kind: 'supply',
  summary: 'A backup does not say in which region its cluster is; --set location says it.',
  evidence,
  to: ['location'],
});

/** Who made the backup and when, and its state. */
export const backupMetadata = backupRule({
  id: 'backupRead/metadata',
  kind: 'map',
  summary: 'People and state stay in metadata.',
  evidence,
  ...keep(
    'metadata.createdBy',
    'metadata.createdByUserId',
    'metadata.lastModifiedBy',
    'metadata.lastModifiedByUserId',
    'metadata.state',
  ),
  examples: [{ given: {}, gives: { 'metadata.state': 'AVAILABLE' }, target: 'Backup' }],
});
