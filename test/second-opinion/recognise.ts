// Which kind a document is, by its shape alone: facts.md, section 1, with the words of design.md 2 before it.
import { type Bag, isAbsent, isBag } from './notebook.js';

/** What the opinion has an opinion on; anything else is `refused` or, being v2, `finished`. */
export type Shape = 'create' | 'bare' | 'response' | 'fromBackup' | 'refused' | 'finished';

const forbidden = ['__proto__', 'constructor', 'prototype'];
const foreign = ['datacenterIdRef', 'datacenterIdSelector', 'passwordSecretRef', 'allowReplace', 'passwordVersion'];
const numbers = ['instances', 'ram', 'cores', 'storageSize'];
const v1Words = ['displayName', 'postgresVersion', 'synchronizationMode', 'storageType', 'dnsName', 'fromBackup'];
const v2Words = ['replicationMode', 'restoreFromBackup', 'backup', 'primaryInstanceAddress'];
const weakV2Words = ['name', 'version', 'description', 'logsEnabled', 'metricsEnabled'];
const createWords = ['location', 'storageType', 'backupLocation', 'credentials', 'fromBackup'];

export function recognise(value: unknown): Shape {
  if (isBag(value) && Array.isArray(value['items'])) return 'finished';
  if (!isBag(value) || holdsAny(value, forbidden) || holdsAny(value, foreign)) return 'refused';
  const properties = value['properties'];
  if (isAbsent(properties)) return recogniseBare(value);
  if (!isBag(properties)) return 'refused';
  if (isOfBackups(properties, value)) return 'finished';
  const [one, two] = [isOne(properties), isTwo(properties, value)];
  if (one && two) return 'refused';
  if (two) return 'finished';
  if (!one && weakV2Words.some((word) => !isAbsent(properties[word]))) return 'finished';
  if (!isAbsent(value['id']) || value['type'] === 'cluster') return one ? 'response' : 'refused';
  return createWords.some((word) => !isAbsent(properties[word])) && one ? 'create' : 'refused';
}

/** Backups and the places where they lie: no clusters, and nothing to have an opinion on. */
function isOfBackups(properties: Bag, whole: Bag): boolean {
  const isPlace = Object.keys(properties).join() === 'location' && !isAbsent(whole['id']);
  return isPlace || !isAbsent(properties['clusterId']);
}

function recogniseBare(value: Bag): Shape {
  if (!isAbsent(value['backupId']) || !isAbsent(value['recoveryTargetTime'])) return 'fromBackup';
  if (!isAbsent(value['sourceBackupId']) || !isAbsent(value['recoveryTargetDatetime'])) return 'finished';
  const [one, two] = [isOne(value), isTwo(value, {})];
  if (one && two) return 'refused';
  if (two) return 'finished';
  return one && createWords.some((word) => !isAbsent(value[word])) ? 'bare' : 'refused';
}

function isOne(properties: Bag): boolean {
  if (v1Words.some((word) => !isAbsent(properties[word]))) return true;
  if (Array.isArray(properties['connections']) || isBag(properties['connectionPooler'])) return true;
  return numbers.some((word) => typeof properties[word] === 'number');
}

function isTwo(properties: Bag, whole: Bag): boolean {
  if (v2Words.some((word) => !isAbsent(properties[word]))) return true;
  if (isBag(properties['instances']) || isBag(properties['connection'])) return true;
  if (typeof properties['connectionPooler'] === 'string') return true;
  const [credentials, metadata] = [properties['credentials'], whole['metadata']];
  if (isBag(credentials) && !isAbsent(credentials['database'])) return true;
  return isBag(metadata) && !isAbsent(metadata['dnsName']);
}

function holdsAny(value: unknown, keys: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => keys.includes(key) || holdsAny(member, keys));
}
