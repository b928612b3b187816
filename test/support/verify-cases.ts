// Pairs of documents and what a comparison says of them: a case for every message.
import { translateValue } from '../../src/index.js';
import { fromPointer, valueAt } from '../../src/model/path.js';
import { v2Defaults } from '../../src/schema/v2-cluster.js';
import { createOptions, type Draft, makeBackup, makeCreate, makeResponse, putAt } from './base.js';

/** A pair with the codes, without `verify/`, that it gives. */
export interface VerifyCase {
  readonly title: string;
  readonly v1: unknown;
  readonly v2: unknown;
  readonly says: readonly string[];
}

/** The answer of v2 that says what the response of `makeResponse` says. */
export function makeAnswer(changes: Readonly<Record<string, unknown>> = {}): Draft {
  return lay(structuredClone(translateValue(makeResponse(), { to: 'read' }).document) as Draft, changes);
}

/** The body of a POST that says what `makeCreate` says. */
export function makeBody(changes: Readonly<Record<string, unknown>> = {}): Draft {
  return lay(structuredClone(translateValue(makeCreate(), createOptions).document) as Draft, changes);
}

function lay(document: Draft, changes: Readonly<Record<string, unknown>>): Draft {
  for (const [path, value] of Object.entries(changes)) putAt(document, path, value);
  return document;
}

function response(changes: Readonly<Record<string, unknown>>): Draft {
  return lay(makeResponse(), changes);
}

function create(changes: Readonly<Record<string, unknown>> = {}): Draft {
  return lay(makeCreate(), changes);
}

const database = 'expected/filled';
const twoConnections = [
  { datacenterId: '322589b8-5dfd-42ca-ad86-030dcfec0446', lanId: '2', cidr: '192.168.1.100/24' },
  { datacenterId: '322589b8-5dfd-42ca-ad86-030dcfec0446', lanId: '3', cidr: '192.168.2.100/24' },
];
const otherId = '7d1c4b52-72c7-11ee-8c99-0242ac120002';

