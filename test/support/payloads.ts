// The folder of the README's walkthrough: three hundred stored configurations with the traits of real ones.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

const teams = ['analytics', 'billing', 'checkout', 'crm', 'media', 'search'] as const;
const nouns = ['orders', 'invoices', 'catalog', 'sessions', 'events', 'ledger', 'users'] as const;

/** Writes the folder: two files in three are creates, in YAML and JSON, the others are answers of the API. */
export function writePayloads(folder: string): void {
  for (let index = 0; index < 300; index += 1) {
    const path = join(folder, nameFile(index));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, index === 295 ? '{"properties": ' : writeText(index));
  }
}

/** Whether it is the answer of the API for a cluster that exists. */
function isAnswer(index: number): boolean {
  return index % 3 === 2;
}

function nameFile(index: number): string {
  const team = pick(teams, index);
  if (isAnswer(index)) return `${team}/live/${makeId(index)}.json`;
  return `${team}/create/${nameCluster(index)}.${index % 2 === 0 ? 'yaml' : 'json'}`;
}

function nameCluster(index: number): string {
  return `${pick(nouns, index)}-${index % 4 === 0 ? 'stage' : 'prod'}-${index}`;
}

function writeText(index: number): string {
  const properties = describe(index);
  if (isAnswer(index)) return `${JSON.stringify({ type: 'cluster', id: makeId(index), properties }, null, 2)}\n`;
  const credentials = {
    username: index === 9 ? 'billing-svc' : 'app',
    password: index % 20 === 7 ? 'changeme' : 'Sample7!orders',
  };
  const document = { properties: { ...properties, credentials } };
  return index % 2 === 0 ? stringify(document) : `${JSON.stringify(document, null, 2)}\n`;
}

/** What v1 says of a cluster; each trait comes again in a rhythm of its own. */
function describe(index: number): Readonly<Record<string, unknown>> {
  const connection = { datacenterId: makeId(1000), lanId: '2', cidr: `10.7.${index % 250}.5/24` };
  const name = nameCluster(index);
  return {
    displayName: index % 9 === 0 ? name.replace('-', ' ') : name,
    postgresVersion: '15',
    location: pick(['de/txl', 'de/fra', 'es/vit'], index),
    instances: pick([1, 2, 3], index),
    cores: 4,
    ram: index % 7 === 3 ? 2048 : 8192,
    storageSize: index % 11 === 4 ? 20490 : 20480,
    storageType: index % 2 === 0 ? 'HDD' : 'SSD Premium',
    connections: index === 50 ? [connection, { ...connection, lanId: '9' }] : [connection],
    ...(index % 4 === 0 ? { backupLocation: 'de' } : {}),
    ...(index % 5 === 0 ? {} : { maintenanceWindow: { time: '03:00:00', dayOfTheWeek: 'Sunday' } }),
    synchronizationMode: 'ASYNCHRONOUS',
  };
}

function makeId(index: number): string {
  return `${(0x498ae72f + index * 7919).toString(16)}-411f-11eb-9d07-046c59cc737e`;
}

function pick<T>(all: readonly T[], index: number): T {
  return all[index % all.length] as T;
}
