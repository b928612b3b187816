// Addresses without the keys of instances.
import { expect, test } from 'vitest';
import { withoutKeys } from '../../src/model/resource-address.js';

test.each([
  ['ionoscloud_pg_cluster.main', 'ionoscloud_pg_cluster.main'],
  ['ionoscloud_pg_cluster.main[0]', 'ionoscloud_pg_cluster.main'],
  ['module.office["a.b"].ionoscloud_pg_cluster.main["x"]', 'module.office.ionoscloud_pg_cluster.main'],
  ['a.b["\\"]["].c', 'a.b.c'],
])('%s', (address, plain) => {
  expect(withoutKeys(address)).toBe(plain);
});
