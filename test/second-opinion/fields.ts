// The fields of a cluster that stand alone: name, version, location, replication, pooler, backup, storage type.
import { ask, demand, insist, readNumberOrText, readText } from './ask.js';
import {
  type Bag,
  type Found,
  findGiven,
  findMapped,
  isAbsent,
  isBag,
  type Notebook,
  say,
  toPlace,
} from './notebook.js';

const validName = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])$/;
const hosts: Readonly<Record<string, string>> = {
  'de/txl': 'de-txl',
  'de/fra': 'de-fra',
  'de/fra/1': 'de-fra',
  'de/fra/2': 'de-fra',
  'fr/par': 'fr-par',
  'es/vit': 'es-vit',
  'gb/lhr': 'gb-lhr',
  'gb/bhx': 'gb-bhx',
  'us/las': 'us-las',
  'us/mci': 'us-mci',
  'us/ewr': 'us-ewr',
};
const knownBackupLocations = ['eu-central-3', 'eu-central-4', 'us-central-1'];
const otherStorage = ['de', 'eu-central-2', 'eu-south-2'];
const premium: readonly unknown[] = ['SSD', 'SSD Premium', 'SSD_PREMIUM'];
const others: readonly unknown[] = ['HDD', 'SSD Standard', 'SSD_STANDARD'];

/** The name, and the old text where it was replaced. */
export function translateName(book: Notebook, properties: Bag): { name: unknown; old?: string } {
  const question = { path: 'name', v1: properties['displayName'], place: '/properties/displayName' };
  const found = demand(book, question, readText);
  const text = found?.value;
  if (typeof text !== 'string' || validName.test(text)) return { name: text };
  const fixed = suggest(text);
  if (book.options.fixNames && found?.from === 'v1' && fixed) return { name: fixed, old: text };
  say(book, 'error', found?.place ?? '');
  return { name: text };
}

function suggest(text: string): string {
  const kept = text
    .replace(/\s+/g, '-')
    .replace(/[^A-Za-z0-9._-]/g, '')
    .replace(/-{2,}/g, '-');
  const name = kept
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 63)
    .replace(/[^A-Za-z0-9]+$/, '');
  return name.length < 2 ? '' : name;
}

export function translateVersion(book: Notebook, properties: Bag): unknown {
  const question = { path: 'version', v1: properties['postgresVersion'], place: '/properties/postgresVersion' };
  const found = demand(book, question, readNumberOrText);
  const major = /\d+/.exec(String(found?.value))?.[0];
  if (found && major === undefined) say(book, 'error', found.place);
  const isOffered = ['14', '15', '16', '17', '18'].includes(String(found?.value));
  if (found && major !== undefined && !isOffered) say(book, 'warning', found.place);
  return found?.value;
}

/** The host of the location, which the body does not hold. */
export function translateLocation(book: Notebook, properties: Bag): string | undefined {
  const { location } = properties;
  const region = typeof location === 'string' ? hosts[location.toLowerCase()] : undefined;
  if (region === undefined) say(book, 'error', '/properties/location');
  const { dnsName } = properties;
  const named = typeof dnsName === 'string' && /\.postgresql\.([a-z-]+)\.ionos\.com$/.exec(dnsName)?.[1];
  if (region && named && named !== region) say(book, 'warning', '/properties/location');
  return region && `https://postgresql.${region}.ionos.com`;
}

export function translateReplication(book: Notebook, properties: Bag): Found | undefined {
  const place = '/properties/synchronizationMode';
  const question = { path: 'replicationMode', v1: properties['synchronizationMode'], place };
  const found = demand(book, question, (value) => {
    const word = typeof value === 'string' ? value.toUpperCase() : '';
    if (word === 'ASYNCHRONOUS' || word === 'STRICTLY_SYNCHRONOUS') return word;
    if (word !== 'SYNCHRONOUS' && word !== 'STRICTLY_ASYNCHRONOUS') return undefined;
    say(book, 'warning', place);
    return word === 'SYNCHRONOUS' ? 'ASYNCHRONOUS' : 'STRICTLY_SYNCHRONOUS';
  });
  insist(book, found, (value) => value === 'ASYNCHRONOUS' || value === 'STRICTLY_SYNCHRONOUS');
  return found;
}

export function translatePooler(book: Notebook, properties: Bag): unknown {
  const place = '/properties/connectionPooler';
  const question = { path: 'connectionPooler', v1: properties['connectionPooler'], place };
  const faults = listPoolerFaults(properties['connectionPooler']);
  const given = faults.length > 0 && findGiven(book, question);
  if (faults.length > 0 && !given) for (const fault of faults) say(book, 'error', fault);
  if (faults.length > 0 && !given) return undefined;
  const found = ask(book, question, (value) => {
    if (!isBag(value)) return undefined;
    const { enabled, poolMode } = value;
    if (isAbsent(enabled)) return undefined;
    if (enabled === false) return 'DISABLED';
    if (isAbsent(poolMode)) return 'TRANSACTION';
    return poolMode === 'transaction' || poolMode === 'session' ? poolMode.toUpperCase() : undefined;
  });
  insist(book, found, (value) => ['DISABLED', 'TRANSACTION', 'SESSION'].includes(String(value)));
  return found?.value;
}

/** The members of the wrong type. */
function listPoolerFaults(pooler: unknown): string[] {
  if (!isBag(pooler)) return [];
  const wrong = [
    isAbsent(pooler['enabled']) || typeof pooler['enabled'] === 'boolean' ? '' : 'enabled',
    isAbsent(pooler['poolMode']) || typeof pooler['poolMode'] !== 'object' ? '' : 'poolMode',
  ];
  return wrong.filter(Boolean).map((member) => `/properties/connectionPooler/${member}`);
}

export function translateBackup(book: Notebook, properties: Bag): Bag {
  const question = { path: 'backup.location', v1: properties['backupLocation'], place: '/properties/backupLocation' };
  const found = demand(book, question, readText);
  if (found?.value === '') say(book, 'error', found.place);
  else if (found?.from === 'v1' && findMapped(book, question, found.value) === undefined) {
    if (otherStorage.includes(String(found.value))) say(book, 'error', found.place);
    else if (!knownBackupLocations.includes(String(found.value))) say(book, 'warning', found.place);
  }
  const days = ask(book, { path: 'backup.retentionDays', v1: undefined, place: '' }, () => undefined);
  insist(book, days, (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 365);
  return { location: found?.value, retentionDays: days?.value ?? 7 };
}

/** A PUT resets what was set in v2 since: retention, logs and metrics must come from a person. */
export function judgeReset(book: Notebook): void {
  const paths = ['backup.retentionDays', 'logsEnabled', 'metricsEnabled'];
  const open = paths.find((path) => !findGiven(book, { path, v1: undefined, place: '' }));
  if (open !== undefined && book.target === 'ClusterEnsure') say(book, 'warning', toPlace(open.split('.')[0] ?? ''));
}

/** It has no v2 value; only what is said of it counts. */
export function judgeStorageType(book: Notebook, { storageType }: Bag): void {
  if (isAbsent(storageType) || premium.includes(storageType)) return;
  const isSlow = others.includes(storageType);
  if (!isSlow || book.target === 'ClusterCreate') say(book, 'warning', '/properties/storageType');
}
