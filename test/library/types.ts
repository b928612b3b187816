// What the compiler promises to users and to writers of rules. Nothing here runs: `npm run lint` checks it, and a line
// marked as an error that is none fails there.
import { type TranslateOptions, translateValue } from '../../src/index.js';
import { error, rule, silent } from '../../src/rules/define.js';
import type { Translation } from '../../src/schema/documents.js';
import type {
  BackupRead,
  BackupReadList,
  ClusterCreate,
  ClusterEnsure,
  ClusterRead,
  ClusterReadList,
  PostgresVersionRead,
  PostgresVersionReadList,
  RestoreFromBackup,
  RestoreInPlace,
  StoredRequest,
} from '../../src/schema/index.js';

type Exactly<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Body =
  | ClusterCreate
  | ClusterEnsure
  | ClusterRead
  | ClusterReadList
  | RestoreFromBackup
  | RestoreInPlace
  | BackupRead
  | BackupReadList
  | PostgresVersionRead
  | PostgresVersionReadList
  | StoredRequest;
type Sent = ClusterCreate | ClusterEnsure | StoredRequest;

/** Status narrows the document to the v2 bodies, and target to one of them. */
export function narrow(translation: Translation): string {
  if (translation.status === 'ready' || translation.status === 'review') {
    const isBody: Exactly<typeof translation.document, Body> = true;
    if (translation.target === 'ClusterCreate') {
      const isCreate: Exactly<typeof translation.document, ClusterCreate> = true;
      const database: string = translation.document.properties.credentials.database;
      // @ts-expect-error a POST body has no id
      return `${isBody}${isCreate}${database}${translation.document.id}`;
    }
    if (translation.target === 'ClusterEnsure') {
      const isEnsure: Exactly<typeof translation.document, ClusterEnsure> = true;
      // @ts-expect-error credentials may be left out of a PUT
      const user: string = translation.document.properties.credentials.username;
      return translation.document.id + isEnsure + user;
    }
    if (translation.target === 'restoreFromBackup') return translation.document.sourceBackupId;
    return translation.target === 'ClusterRead' ? translation.document.href : translation.target;
  }
  if (translation.status === 'blocked') {
    const none: undefined = translation.document;
    return `${none} ${typeof translation.partial}`;
  }
  // @ts-expect-error what was skipped has a document of any shape
  return translation.document.properties;
}

/** What is sent has its request; what is only read has none. */
export function narrowRequest(translation: Translation): string {
  if (translation.status !== 'ready' && translation.status !== 'review') return '';
  if (translation.request) return `${translation.request.method} ${translation.document satisfies Sent}`;
  const none: undefined = translation.request;
  // @ts-expect-error an answer is not sent
  return translation.target === 'ClusterRead' ? translation.request.url : `${none}`;
}

/** A document is not at hand before its status was asked. */
export function readTooEarly(translation: Translation): unknown {
  // @ts-expect-error a blocked translation has no document
  return translation.document.properties;
}

/** Options are typed by the v2 schema. */
export const options: readonly TranslateOptions[] = [
  { set: { 'credentials.database': 'app', 'instances.ram': 4, logsEnabled: true, location: 'de/txl' } },
  { override: { replicationMode: 'STRICTLY_SYNCHRONOUS', 'maintenanceWindow.dayOfTheWeek': 'Sunday' } },
  // @ts-expect-error no such path
  { set: { 'credentials.databse': 'app' } },
  // @ts-expect-error a v1 path
  { set: { displayName: 'app' } },
  // @ts-expect-error a container is no path
  { set: { credentials: { database: 'app' } } },
  // @ts-expect-error a number is wanted
  { set: { 'instances.ram': '4' } },
  // @ts-expect-error no such mode
  { override: { replicationMode: 'SYNCHRONOUS' } },
  // @ts-expect-error no such path
  { decisions: { map: { 'backup.loction': { de: 'eu-central-3' } } } },
  // @ts-expect-error no such target
  { to: 'patch' },
  // @ts-expect-error no such option
  { overide: {} },
];

/** What a translation holds cannot be changed. */
export function change(translation: Translation): void {
  // @ts-expect-error read-only
  translation.status = 'ready';
  // @ts-expect-error read-only
  translation.findings.push(...translateValue({}).findings);
}

const head = { summary: '', evidence: '', examples: [] } as const;
const base = { ...head, id: 'x/y', kind: 'map' } as const;
const messages = { plain: error('Plain.', ''), named: error('It is {name}.', 'Take {other}.') } as const;

/** Rules are typed by both schemas and by their own messages. */
export const rules = [
  rule({ ...base, from: ['properties.ram'], to: ['properties.instances.ram'], messages: {} }),
  rule({ ...base, from: ['properties.connections.*.lanId'], to: ['properties.connection.lanId'], messages: {} }),
  // @ts-expect-error v1 has no such path
  rule({ ...base, from: ['properties.rma'], to: [], messages: {} }),
  // @ts-expect-error v2 has no such path
  rule({ ...base, from: [], to: ['properties.instances.rma'], messages: {} }),
  // @ts-expect-error v1 has no such path to read
  rule({ ...base, from: [], to: [], reads: ['properties.rma'], messages: {} }),
  // @ts-expect-error v2 has no such path to look at
  rule({ ...base, from: [], to: [], looks: ['properties.ram'], messages: {} }),
  // @ts-expect-error v2 has no such path to decide
  rule({ ...base, from: [], to: [], messages: { odd: { ...error('Odd.', ''), decision: ['properties.rma'] } } }),
  // @ts-expect-error an id has a block and a field
  rule({ ...base, id: 'ram', from: [], to: [], messages: {} }),
  rule({ ...base, from: [], to: [], messages, check: () => silent }),
  rule({ ...base, from: [], to: [], messages, check: () => [{ id: 'plain' }] }),
  rule({ ...base, from: [], to: [], messages, check: () => [{ id: 'named', data: { name: 'a', other: 1 } }] }),
  // @ts-expect-error no such message
  rule({ ...base, from: [], to: [], messages, check: () => [{ id: 'unsaid' }] }),
  // @ts-expect-error the message needs data
  rule({ ...base, from: [], to: [], messages, check: () => [{ id: 'named' }] }),
  // @ts-expect-error the message needs data for its remedy too
  rule({ ...base, from: [], to: [], messages, check: () => [{ id: 'named', data: { name: 'a' } }] }),
  // @ts-expect-error the value of the v2 path is a number
  rule({ ...base, from: ['properties.displayName'], to: ['properties.instances.ram'], messages: {}, map: giveText }),
];

function giveText() {
  return { values: ['4'] } as const;
}
