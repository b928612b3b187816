// A kind that is asked for wins over the shape of a document, where the document can be of it.
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/recognise/recognise.js';
import { makeCreate, makeResponse } from '../support/base.js';
import { describeFound } from '../support/describe-found.js';

const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const ofV2 = { name: 'orders-db', replicationMode: 'ASYNCHRONOUS' };

describe('a kind that is asked for', () => {
  test.each<[string, unknown, [Parameters<typeof recognise>[1], string]]>([
    ['says what is ambiguous', { properties: {} }, ['ClusterResponse', 'v1 ClusterResponse']],
    ['says what is unrecognised', { colour: 'red' }, ['CreateClusterRequest', 'v1 CreateClusterRequest, bare']],
    ['makes a response of a request', makeCreate(), ['ClusterResponse', 'v1 ClusterResponse']],
    ['makes a restore of fromBackup', { backupId: id }, ['CreateRestoreRequest', 'v1 CreateRestoreRequest, bare']],
    ['makes no restore of a cluster', makeCreate(), ['fromBackup', 'not-this-kind fromBackup and it has properties']],
    [
      'makes no cluster of a restore',
      { backupId: id },
      ['ClusterResponse', 'not-this-kind ClusterResponse and it has a backup and no properties'],
    ],
    [
      'makes no v1 of v2',
      { properties: ofV2 },
      ['ClusterResponse', 'not-this-kind ClusterResponse and its fields are those of v2 (ClusterCreate)'],
    ],
    [
      'leaves mixed documents mixed',
      { properties: { ram: 1, backup: {} } },
      ['ClusterResponse', 'mixed ram and backup'],
    ],
    ['leaves lists lists', { items: [makeCreate()] }, ['ClusterResponse', 'v1 ClusterList of items']],
    [
      'makes no response of fields without properties',
      { id: 'x', displayName: 'a', ram: 1 },
      ['ClusterResponse', 'not-this-kind ClusterResponse and it has no properties; its fields belong below them'],
    ],
    ['may be what it is', makeResponse(), ['ClusterResponse', 'v1 ClusterResponse']],
  ])('%s', (_name, value, [kind, expected]) => {
    expect(describeFound(recognise(value, kind))).toBe(expected);
  });
});
