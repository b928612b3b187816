// Recognition by shape: a row for every row of the table of kinds, and for every document that is refused.
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/recognise/detect.js';
import { makeCreate, makeResponse, shareProperties } from '../support/base.js';
import { describeFound } from '../support/describe-found.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const href = `https://postgresql.de-txl.ionos.com/clusters/${id}`;
const ofV2 = {
  name: 'orders-db',
  version: '15',
  instances: { count: 1, ram: 4, cores: 1, storageSize: 10 },
  connection: { datacenterId: id, lanId: '1', primaryInstanceAddress: '10.0.0.9/24' },
  maintenanceWindow: { time: '01:00:00', dayOfTheWeek: 'Sunday' },
  replicationMode: 'ASYNCHRONOUS',
  backup: { location: 'eu-central-3', retentionDays: 7 },
};
const backup = { clusterId: id, isActive: true, location: 'de' };
const user = { properties: { username: 'app', system: false } };

describe('a document is recognised as', () => {
  test.each<[string, unknown, string]>([
    ['a list of versions', { data: [{ name: '15' }] }, 'v1 PostgresVersionList'],
    ['a list of clusters', { type: 'collection', items: [makeResponse()] }, 'v1 ClusterList of items'],
    ['an empty list', { items: [] }, 'v1 ClusterList of items'],
    ['an array of requests', [makeCreate()], 'v1 ClusterList of'],
    ['an empty array', [], 'v1 ClusterList of'],
    [
      'a list of backups and clusters',
      {
        items: [
          { type: 'backup', properties: backup },
          { type: 'cluster', id, properties: { displayName: 'a' } },
        ],
      },
      'v1 ClusterList of items',
    ],
    ['a list of backups', { items: [{ type: 'backup', properties: backup }] }, 'v1 ClusterBackupList of items'],
    ['a list of users', { items: [user] }, 'v1 UserList of items'],
    ['a list of databases', { items: [{ properties: { name: 'a', owner: 'b' } }] }, 'v1 DatabaseList of items'],
    ['a v2 list', { items: [{ id, href, properties: ofV2 }], _links: {} }, 'v2 v2 list of items'],
    ['a list whose first item is strange', { items: [null, { x: 1 }] }, 'v1 ClusterList of items'],
    ['fromBackup', { backupId: id }, 'v1 fromBackup, bare'],
    ['fromBackup with a time', { backupId: id, recoveryTargetTime: '2024-01-15T10:00:00Z' }, 'v1 fromBackup, bare'],
    ['fromBackup with only a time', { recoveryTargetTime: '2024-01-15T10:00:00Z' }, 'v1 fromBackup, bare'],
    ['a v2 restore of a create', { sourceBackupId: id }, 'v2 restoreFromBackup, bare'],
    ['a v2 restore in place', { recoveryTargetDatetime: '2024-01-15T10:00:00Z' }, 'v2 restoreFromBackup, bare'],
    ['a v1 backup', { type: 'backup', id, properties: { version: '15', size: 1 } }, 'v1 BackupResponse'],
    ['a v1 backup with a place', { id, href: 'x', properties: { ...backup, version: '15' } }, 'v1 BackupResponse'],
    ['a v1 backup without type', { id, properties: backup }, 'v1 BackupResponse'],
    ['what is left of a v1 backup', { id, properties: { clusterId: id, location: 'de' } }, 'v1 BackupResponse'],
    [
      'a cluster with the id of another',
      { properties: { ...(makeCreate()['properties'] as object), clusterId: id } },
      'v1 CreateClusterRequest',
    ],
    ['a v2 backup', { id, properties: { ...backup, postgresClusterVersion: '15' } }, 'v2 Backup'],
    ['a v2 backup by its latest time', { id, properties: { ...backup, latestRecoveryTargetTime: null } }, 'v2 Backup'],
    ['a v2 backup by its version alone', { id, properties: { postgresClusterVersion: '15' } }, 'v2 Backup'],
    ['a v2 backup by its href', { id, href, properties: backup }, 'v2 Backup'],
    ['a v2 backup location', { id, href, properties: { location: 'eu-central-3' } }, 'v2 BackupLocation'],
    ['a v2 version', { id, properties: { version: '15', status: 'SUPPORTED' } }, 'v2 PostgresVersion'],
    ['a v2 version by its upgrades', { id, properties: { canUpgradeTo: [] } }, 'v2 PostgresVersion'],
    ['a database', { properties: { name: 'orders', owner: 'app' } }, 'v1 Database'],
    ['a user', { properties: { username: 'app', password: 'x' } }, 'v1 User'],
    ['a user whose password changes', { properties: { password: 'x' } }, 'v1 User'],
    ['a v2 create', { properties: ofV2 }, 'v2 ClusterCreate'],
    ['a bare v2 create', ofV2, 'v2 ClusterCreate, bare'],
    ['a v2 ensure', { id, properties: ofV2 }, 'v2 ClusterEnsure'],
    ['a v2 read', { id, type: 'cluster', href, metadata: { state: 'AVAILABLE' }, properties: ofV2 }, 'v2 ClusterRead'],
    ['a v2 read by its state', { id, metadata: { state: 'AVAILABLE' }, properties: ofV2 }, 'v2 ClusterRead'],
    ['a v2 create with weak fields only', { properties: { name: 'a', version: '15' } }, 'v2 ClusterCreate'],
    ['an early v2 create', { properties: { ...ofV2, backup: undefined, backupLocation: 'de' } }, 'v2 ClusterCreate'],
    ['a v1 response', makeResponse(), 'v1 ClusterResponse'],
    ['a v1 response without type and metadata', { id, properties: shareProperties() }, 'v1 ClusterResponse'],
    ['a v1 response without an id', { type: 'cluster', properties: shareProperties() }, 'v1 ClusterResponse'],
    ['a v1 create', makeCreate(), 'v1 CreateClusterRequest'],
    ['a v1 create with null for an id', { ...makeCreate(), id: null }, 'v1 CreateClusterRequest'],
    [
      'a v1 create by its location',
      { properties: { displayName: 'a', location: 'de/txl' } },
      'v1 CreateClusterRequest',
    ],
    ['a v1 create by its credentials', { properties: { cores: 1, credentials: {} } }, 'v1 CreateClusterRequest'],
    ['a v1 create by fromBackup', { properties: { cores: 1, fromBackup: {} } }, 'v1 CreateClusterRequest'],
    ['bare v1 properties', shareProperties(), 'v1 CreateClusterRequest, bare'],
    ['a v1 patch', { properties: { cores: 2 } }, 'v1 PatchClusterRequest'],
    ['a v1 patch that detaches', { properties: { connections: [] } }, 'v1 PatchClusterRequest'],
    ['a v1 patch of the pooler', { properties: { connectionPooler: { enabled: true } } }, 'v1 PatchClusterRequest'],
    [
      'a v1 document with weak v2 fields',
      { properties: { ...shareProperties(), name: 'x' } },
      'v1 CreateClusterRequest',
    ],
    [
      'a v1 document with nulls of v2',
      { properties: { ...shareProperties(), backup: null } },
      'v1 CreateClusterRequest',
    ],
  ])('%s', (_name, value, expected) => {
    expect(summarise(value)).toBe(expected);
  });
});

