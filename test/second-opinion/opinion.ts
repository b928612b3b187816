// A second opinion on translations: deliberately naive, plain functions, written from the pages and not from the
// program. What the program says is compared with it.
import type { TranslateOptions } from '../../src/index.js';
import { ask } from './ask.js';
import { translateConnection, translateCredentials, translateRestore, translateWindow, uuid } from './blocks.js';
import {
  judgeReset,
  judgeStorageType,
  translateBackup,
  translateLocation,
  translateName,
  translatePooler,
  translateReplication,
  translateVersion,
} from './fields.js';
import { checkStrict, translateMachine } from './machine.js';
import { type Bag, isAbsent, isBag, type Notebook, type Opinion, say } from './notebook.js';
import { recognise } from './recognise.js';
import { judgeUnknown } from './unknown.js';

const wordsOfMine: readonly (string | undefined)[] = [undefined, 'ensure', 'create'];

/** The second opinion; undefined for what it has none on: v2 documents, lists, other kinds, databases that are offered. */
export function formOpinion(value: unknown, options: TranslateOptions = {}): Opinion | undefined {
  const shape = recognise(value);
  if (options.kind || options.databases || !wordsOfMine.includes(options.to)) return undefined;
  if (shape === 'finished') return undefined;
  if (shape === 'refused' || !isBag(value))
    return { status: 'blocked', document: undefined, url: undefined, says: [], translated: false };
  if (shape === 'fromBackup') return judgeFromBackup(value, options);
  const document = shape === 'bare' ? { properties: value } : value;
  const opinion = judgeCluster(document, options, shape === 'response' && options.to !== 'create');
  return shape === 'bare' ? { ...opinion, lacks: { v1: '/properties' } } : opinion;
}

function judgeFromBackup(value: Bag, options: TranslateOptions): Opinion {
  const book: Notebook = { options, says: new Set(), target: 'restoreFromBackup', own: {} };
  judgeUnknown(book, value, 'fromBackup');
  const document = translateRestore(book, value, '');
  return { ...close(book, document, undefined), lacks: { v2: '/properties/restoreFromBackup' } };
}

function judgeCluster(value: Bag, options: TranslateOptions, isEnsure: boolean): Opinion {
  const properties = isBag(value['properties']) ? value['properties'] : {};
  const clusters = (options.decisions?.clusters ?? {}) as Bag;
  const own = clusters[String(value['id'])] ?? clusters[String(properties['displayName'])] ?? {};
  const target = isEnsure ? 'ClusterEnsure' : 'ClusterCreate';
  const book: Notebook = { options, says: new Set(), target, own: own as Bag };
  judgeUnknown(book, value, 'cluster');
  const body = translateProperties(book, properties);
  const host = translateLocation(book, properties);
  const { metadata } = value;
  if (isBag(metadata) && metadata['state'] === 'DESTROYING') say(book, 'warning', '/metadata/state');
  if (!isEnsure && !isAbsent(value['id']) && typeof value['id'] !== 'string') say(book, 'warning', '/id');
  if (!isEnsure) return close(book, { properties: body }, host && `${host}/clusters`);
  const { id } = value;
  const isId = typeof id === 'string' && uuid.test(id);
  if (!isId) say(book, 'error', '/id');
  return close(book, { id, properties: body }, host && isId ? `${host}/clusters/${id}` : undefined);
}

function translateProperties(book: Notebook, properties: Bag): Bag {
  const { name, old } = translateName(book, properties);
  const instances = translateMachine(book, properties);
  const replication = translateReplication(book, properties);
  checkStrict(book, instances['count'], replication);
  judgeStorageType(book, properties);
  judgeReset(book);
  return {
    name,
    description: free(book, 'description') ?? old,
    version: translateVersion(book, properties),
    instances,
    connection: translateConnection(book, properties),
    maintenanceWindow: translateWindow(book, properties),
    replicationMode: replication?.value,
    connectionPooler: translatePooler(book, properties),
    credentials: translateCredentials(book, properties),
    backup: translateBackup(book, properties),
    logsEnabled: free(book, 'logsEnabled'),
    metricsEnabled: free(book, 'metricsEnabled'),
    restoreFromBackup: translateOwnRestore(book, properties),
  };
}

/** A v2 value that only a person can supply. */
function free(book: Notebook, path: string): unknown {
  return ask(book, { path, v1: undefined, place: '' }, () => undefined)?.value;
}

/** An existing cluster is never restored by the way. */
function translateOwnRestore(book: Notebook, { fromBackup }: Bag): Bag | undefined {
  const place = '/properties/fromBackup';
  if (book.target === 'ClusterCreate') return translateRestore(book, fromBackup, place);
  if (isBag(fromBackup)) {
    const first = ['backupId', 'recoveryTargetTime'].find((member) => !isAbsent(fromBackup[member]));
    if (first) say(book, 'warning', `${place}/${first}`);
  } else if (!isAbsent(fromBackup)) say(book, 'warning', place);
  return undefined;
}

function close(book: Notebook, document: unknown, url: string | undefined): Opinion {
  const says = [...book.says].sort();
  const worst = says.some((line) => line.startsWith('error')) ? 'blocked' : says.length > 0 ? 'review' : 'ready';
  const plain: unknown = document === undefined ? undefined : JSON.parse(JSON.stringify(document));
  return { status: worst, document: worst === 'blocked' ? undefined : plain, url, says, translated: true };
}
