// Which v2 request takes the place of which v1 request. Paths without a name come first, since the first match wins.
import type { Dated } from '../model/dated.js';
import type { Operation, Operations } from '../model/operation.js';

const users =
  'v2 has one user and one database, given with the credentials of the cluster; manage others with SQL (CREATE ROLE, CREATE DATABASE).';
const versions: Pick<Operation, 'v2' | 'note'> = {
  v2: { method: 'GET', path: '/versions' },
  note: 'data[].name becomes items[].properties.version; canUpgradeTo says what a version can be upgraded to.',
};
const build: Pick<Operation, 'note'> = { note: 'v2 does not tell its own version; leave the request out.' };
/** Parameters that both versions have for pages of a list. */
const pages = ['limit', 'offset'] as const;
const own = '/clusters/{clusterId}';

const rows: readonly Operation[] = [
  {
    v1: { method: 'POST', path: '/clusters' },
    v2: { method: 'POST', path: '/clusters' },
    body: 'CreateClusterRequest',
    note: "The body's location chooses the host and leaves the body; fromBackup becomes restoreFromBackup with sourceBackupId.",
  },
  {
    v1: { method: 'PATCH', path: own },
    v2: { method: 'PUT', path: own },
    body: 'PatchClusterRequest',
    note: 'A PUT takes no earlier values: it needs the whole cluster, which --base supplies.',
  },
  {
    v1: { method: 'POST', path: `${own}/restore` },
    v2: { method: 'PUT', path: own },
    body: 'CreateRestoreRequest',
    note: 'restoreFromBackup with a time in a PUT of the whole cluster, which --base supplies; no backup id; data is overwritten.',
  },
  {
    v1: { method: 'GET', path: '/clusters/backups' },
    v2: { method: 'GET', path: '/backups' },
    query: pages,
    note: 'Same parameters for pages.',
  },
  {
    v1: { method: 'GET', path: '/clusters/backups/{backupId}' },
    v2: { method: 'GET', path: '/backups/{backupId}' },
    note: 'The id must be a UUID; some of v1 are none.',
  },
  {
    v1: { method: 'GET', path: `${own}/backups` },
    v2: { method: 'GET', path: '/backups?filter.clusterId={clusterId}' },
    query: pages,
    note: 'A filter of the list of all backups.',
  },
  { v1: { method: 'GET', path: '/clusters/postgresversions' }, ...versions },
  { v1: { method: 'GET', path: '/versions' }, ...versions },
  { v1: { method: 'GET', path: `${own}/versions` }, ...versions },
  { v1: { method: 'GET', path: `${own}/postgresversions` }, ...versions },
  {
    v1: { method: 'GET', path: '/clusters' },
    v2: { method: 'GET', path: '/clusters' },
    query: [...pages, 'filter.name'],
    note: 'Each region answers for its own clusters; links becomes _links, and a short page is the last one.',
  },
  { v1: { method: 'GET', path: own }, v2: { method: 'GET', path: own }, note: 'On the host of the region.' },
  { v1: { method: 'DELETE', path: own }, v2: { method: 'DELETE', path: own }, note: 'The answer is empty in v2.' },
  {
    v2: { method: 'GET', path: '/backup-locations' },
    note: 'New: the values that backup.location takes.',
  },
  {
    v1: { method: 'GET', path: `${own}/logs` },
    note: 'Set logsEnabled and metricsEnabled, and read them in the observability service.',
  },
  { v1: { method: 'GET', path: `${own}/users` }, note: users },
  { v1: { method: 'POST', path: `${own}/users` }, body: 'User', note: users },
  { v1: { method: 'GET', path: `${own}/users/{username}` }, note: users },
  { v1: { method: 'PATCH', path: `${own}/users/{username}` }, body: 'User', note: users },
  { v1: { method: 'DELETE', path: `${own}/users/{username}` }, note: users },
  { v1: { method: 'GET', path: `${own}/databases` }, note: users },
  { v1: { method: 'POST', path: `${own}/databases` }, body: 'Database', note: users },
  { v1: { method: 'GET', path: `${own}/databases/{databasename}` }, note: users },
  { v1: { method: 'DELETE', path: `${own}/databases/{databasename}` }, note: users },
  { v1: { method: 'GET', path: '/infos/version' }, ...build },
  { v1: { method: 'GET', path: '/infos/versions' }, ...build },
];

/** The operations of both versions. */
export const operations: Dated<Operations> = {
  data: { base: 'https://api.ionos.com/databases/postgresql', rows },
  source:
    'v1 and v2 Go SDKs (api_*.go); ionoscloud-dbaas-postgres 3.0.1 (methods and paths of v2, as its client sends them); IONOS page on the two versions; v1 how-tos',
  checked: '2026-11-26',
};
