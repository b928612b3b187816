// What surrounds the properties, and what v2 has no place for.
import { isUuid } from '../model/uuid.js';
import { error, info, rule, silent, warning } from './define.js';

/** `location` chooses the host of the request and leaves the body. */
export const requestLocation = rule({
  id: 'request/location',
  kind: 'map',
  summary: 'location leaves the body: it chooses the host that the request goes to.',
  evidence: 'v2 SDK and Terraform provider (one host per region; de/fra/2 shares the host of de/fra).',
  from: ['properties.location'],
  to: ['location'],
  reads: ['properties.dnsName'],
  messages: {
    case: info('The letter case of the location was normalised to {location}.'),
    'shared-host': info('de/fra/2 is served by the v2 host of de/fra.'),
    unknown: error(
      'The location is none that v2 has a host for: {known}.',
      'Choose one with --override location=LOCATION.',
    ),
    'dns-differs': warning(
      "The DNS name lies in another region than location says; the request goes to location's host.",
      'Find out where the cluster is, and choose with --override location=LOCATION.',
    ),
    missing: error(
      'location is missing, and it chooses the v2 host.',
      'Supply it with --set location=LOCATION, one of {known}.',
    ),
  },
  examples: [
    { given: { 'properties.location': 'de/txl' } },
    { given: { 'properties.location': 'DE/FRA' }, says: ['case'] },
    { given: { 'properties.location': 'de/fra/2' }, says: ['shared-host'] },
    { given: { 'properties.location': 'mars/one' }, says: ['unknown'] },
    {
      given: {
        'properties.location': 'de/fra',
        'properties.dnsName': 'pg-6f67043c40e260c8.postgresql.de-txl.ionos.com',
      },
      says: ['dns-differs'],
    },
    { given: { 'properties.location': undefined }, says: ['missing'] },
  ],
  map: ([value, dnsName], { facts }) => {
    if (value === undefined) return {};
    const location = value.toLowerCase();
    const url = Object.hasOwn(facts.locations, location) ? facts.locations[location] : undefined;
    const region =
      dnsName === undefined ? undefined : /^pg-[^.]+\.(postgresql\.[a-z-]+\.ionos\.com)$/.exec(dnsName)?.[1];
    const differs = url !== undefined && region !== undefined && url !== `https://${region}`;
    if (location === value && location !== 'de/fra/2' && !differs) return { values: [location] };
    const says = [
      ...(location === value ? [] : [{ id: 'case', data: { location } } as const]),
      ...(location === 'de/fra/2' ? [{ id: 'shared-host' } as const] : []),
      ...(differs ? [{ id: 'dns-differs' } as const] : []),
    ];
    return { values: [location], says };
  },
  check: (value, _looks, { facts }) => {
    if (value !== undefined && Object.hasOwn(facts.locations, value)) return silent;
    const known = Object.keys(facts.locations).join(', ');
    return [{ id: value === undefined ? 'missing' : 'unknown', data: { known } }];
  },
});

/** `storageType` has no v2 form. */
export const clusterStorageType = rule({
  id: 'cluster/storageType',
  kind: 'drop',
  summary: 'v2 has no storageType: it stores on SSD Premium only.',
  evidence: 'Upjet migration guide ("no longer selectable"); summary of the IONOS notice on the move.',
  from: ['properties.storageType'],
  to: [],
  messages: {
    same: info('v2 stores on SSD Premium only, which this cluster asks for anyway.'),
    'other-class': warning(
      '{type} is dropped: v2 stores on SSD Premium only, with its performance and at its price.',
      'Make sure that the price of SSD Premium is accepted.',
    ),
    moved: info('{type} is dropped: clusters on it were moved to SSD Premium, and are billed at its rate.'),
    unknown: warning(
      'The storage type is none that v1 knew; it is dropped, since v2 stores on SSD Premium only.',
      'Make sure that SSD Premium is what is needed.',
    ),
  },
  examples: [
    { given: { 'properties.storageType': 'SSD' }, says: ['same'] },
    { given: { 'properties.storageType': 'HDD' }, says: ['other-class'] },
    { given: { 'properties.storageType': 'HDD' }, says: ['moved'], target: 'ClusterEnsure' },
    { given: { 'properties.storageType': 'NVMe' }, says: ['unknown'] },
  ],
  map: ([type], { target }) => {
    if (type === 'SSD' || type === 'SSD Premium') return { says: [{ id: 'same' }] };
    if (type !== 'HDD' && type !== 'SSD Standard') return { says: [{ id: 'unknown' }] };
    return { says: [{ id: target === 'ClusterCreate' ? 'other-class' : 'moved', data: { type } }] };
  },
});

