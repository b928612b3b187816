// What a v2 answer holds around the properties: `--to read` composes it from what v1 answered.
import { composeHref, keep, keepDate, keepOr } from '../answers.js';
import { readRule, warning } from '../define.js';

const evidence = 'v1 and v2 SDK models of responses.';
const busyStates = { new: 'PROVISIONING', known: 'UPDATING' } as const;
const keptStates = ['AVAILABLE', 'FAILED'] as const;
type KeptState = (typeof keptStates)[number];

/** `type` stays; v2 asks for one. */
export const readType = readRule({
  id: 'read/type',
  kind: 'map',
  summary: 'The type stays; an answer of v2 always has one.',
  evidence,
  ...keepOr('type', () => 'cluster'),
  examples: [{ given: { type: undefined }, gives: { type: 'cluster' }, target: 'ClusterRead' }],
});

/** `href` is the place of the cluster on the v2 host. */
export const readHref = readRule({
  id: 'read/href',
  kind: 'supply',
  summary: 'href is composed from the v2 host and the id; v1 answers have none.',
  evidence: 'v2 SDK (href is required); facts on hosts.',
  ...composeHref('clusters'),
  examples: [
    {
      given: {},
      gives: { href: 'https://postgresql.de-txl.ionos.com/clusters/498ae72f-411f-11eb-9d07-046c59cc737e' },
      target: 'ClusterRead',
    },
    {
      given: { href: 'https://api.ionos.com/databases/postgresql/clusters/498ae72f-411f-11eb-9d07-046c59cc737e' },
      gives: { href: 'https://postgresql.de-txl.ionos.com/clusters/498ae72f-411f-11eb-9d07-046c59cc737e' },
      target: 'ClusterRead',
    },
  ],
});

/** Who made the cluster, and who changed it last. */
export const readPeople = readRule({
  id: 'read/people',
  kind: 'map',
  summary: 'Who made the cluster and who changed it last stays in metadata.',
  evidence,
  ...keep('metadata.createdBy', 'metadata.createdByUserId', 'metadata.lastModifiedBy', 'metadata.lastModifiedByUserId'),
  examples: [{ given: {}, gives: { 'metadata.createdBy': 'ops@example.org' }, target: 'ClusterRead' }],
});

/** `metadata.createdDate`, an RFC 3339 date-time in v2. */
export const readCreatedDate = readRule({
  id: 'read/createdDate',
  kind: 'map',
  summary: 'The date of creation stays in metadata.',
  evidence,
  ...keepDate('metadata.createdDate', '/clusters/ID'),
  examples: [
    { given: {}, gives: { 'metadata.createdDate': '2023-05-02T08:11:40Z' }, target: 'ClusterRead' },
    {
      given: { 'metadata.createdDate': '2023-05-02T08:11:40+02:00' },
      gives: { 'metadata.createdDate': '2023-05-02T06:11:40Z' },
      says: ['utc'],
      target: 'ClusterRead',
    },
    {
      given: { 'metadata.createdDate': '2023-05-02T08:11:40' },
      gives: { 'metadata.createdDate': '2023-05-02T08:11:40Z' },
      says: ['no-zone'],
      target: 'ClusterRead',
    },
    {
      given: { 'metadata.createdDate': 'last May' },
      gives: { 'metadata.createdDate': undefined },
      says: ['not-a-time'],
      target: 'ClusterRead',
    },
  ],
});

/** `metadata.lastModifiedDate`, an RFC 3339 date-time in v2. */
export const readLastModifiedDate = readRule({
  id: 'read/lastModifiedDate',
  kind: 'map',
  summary: 'The date of the last change stays in metadata.',
  evidence,
  ...keepDate('metadata.lastModifiedDate', '/clusters/ID'),
  examples: [
    {
      given: { 'metadata.lastModifiedDate': '2023-05-02T08:11:40+02:00' },
      gives: { 'metadata.lastModifiedDate': '2023-05-02T06:11:40Z' },
      says: ['utc'],
      target: 'ClusterRead',
    },
    {
      given: { 'metadata.lastModifiedDate': '2024-02-19T16:02:11' },
      gives: { 'metadata.lastModifiedDate': '2024-02-19T16:02:11Z' },
      says: ['no-zone'],
      target: 'ClusterRead',
    },
    { given: { 'metadata.lastModifiedDate': 'today' }, says: ['not-a-time'], target: 'ClusterRead' },
  ],
});

/** `metadata.state`: v2 has other words for a cluster that is busy, and none for one in trouble. */
export const readState = readRule({
  id: 'read/state',
  kind: 'map',
  summary: 'The state stays where v2 has it; BUSY becomes PROVISIONING or UPDATING.',
  evidence: 'v1 and v2 SDK enums; a captured answer of a cluster that was being made.',
  ...keep('metadata.state'),
  reads: ['metadata.lastModifiedDate', 'properties.dnsName'],
  messages: {
    inferred: warning(
      'BUSY has no v2 form; {state} is inferred from the date of the last change and the DNS name.',
      'GET /clusters/ID on the v2 host tells the state.',
    ),
    destroying: warning(
      'The cluster was being destroyed when this was read.',
      'GET /clusters/ID on the v2 host tells whether it is still there.',
    ),
    'left-out': warning(
      'The state has no v2 form and is left out; it is not AVAILABLE.',
      'GET /clusters/ID on the v2 host tells the state.',
    ),
  },
  examples: [
    { given: {}, gives: { 'metadata.state': 'AVAILABLE' }, target: 'ClusterRead' },
    {
      given: { 'metadata.state': 'BUSY' },
      gives: { 'metadata.state': 'UPDATING' },
      says: ['inferred'],
      target: 'ClusterRead',
    },
    {
      given: { 'metadata.state': 'BUSY', 'metadata.lastModifiedDate': null, 'properties.dnsName': undefined },
      gives: { 'metadata.state': 'PROVISIONING' },
      says: ['inferred'],
      target: 'ClusterRead',
    },
    {
      given: { 'metadata.state': 'DESTROYING' },
      gives: { 'metadata.state': 'DESTROYING' },
      says: ['destroying'],
      target: 'ClusterRead',
    },
    {
      given: { 'metadata.state': 'DEGRADED' },
      gives: { 'metadata.state': undefined },
      says: ['left-out'],
      target: 'ClusterRead',
    },
  ],
  map: ([value, modified, dnsName]) => {
    if (value === 'BUSY') {
      const state = modified === undefined && dnsName === undefined ? busyStates.new : busyStates.known;
      return { values: [state], says: [{ id: 'inferred', data: { state } }] };
    }
    if (value === 'DESTROYING') return { values: [value], says: [{ id: 'destroying' }] };
    return keptStates.includes(value as KeptState) ? { values: [value as KeptState] } : { says: [{ id: 'left-out' }] };
  },
});

/** `properties.dnsName` → `metadata.dnsName`. */
export const readDnsName = readRule({
  id: 'read/dnsName',
  kind: 'map',
  summary: 'dnsName moves from the properties into metadata.',
  evidence: 'v2 SDK (metadata.dnsName); IONOS keeps the name when it moves a cluster.',
  from: ['properties.dnsName'],
  to: ['metadata.dnsName'],
  examples: [
    {
      given: {},
      gives: { 'metadata.dnsName': 'pg-6f67043c40e260c8.postgresql.de-txl.ionos.com' },
      target: 'ClusterRead',
    },
  ],
});