test('an empty list of instances beside fields of a cluster makes no logs of it', () => {
  const value = { displayName: 'a', location: 'de/txl', instances: [] };
  expect(summarise(value)).toBe('v1 CreateClusterRequest, bare');
});

describe('a document is refused as', () => {
  test.each<[string, unknown, string]>([
    ['an error by its status', { httpStatus: 404, messages: [] }, 'error-document'],
    ['an error by its messages', { messages: [{ errorCode: 'x', message: 'y' }] }, 'error-document'],
    ['logs', { instances: [{ name: 'a', messages: [] }] }, 'logs-document'],
    ['logs without entries', { instances: [] }, 'logs-document'],
    ['API versions', [{ name: 'v1', swaggerUrl: 'x' }], 'api-versions'],
    [
      'mixed by its connections',
      { properties: { connections: [], connection: {} } },
      'mixed connections and connection',
    ],
    [
      'mixed by its modes',
      { properties: { synchronizationMode: 'x', replicationMode: 'y' } },
      'mixed synchronizationMode and replicationMode',
    ],
    [
      'mixed by its database',
      { properties: { displayName: 'a', credentials: { database: 'b' } } },
      'mixed displayName and credentials.database',
    ],
    [
      'mixed by its DNS name',
      { metadata: { dnsName: 'x' }, properties: { dnsName: 'x' } },
      'mixed dnsName and metadata.dnsName',
    ],
    ['a dump at its top', { display_name: 'a', instances: 1 }, 'dump display_name'],
    ['a dump in its properties', { properties: { postgres_version: '15', cores: 1 } }, 'dump postgres_version'],
    [
      'a dump in a window',
      { properties: { displayName: 'a', maintenanceWindow: { day_of_the_week: 'x' } } },
      'dump day_of_the_week',
    ],
    [
      'a dump in a connection',
      { properties: { connections: [{ primary_instance_address: 'x' }] } },
      'dump primary_instance_address',
    ],
    ['a dump of Ansible', { allow_replace: true, ram: 2048 }, 'dump allow_replace'],
    ['a dump of Terraform', { properties: { credentials: { password_version: 1 } } }, 'dump password_version'],
    ['infrastructure code of Ansible', { properties: { allowReplace: true, cores: 1 } }, 'provider allowReplace'],
    [
      'infrastructure code by its password version',
      { properties: { credentials: { passwordVersion: 1 } } },
      'provider passwordVersion',
    ],
    [
      'infrastructure code by its secret',
      { properties: { credentials: { passwordSecretRef: {} } } },
      'provider passwordSecretRef',
    ],
    [
      'infrastructure code by its reference',
      { properties: { connections: [{ datacenterIdRef: {} }] } },
      'provider datacenterIdRef',
    ],
    [
      'infrastructure code by its selector',
      { properties: { connections: [{ datacenterIdSelector: {} }] } },
      'provider datacenterIdSelector',
    ],
    [
      'infrastructure code by its connections',
      { properties: { name: 'a', connections: { lanId: '1' } } },
      'provider connections',
    ],
    ['ambiguous by its window', { properties: { maintenanceWindow: { time: 'x' } } }, 'ambiguous'],
    ['ambiguous by its metadata', { properties: {}, metadata: {} }, 'ambiguous'],
    ['ambiguous by nothing in it', { properties: {} }, 'ambiguous'],
    ['ambiguous by a bare id', { id, ...shareProperties() }, 'ambiguous'],
    ['a text', 'x', 'not-an-object text'],
    ['null', null, 'not-an-object null'],
    ['a number', 5, 'not-an-object a number'],
    ['an empty object', {}, 'unrecognised'],
    ['of Kubernetes', { apiVersion: 'v1', kind: 'ConfigMap', data: {} }, expect.stringMatching(/^tool a Kubernetes/)],
    [
      'of Crossplane',
      { apiVersion: 'dbaas.ionoscloud.crossplane.io/v1', kind: 'A' },
      expect.stringMatching(/^tool a Cross/),
    ],
    ['of Ansible', { hosts: 'all', tasks: [] }, expect.stringMatching(/^tool an Ansible playbook/)],
    ['of Pulumi', { name: 'db', runtime: 'yaml', resources: {} }, expect.stringMatching(/^tool a Pulumi program/)],
    [
      'of a part of Pulumi',
      { resources: { db: { type: 'ionoscloud:dbaas:PSQLCluster' } } },
      expect.stringMatching(/^tool a Pulumi program/),
    ],
    [
      'of CDKTF',
      { language: 'go', app: 'go run .', terraformProviders: [] },
      expect.stringMatching(/^tool a project of CDK/),
    ],
    [
      'a task of Ansible',
      { name: 'a', 'ionoscloudsdk.ionoscloud.postgres_cluster': {} },
      expect.stringMatching(/^tool an A/),
    ],
    ['of npm', { name: 'a', scripts: {} }, expect.stringMatching(/^tool a package.json/)],
    ['of TypeScript', { compilerOptions: {} }, expect.stringMatching(/^tool a configuration of TypeScript/)],
    ['of Terraform', 'resource "ionoscloud_pg_cluster" "a" {', expect.stringMatching(/^tool Terraform code/)],
    ['a file of variables', 'A=b C_D=e', expect.stringMatching(/^tool a file of environment variables/)],
    ['of others with properties', { properties: { colour: 'red' } }, 'unrecognised'],
    ["somebody's package", { name: 'a', version: '1.0.0', description: 'b' }, 'unrecognised'],
    ["somebody's address", { location: 'Berlin' }, 'unrecognised'],
  ])('%s', (_name, value, expected) => {
    expect(summarise(value)).toEqual(expected);
  });
});

function summarise(value: unknown): string {
  return describeFound(detect(value));
}