/** `id` stays in the body of a PUT. */
export const clusterId = rule({
  id: 'cluster/id',
  kind: 'map',
  summary: 'The id stays: a moved cluster keeps it, and a PUT names it in path and body.',
  evidence: 'v2 SDK; Terraform and Upjet migration guides (same id).',
  from: ['id'],
  to: ['id'],
  targets: ['ClusterEnsure', 'ClusterRead'],
  messages: {
    'not-a-uuid': {
      ...error(
        'The cluster id is no UUID.',
        'Correct the document, or translate it to a new cluster with --to create.',
      ),
      decision: [],
    },
    missing: {
      ...error(
        'The document has no id, and a PUT needs one.',
        'Add the id to the document, or translate it to a new cluster with --to create.',
      ),
      decision: [],
    },
  },
  examples: [
    { given: {}, gives: { id: '498ae72f-411f-11eb-9d07-046c59cc737e' }, target: 'ClusterEnsure' },
    { given: { id: 'orders' }, says: ['not-a-uuid'], target: 'ClusterEnsure' },
    { given: { id: undefined }, says: ['missing'], target: 'ClusterEnsure', options: { kind: 'ClusterResponse' } },
  ],
  check: (value) => (value === undefined || isUuid(value) ? silent : [{ id: 'not-a-uuid' }]),
});

/** `id` of a response that becomes a new cluster. */
export const clusterOldId = rule({
  id: 'cluster/old-id',
  kind: 'drop',
  summary: 'The id stays behind: a new cluster gets one of its own.',
  evidence: 'v2 SDK (ClusterCreate has no id).',
  from: ['id'],
  to: [],
  targets: ['ClusterCreate'],
  messages: {},
  examples: [],
});

/** `type` and `href` have no place in a request. */
export const clusterType = rule({
  id: 'cluster/type',
  kind: 'drop',
  summary: 'type and href are of responses and have no place in a request.',
  evidence: 'v2 SDK.',
  from: ['type', 'href'],
  to: [],
  url: true,
  targets: ['ClusterCreate', 'ClusterEnsure'],
  messages: {},
  examples: [],
});

/** `metadata` is written by the server. */
export const clusterMetadata = rule({
  id: 'cluster/metadata',
  kind: 'drop',
  summary: 'metadata is written by the server and has no place in a request.',
  evidence: 'v2 SDK.',
  from: [
    'metadata.createdDate',
    'metadata.createdBy',
    'metadata.createdByUserId',
    'metadata.lastModifiedDate',
    'metadata.lastModifiedBy',
    'metadata.lastModifiedByUserId',
    'metadata.state',
  ],
  to: [],
  targets: ['ClusterCreate', 'ClusterEnsure'],
  messages: {},
  examples: [],
});

/** `dnsName` is read-only. */
export const clusterDnsName = rule({
  id: 'cluster/dnsName',
  kind: 'drop',
  summary: 'dnsName is read-only; v2 reports it in metadata, and it has no place in a request.',
  evidence: 'v2 SDK (metadata.dnsName).',
  from: ['properties.dnsName'],
  to: [],
  targets: ['ClusterCreate', 'ClusterEnsure'],
  messages: {},
  examples: [],
});
