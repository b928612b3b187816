// Terraform states: which instances they hold, how attributes become documents, and where these stand.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { json } from '../../../src/forms/json/carrier.js';
import {
  toApiName,
  toAttributePointer,
  toDocumentPointer,
  toV1Document,
  toV2Document,
} from '../../../src/forms/terraform/fields.js';
import { addressOf, isState, listInstances } from '../../../src/forms/terraform/state.js';

const stored = readFileSync('fixtures/terraform-state/stored/v1.json', 'utf8');
const shown = readFileSync('fixtures/terraform-state/shown/v1.json', 'utf8');

describe('names', () => {
  test.each([
    ['display_name', 'displayName'],
    ['day_of_the_week', 'dayOfTheWeek'],
    ['ram', 'ram'],
    ['__proto__', '__proto__'],
    ['_a_b_', '_aB_'],
  ])('%s is %s', (name, expected) => expect(toApiName(name)).toBe(expected));

  test('two of one name stay two', () => {
    expect(toV1Document({ a_b: 1, aB: 2 })).toEqual({ properties: { a_b: 1, aB: 2 } });
  });
});

describe('attributes', () => {
  test('of v1: blocks are opened, connections stay a list, what is null or empty and what is of the provider is gone', () => {
    const attributes = {
      id: 'x',
      ram: 4096,
      connections: [{ lan_id: '1', cidr: null }],
      credentials: [{ username: 'app' }],
      from_backup: [],
      backup_location: null,
      maintenance_window: [{ time: null }],
      allow_replace: true,
      timeouts: { create: '1h' },
    };
    const properties = { ram: 4096, connections: [{ lanId: '1' }], credentials: { username: 'app' } };
    expect(toV1Document(attributes)).toEqual({ id: 'x', properties });
  });

  test('of v2: one connection, no location, no version of the password', () => {
    const attributes = {
      id: 'x',
      location: 'de/txl',
      dns_name: 'db.example',
      connections: { lan_id: '1' },
      credentials: { username: 'app', password: null, password_version: '1', database: 'app' },
      instances: { storage_size: 10 },
      restore_from_backup: null,
    };
    const credentials = { username: 'app', database: 'app' };
    const properties = { instances: { storageSize: 10 }, connection: { lanId: '1' }, credentials };
    expect(toV2Document(attributes)).toEqual({ id: 'x', properties });
  });

  test('are found again by the places of the document, and the other way', () => {
    const attributes = {
      display_name: 'a',
      connections: [{ lan_id: '1' }],
      maintenance_window: [{ day_of_the_week: 'Sunday' }],
    };
    const places = [
      ['/properties/displayName', '/display_name'],
      ['/properties/connections/0/lanId', '/connections/0/lan_id'],
      ['/properties/maintenanceWindow/dayOfTheWeek', '/maintenance_window/0/day_of_the_week'],
      ['/id', '/id'],
    ] as const;
    for (const [document, attribute] of places) {
      expect(toAttributePointer(attributes, document)).toBe(attribute);
      expect(toDocumentPointer(attribute)).toBe(document);
    }
    expect(toAttributePointer(attributes, '/properties/maintenanceWindow/time')).toBe('/maintenance_window/0');
    expect(toAttributePointer({ connections: { lan_id: '1' } }, '/properties/connection/lanId')).toBe(
      '/connections/lan_id',
    );
  });
});

describe('instances', () => {
  test('have addresses with keys; what waits to be destroyed is none', () => {
    expect(listInstances(JSON.parse(stored)).map(addressOf)).toEqual([
      'data.ionoscloud_location.here',
      'ionoscloud_pg_cluster.boat["heron"]',
      'ionoscloud_pg_cluster.boat["sand-martin"]',
      'ionoscloud_pg_cluster_v2.pilot',
      'random_password.db',
    ]);
    expect(listInstances(JSON.parse(shown)).map(addressOf)).toEqual([
      'random_password.db',
      'module.office["hill"].ionoscloud_pg_cluster.main[0]',
    ]);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['resources that are none', { resources: [null, 3, { mode: 'managed', type: 'a', name: 'b', instances: 5 }] }],
    ['attributes that are none', { resources: [{ mode: 'managed', type: 'a', name: 'b', instances: [{}, null] }] }],
    ['modules that are none', { values: { root_module: { child_modules: [null, { resources: {} }] } } }],
  ])('of %s are none', (_, value) => expect(listInstances(value)).toEqual([]));

  test('a plan is no state', () => {
    expect(isState({ ...JSON.parse(shown), planned_values: {} })).toBe(false);
    expect(isState(JSON.parse(shown))).toBe(true);
  });
});

describe('documents', () => {
  const [heron, martin, pilot] = json.read(stored);

  test('stand where the state has their attributes', () => {
    const lines = stored.split('\n');
    const textAt = (pointer: string) => {
      const place = martin?.locate(pointer);
      return lines[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1).split(':')[0];
    };
    expect(textAt('/properties/storageSize')).toBe('"storage_size"');
    expect(textAt('/properties/connections/0/cidr')).toBe('"cidr"');
    expect(textAt('/properties/connectionPooler/poolMode')).toBe('"pool_mode"');
    expect(textAt('/properties/nothing')).toBe('"attributes"');
    expect(martin?.written('/properties/ram')).toBe('10240');
    expect([heron?.address, heron?.line]).toEqual(['ionoscloud_pg_cluster.boat["heron"]', 38]);
  });

  test('of v2 have no credentials: a state never has their password', () => {
    expect(pilot?.value).not.toHaveProperty('properties.credentials');
    expect(pilot?.value).toHaveProperty('properties.replicationMode', 'ASYNCHRONOUS');
  });

  test('hold what is odd about their own attributes, and nothing else of the state', () => {
    const twice = stored
      .replace('"cores": 2,', '"cores": 2, "cores": 2,')
      .replace('"serial": 12', '"serial": 12, "serial": 12');
    const problems = json.read(twice).map((document) => document.problems.map(({ code, path }) => `${code} ${path}`));
    expect(problems).toEqual([['duplicate-key /properties/cores'], [], []]);
  });

  test('are one each, and their texts hold nothing else of the state', () => {
    expect(heron?.text).not.toContain('sand-martin');
    expect(json.read(`${martin?.text}`)[0]?.value).toEqual(martin?.value);
  });
});
