// The registry: every rule that a file of a family exports. The order does not matter.
import type { Facts } from '../facts/index.js';
import type { Rule } from '../model/rule.js';
import * as backup from './backup/index.js';
import * as cluster from './cluster/index.js';
import * as document from './document/index.js';
import * as inventory from './inventory/index.js';
import * as list from './list/index.js';
import * as read from './read/index.js';
import * as terraform from './terraform/index.js';
import * as version from './version/index.js';

export { hostOf, locationOf } from './answers.js';
export { suggestName } from './cluster/name.js';
export * from './document/index.js';
export { inventoryList, judgeDatabase } from './inventory/inventory.js';
export * from './terraform/index.js';

/** The mappings of cluster documents. */
export const clusterMappings: readonly Rule<Facts>[] = [...rulesOf(cluster), ...rulesOf(read)];

/** The mappings of clusters that are resources of a configuration, which cannot leave out the credentials. */
export const resourceMappings: readonly Rule<Facts>[] = clusterMappings.filter(
  (rule) => rule !== cluster.credentialsBlock,
);

/** The mappings of backups. */
export const backupMappings: readonly Rule<Facts>[] = rulesOf(backup);

/** The mappings of what surrounds the items of a list. */
export const listMappings: readonly Rule<Facts>[] = rulesOf(list);

/** The mappings of PostgreSQL versions. */
export const versionMappings: readonly Rule<Facts>[] = rulesOf(version);

/** The inventory of users, of databases, and of what surrounds the items of their lists. */
export const inventoryMappings = {
  user: [inventory.inventoryUser, inventory.inventoryPassword, inventory.inventoryOrigin, inventory.inventoryEnvelope],
  database: [inventory.inventoryDatabase, inventory.inventoryOrigin, inventory.inventoryEnvelope],
  list: [inventory.inventoryList],
} as const satisfies Record<string, readonly Rule<Facts>[]>;

/** Every rule there is. */
export const allRules: readonly Rule<Facts>[] = [
  ...clusterMappings,
  ...backupMappings,
  ...listMappings,
  ...versionMappings,
  ...rulesOf(inventory),
  ...rulesOf(document),
  ...rulesOf(terraform),
];

/** What a family exports besides its rules are helpers. */
function rulesOf(family: object): readonly Rule<Facts>[] {
  return Object.values(family).filter(
    (value): value is Rule<Facts> => typeof value === 'object' && 'messages' in value,
  );
}