/** Every case. */
export const verifyCases: readonly VerifyCase[] = [
  { title: 'the same', v1: makeResponse(), v2: makeAnswer(), says: [] },
  {
    title: 'a disk rounded up',
    v1: response({ 'properties.storageSize': 30480 }),
    v2: makeAnswer({ 'properties.instances.storageSize': 30 }),
    says: ['expected/rounded'],
  },
  {
    title: 'SYNCHRONOUS moved to ASYNCHRONOUS',
    v1: response({ 'properties.synchronizationMode': 'SYNCHRONOUS' }),
    v2: makeAnswer(),
    says: ['expected/weakened'],
  },
  {
    title: 'a name that v2 refuses, with the name proposed for it',
    v1: response({ 'properties.displayName': 'PostgreSQL cluster' }),
    v2: makeAnswer({ 'properties.name': 'PostgreSQL-cluster' }),
    says: ['expected/proposed'],
  },
  {
    title: 'a backup location with a new name',
    v1: response({ 'properties.backupLocation': 'de' }),
    v2: makeAnswer(),
    says: ['expected/backup-location'],
  },
  {
    title: 'a cluster that was on HDD',
    v1: response({ 'properties.storageType': 'HDD' }),
    v2: makeAnswer(),
    says: ['expected/storage-class'],
  },
  {
    title: 'a request and the answer to it',
    v1: create(),
    v2: makeAnswer(),
    says: ['expected/credentials', 'expected/credentials', 'expected/filled'],
  },
  {
    title: 'a pooler that is off on both sides',
    v1: response({ 'properties.connectionPooler': { enabled: false } }),
    v2: makeAnswer(),
    says: ['expected/default'],
  },
  {
    title: 'a pooler that is off, of which a body says nothing',
    v1: create({ 'properties.connectionPooler': { enabled: false } }),
    v2: makeBody(),
    says: ['drift/defaulted', database],
  },
  {
    title: 'what the server fills in',
    v1: response({ 'properties.maintenanceWindow': undefined }),
    v2: makeAnswer({ 'properties.logsEnabled': false }),
    says: ['expected/filled', 'expected/filled', 'expected/filled'],
  },
  {
    title: 'more memory',
    v1: makeResponse(),
    v2: makeAnswer({ 'properties.instances.ram': 16 }),
    says: ['drift/changed'],
  },
  { title: 'another id', v1: makeResponse(), v2: makeAnswer({ id: otherId }), says: ['drift/changed'] },
  {
    title: 'logs turned on',
    v1: makeResponse(),
    v2: makeAnswer({ 'properties.logsEnabled': true }),
    says: ['drift/added'],
  },
  {
    title: 'a field that nobody knows, whose value is not said',
    v1: makeResponse(),
    v2: makeAnswer({ 'properties.apiKey': 'k-7357' }),
    says: ['drift/unknown'],
  },
  {
    title: 'another password',
    v1: create(),
    v2: makeBody({ 'properties.credentials.password': 'Other8!password' }),
    says: ['drift/secret', database],
  },
  {
    title: 'a pooler that nobody can read',
    v1: response({ 'properties.connectionPooler': { enabled: true, poolMode: '' } }),
    v2: makeAnswer({ 'properties.connectionPooler': 'SESSION' }),
    says: ['drift/unclear'],
  },
  {
    title: 'a pooler that nobody can read, and none in v2',
    v1: response({ 'properties.connectionPooler': { enabled: true, poolMode: '' } }),
    v2: makeAnswer(),
    says: ['loss/untranslated'],
  },
  {
    title: 'memory and connections that cannot be translated, and nothing of them in v2',
    v1: response({ 'properties.ram': 15000, 'properties.connections': twoConnections }),
    v2: makeAnswer({ 'properties.instances.ram': undefined, 'properties.connection': undefined }),
    says: ['loss/untranslated', 'loss/untranslated', 'loss/untranslated', 'loss/untranslated'],
  },
  {
    title: 'the same, and values of them in v2',
    v1: response({ 'properties.ram': 15000, 'properties.connections': twoConnections }),
    v2: makeAnswer(),
    says: ['drift/unclear', 'drift/unclear', 'drift/unclear', 'drift/unclear'],
  },
  {
    title: 'a region that nobody knows, and a host in v2',
    v1: response({ 'properties.location': 'xx/nowhere' }),
    v2: makeAnswer(),
    says: ['drift/unclear'],
  },
  {
    title: 'a name that v2 refuses, in an answer of it all the same',
    v1: response({ 'properties.displayName': 'PostgreSQL cluster' }),
    v2: makeAnswer({ 'properties.name': 'PostgreSQL cluster' }),
    says: [],
  },
  {
    title: 'a name that v2 refuses, in a body',
    v1: create({ 'properties.displayName': 'PostgreSQL cluster' }),
    v2: makeBody({ 'properties.name': 'PostgreSQL cluster' }),
    says: ['drift/unclear', database],
  },
  {
    title: 'a window that neither side has',
    v1: response({ 'properties.maintenanceWindow': undefined }),
    v2: makeAnswer({ 'properties.maintenanceWindow': undefined }),
    says: ['loss/required', 'loss/required'],
  },
  {
    title: 'null in v2',
    v1: makeResponse(),
    v2: makeAnswer({ 'properties.version': null }),
    says: ['loss/missing'],
  },
  {
    title: 'a body that makes another cluster',
    v1: makeResponse(),
    v2: makeBody(),
    says: ['drift/new-cluster', 'expected/filled', 'expected/filled', 'expected/filled'],
  },
  {
    title: 'a v1 id that is none',
    v1: response({ id: 5 }),
    v2: makeAnswer(),
    says: ['document/wrong-type/undecidable'],
  },
  {
    title: 'no retention',
    v1: makeResponse(),
    v2: makeAnswer({ 'properties.backup.retentionDays': undefined }),
    says: ['loss/required'],
  },
  {
    title: 'another host',
    v1: makeResponse(),
    v2: makeAnswer({ href: 'https://postgresql.de-fra.ionos.com/clusters/498ae72f-411f-11eb-9d07-046c59cc737e' }),
    says: ['drift/host'],
  },
  {
    title: 'no LAN',
    v1: makeResponse(),
    v2: makeAnswer({ 'properties.connection.lanId': undefined }),
    says: ['loss/missing'],
  },
  {
    title: 'no password',
    v1: create(),
    v2: makeBody({ 'properties.credentials.password': undefined }),
    says: ['loss/missing-secret', database],
  },
  {
    title: 'lists that differ',
    v1: { type: 'collection', items: [makeResponse(), response({ id: otherId, 'properties.displayName': 'old-db' })] },
    v2: {
      items: [makeAnswer(), makeAnswer({ id: '5b2f7f60-72c7-11ee-8c99-0242ac120002', 'properties.name': 'new-db' })],
    },
    says: ['drift/only-v2', 'loss/only-v1'],
  },
  { title: 'v1 on both sides', v1: makeResponse(), v2: makeResponse(), says: ['sides/nothing', 'sides/v1-as-v2'] },
  { title: 'v2 on both sides', v1: makeAnswer(), v2: makeAnswer(), says: ['sides/nothing', 'sides/v2-as-v1'] },
  { title: 'a backup', v1: makeBackup(), v2: makeAnswer(), says: ['sides/no-cluster', 'sides/nothing'] },
];

/** A copy of a document in which one leaf is another one, null, or gone. */
export function changeLeaf(document: object, pointer: string, how: 'change' | 'null' | 'remove'): object {
  const keys = fromPointer(pointer);
  const copy = structuredClone(document);
  const holder = valueAt(copy, keys.slice(0, -1)) as Draft;
  const key = keys.at(-1) ?? '';
  if (how === 'remove') delete holder[key];
  else holder[key] = how === 'null' ? null : differ(holder[key]);
  return copy;
}

function differ(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `${value}x`;
}

/** Whether a leaf says what v2 does by itself. */
export function isDefault(document: unknown, pointer: string): boolean {
  const [name = ''] = fromPointer(pointer).slice(-1);
  return v2Defaults.get(name) === valueAt(document, fromPointer(pointer));
}
