// The backup object: where backups are kept and for how long.
import { error, info, rule, silent, warning } from '../define.js';

/** `backupLocation` → `backup.location`; a location that only v1 had is a person's to map. */
export const backupLocation = rule({
  id: 'backup/location',
  kind: 'map',
  summary: 'backupLocation moves into the backup object.',
  evidence:
    'Upjet migration guide; Ansible and Terraform tests show eu-central-3, eu-central-4 and us-central-1; Terraform provider and ionosctl keep the locations of v1 only apart, as another kind of storage (that v2 refuses them is inferred).',
  from: ['properties.backupLocation'],
  to: ['properties.backup.location'],
  express: 'copied',
  messages: {
    'v1-only': {
      ...error(
        'The backup location {location} is another kind of storage, which only v1 had; v2 is known to use {known}.',
        'Choose one that GET /backup-locations on the v2 host lists, with --override backup.location=LOCATION or a map in the decisions file; where GET /clusters/ID shows {location} in v2, map it to itself.',
      ),
      suggests: ['backup.location'],
    },
    'v1-answer': warning(
      'The backup location {location} is another kind of storage, which only v1 had; v2 is known to use {known}.',
      'GET /clusters/ID on the v2 host tells the location.',
    ),
    unknown: warning(
      'The backup location is none of those known for v2: {known}.',
      'Ask GET /backup-locations on the v2 host, and choose with --override backup.location=LOCATION or a map in the decisions file.',
    ),
    empty: error(
      'The backup location is empty.',
      'Ask GET /backup-locations on the v2 host: --override backup.location=LOCATION.',
    ),
    missing: error(
      'backupLocation is missing: v1 chose one by itself, v2 needs backup.location.',
      'Ask GET /backup-locations on the v2 host (for an existing cluster GET /clusters/ID): --set backup.location=LOCATION.',
    ),
  },
  examples: [
    { given: { 'properties.backupLocation': 'eu-central-3' }, gives: { 'properties.backup.location': 'eu-central-3' } },
    { given: { 'properties.backupLocation': 'de' }, says: ['v1-only'] },
    { given: { 'properties.backupLocation': 'eu-south-2' }, says: ['v1-only'], target: 'ClusterEnsure' },
    {
      given: { 'properties.backupLocation': 'de' },
      gives: { 'properties.backup.location': 'de' },
      says: ['v1-answer'],
      target: 'ClusterRead',
    },
    {
      given: { 'properties.backupLocation': 'de' },
      gives: { 'properties.backup.location': 'de' },
      options: { decisions: { map: { 'backup.location': { de: 'de' } } } },
    },
    {
      given: { 'properties.backupLocation': 'de' },
      gives: { 'properties.backup.location': 'eu-central-3' },
      options: { decisions: { map: { 'backup.location': { de: 'eu-central-3' } } } },
    },
    {
      given: { 'properties.backupLocation': 'ap-south-1' },
      gives: { 'properties.backup.location': 'ap-south-1' },
      says: ['unknown'],
    },
    { given: { 'properties.backupLocation': '' }, says: ['empty'] },
    { given: { 'properties.backupLocation': undefined }, says: ['missing'] },
  ],
  map: ([location], { facts, target }) => {
    const { v2, v1Only } = facts.backupLocations;
    if (!location || v2.includes(location)) return { values: [location] };
    const near = v1Only.get(location);
    const known = v2.map((one) => (one === near ? `${one} (in the same city)` : one)).join(', ');
    if (!v1Only.has(location)) return { values: [location], says: [{ id: 'unknown', data: { known } }] };
    const data = { location, known };
    if (target === 'ClusterRead') return { values: [location], says: [{ id: 'v1-answer', data }] };
    const suggest = near === undefined ? {} : { suggest: { 'backup.location': near } };
    return { values: [location], says: [{ id: 'v1-only', data, ...suggest }] };
  },
  check: (value) => (value === '' ? [{ id: 'empty' }] : silent),
});

/** `backup.retentionDays` has no v1 source; v1 kept backups for seven days. */
export const backupRetentionDays = rule({
  id: 'backup/retentionDays',
  kind: 'supply',
  summary: 'v1 kept backups for seven days; v2 asks for the number.',
  evidence: 'v1 backup documentation (7 days); Python SDK of v2 (1 to 365).',
  to: ['properties.backup.retentionDays'],
  messages: {
    default: info('Backups are kept for {days} days, as in v1.', 'For another time: --set backup.retentionDays=N.'),
    outside: error(
      'backup.retentionDays is {value}; v2 takes {min} to {max} days.',
      'Supply a number in between with --override backup.retentionDays=N.',
    ),
  },
  examples: [
    { given: {}, gives: { 'properties.backup.retentionDays': 7 }, says: ['default'] },
    { given: {}, gives: { 'properties.backup.retentionDays': 7 }, says: [], target: 'ClusterEnsure' },
    { given: {}, gives: { 'properties.backup.retentionDays': 14 }, options: { set: { 'backup.retentionDays': 14 } } },
    { given: {}, says: ['outside'], options: { set: { 'backup.retentionDays': 400 } } },
  ],
  fallback: ({ facts, target }) => ({
    value: facts.limits.retentionDaysOfV1,
    // Of a PUT another rule tells what it resets.
    says: target === 'ClusterEnsure' ? silent : [{ id: 'default', data: { days: facts.limits.retentionDaysOfV1 } }],
  }),
  check: (value, _looks, { facts }) => {
    const { min, max } = facts.limits.retentionDays;
    if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return silent;
    return [{ id: 'outside', data: { value, min, max } }];
  },
});
