// The pipeline, in the order of its steps: recognise → route → apply → check → place. Apply and check are the middle of
// every route (apply-route.ts); what is special of a kind stands in kinds/.
import { createSupply, type Supplied, suppliedFor } from '../engine/input.js';
import { messagesOf } from '../engine/messages.js';
import { redacted } from '../model/json.js';
import { recognise } from '../recognise/recognise.js';
import { documentKind } from '../rules/index.js';
import type { Translation } from '../schema/documents.js';
import { inspect, mostValues } from '../schema/inspect.js';
import { applyRoute } from './apply-route.js';
import type { Document, Job } from './document.js';
import { translateInventory, translateInventoryList } from './kinds/inventory.js';
import { translatePatch } from './kinds/patch.js';
import { translateRequest } from './kinds/request.js';
import { translateRestore } from './kinds/restore.js';
import { block, leave, refuse, skip, skipList } from './outcomes.js';
import { placeTranslation } from './place.js';
import { hideRepeated } from './repeated.js';
import { findRoute, type RouteName } from './routes.js';

const kindFinding = messagesOf(documentKind);

/** Translates one document. */
export function translateDocument(document: Document): Translation {
  return placeTranslation(hideRepeated(translateAlone(document), document.original), document);
}

/** Translates one document, without the places of its text: a request places what stands in its body. */
function translateAlone(document: Document): Translation {
  const recognised = recogniseDocument(document);
  if ('status' in recognised) return recognised;
  const way = ways[recognised.found.kind];
  return way ? way(recognised) : leave(recognised.found.kind, document.doubts);
}

type Way = (job: Job) => Translation;

/** How each kind of v1 is translated; what is not here has no v2 form. */
const ways: Readonly<Partial<Record<Job['found']['kind'], Way>>> = {
  CreateClusterRequest: by(({ found }) => (found.bare ? 'bare' : 'create')),
  ClusterResponse: by(({ options }) => options.to ?? 'ensure'),
  PatchClusterRequest: translatePatch,
  CreateRestoreRequest: translateRestore,
  fromBackup: by(() => 'fromBackup'),
  BackupResponse: by(() => 'backup'),
  PostgresVersion: by(() => 'version'),
  Request: (job) => translateRequest(job, translateAlone),
  User: (job) => translateInventory(job, 'user'),
  Database: (job) => translateInventory(job, 'database'),
};

function by(choose: (job: Job) => RouteName): Way {
  return (job) => applyRoute(findRoute(choose(job)), job);
}

/** The document with what it is; for what is not translated, its outcome. */
function recogniseDocument(document: Document): Job | Translation {
  const { value, options, isItem, doubts } = document;
  const { refused, isTooLarge } = inspect(value);
  if (refused)
    return block('unknown', [...doubts, kindFinding(refused.reason, refused.data, { from: refused.pointer })]);
  const found = recognise(value, options.kind);
  if (found.kind === 'unknown') return refuse(kindFinding(found.reason, found.data), options, doubts);
  if (found.kind === 'v2 list') return skipList(value, (value as { items: unknown[] }).items, doubts);
  if (found.items !== undefined || (found.kind === 'PostgresVersionList' && options.to === 'read'))
    return block(found.kind, [...doubts, kindFinding(isItem ? 'list-inside' : 'list')]);
  if (found.version === 'v2') return skip(value, found.kind, doubts);
  if (isTooLarge) return block(found.kind, [...doubts, kindFinding('too-large', { limit: mostValues })]);
  // Member by member: a spread for each document of a stream costs a fifth of its translation.
  const { original, source, origin } = document;
  return { value, original, options, pointer: document.pointer, isItem, source, doubts, origin, found };
}

/** An item of a list with what became of it. */
export interface Item {
  readonly value: unknown;
  readonly translation: Translation;
}

/** Translates what surrounds the items of a list. */
export function translateEnvelope(job: Job, items: readonly Item[]): Translation {
  const { kind } = job.found;
  if (kind === 'UserList' || kind === 'User') return translateInventoryList(job, 'user', items);
  if (kind === 'DatabaseList' || kind === 'Database') return translateInventoryList(job, 'database', items);
  // A host answers for one region: the list is of it where all items are.
  const location = findShared(
    items.map(({ translation }) => ('location' in translation ? translation.location : undefined)),
  );
  // One that is hidden is the one that people supply for all.
  const shared =
    location === redacted ? suppliedFor(job.options.supplyFor(undefined, undefined), 'location') : undefined;
  const told = shared ?? (location === undefined ? undefined : { value: location });
  const fill = new Map<string, Supplied>(told ? [['location', told]] : []);
  return applyRoute(findRoute(lists[kind] ?? 'clusterList'), job, createSupply({ fill }));
}

/** The value that all share. */
function findShared(values: readonly (string | undefined)[]): string | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

/** How what surrounds the items of a list is translated. */
const lists: Partial<Record<Job['found']['kind'], RouteName>> = {
  ClusterBackupList: 'backupList',
  PostgresVersionList: 'versionList',
};
