// The pipeline, in the order of its steps: inspect, detect, choose the route; translate-by.ts has the rest.
import { createSupply } from '../engine/input.js';
import { messagesOf } from '../engine/messages.js';
import type { Recognised } from '../recognise/detect.js';
import { recognise } from '../recognise/recognise.js';
import { documentKind } from '../rules/index.js';
import { inspect, mostValues } from '../schema/inspect.js';
import type { Prepared } from '../supply/options.js';
import { type Job, type Surroundings, type Translation, translateBy } from './apply-route.js';
import { type Sort, translateInventory, translateInventoryList } from './kinds/inventory.js';
import { translatePatch } from './kinds/patch.js';
import { translateRequest } from './kinds/request.js';
import { translateRestore } from './kinds/restore.js';
import { block, leave, refuse, skip, skipList } from './outcomes.js';
import { findRoute, type RouteName } from './routes.js';

export { judge } from '../model/finding.js';
export type { Surroundings, Translation } from './apply-route.js';

const kindFinding = messagesOf(documentKind);

/** Translates one parsed document. */
export function translateDocument(value: unknown, options: Prepared, surroundings: Surroundings = {}): Translation {
  const { refused, isTooLarge } = inspect(value);
  const earlier = surroundings.findings ?? [];
  if (refused)
    return block('unknown', [...earlier, kindFinding(refused.reason, refused.data, { from: refused.pointer })]);
  const found = recognise(value, options.kind);
  if (found.kind === 'unknown') return refuse(kindFinding(found.reason, found.data), options, earlier);
  if (found.kind === 'v2 list') return skipList(value, (value as { items: unknown[] }).items, earlier);
  if (found.items !== undefined || (found.kind === 'PostgresVersionList' && options.to === 'read'))
    return block(found.kind, [...earlier, kindFinding(surroundings.isItem ? 'list-inside' : 'list')]);
  if (found.version === 'v2') return skip(value, found.kind, earlier);
  if (isTooLarge) return block(found.kind, [...earlier, kindFinding('too-large', { limit: mostValues })]);
  const job = { value, found, options, surroundings };
  if (found.kind === 'Request') return translateRequest(job, translateDocument);
  if (found.kind === 'PatchClusterRequest') return translatePatch(job);
  if (found.kind === 'CreateRestoreRequest' && options.base !== undefined) return translateRestore(job);
  const sort = inventories[found.kind];
  if (sort) return translateInventory(job, sort);
  const route = chooseRoute(found, options);
  return route ? translateBy(findRoute(route), job) : leave(found.kind, earlier);
}

/** An item of a list with what became of it. */
export interface Item {
  readonly value: unknown;
  readonly translation: Translation;
}

/** Translates what surrounds the items of a list. */
export function translateEnvelope(job: Job, items: readonly Item[]): Translation {
  const sort = inventories[job.found.kind];
  if (sort) return translateInventoryList(job, sort, items);
  // A host answers for one region: the list is of it where all items are.
  const location = findShared(
    items.map(({ translation }) => ('location' in translation ? translation.location : undefined)),
  );
  const fill = new Map(location === undefined ? [] : [['location', { value: location }]]);
  const supply = createSupply({ fill });
  return translateBy(findRoute(lists[job.found.kind] ?? 'clusterList'), { ...job, supply });
}

/** The value that all share. */
function findShared(values: readonly (string | undefined)[]): string | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

/** How what surrounds the items of a list is translated. */
const lists: Partial<Record<Recognised['kind'], RouteName>> = {
  ClusterBackupList: 'backupList',
  PostgresVersionList: 'versionList',
};

/** The kinds that give an inventory, and what of. */
const inventories: Partial<Record<Recognised['kind'], Sort>> = {
  User: 'user',
  UserList: 'user',
  Database: 'database',
  DatabaseList: 'database',
};

/** The kinds that are always translated in one way. */
const routes: Partial<Record<Recognised['kind'], RouteName>> = {
  fromBackup: 'fromBackup',
  CreateRestoreRequest: 'restore',
  BackupResponse: 'backup',
  PostgresVersion: 'version',
};

function chooseRoute(found: Recognised, options: Prepared): RouteName | undefined {
  if (found.kind === 'CreateClusterRequest') return found.bare ? 'bare' : 'create';
  if (found.kind === 'ClusterResponse') return options.to ?? 'ensure';
  return routes[found.kind];
}
