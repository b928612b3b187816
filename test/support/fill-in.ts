// What a person does with a decisions file that audit wrote: every empty value gets one that v2 takes.
import { type Document, isScalar, type Pair, parseDocument, visit } from 'yaml';

const answers: Readonly<Record<string, unknown>> = {
  name: 'a-name',
  location: 'de/txl',
  version: '15',
  'backup.location': 'eu-central-3',
  connection: 0,
  'connection.datacenterId': '322589b8-5dfd-42ca-ad86-030dcfec0446',
  'connection.lanId': '2',
  'connection.primaryInstanceAddress': '192.168.1.100/24',
  connectionPooler: 'DISABLED',
  'credentials.database': 'app',
  'credentials.username': 'app',
  'instances.count': 3,
  'instances.cores': 2,
  'instances.ram': 8,
  'instances.storageSize': 100,
  'maintenanceWindow.time': '03:00:00',
  'maintenanceWindow.dayOfTheWeek': 'Sunday',
  replicationMode: 'ASYNCHRONOUS',
};

/** A decisions file with all of its empty values filled in. */
export function fillIn(text: string): string {
  const document = parseDocument(text);
  visitEmpty(document, (pair, keys) => {
    // The keys of a map are values of v1.
    pair.value = document.createNode(answers[(keys[0] === 'map' ? keys[1] : keys.at(-1)) ?? '']);
  });
  return String(document);
}

/** How many values of a decisions file are empty: those for all, and which connection of single documents. */
export function countEmpty(text: string): { values: number; connections: number } {
  const count = { values: 0, connections: 0 };
  visitEmpty(parseDocument(text), (_, keys) => {
    count[keys.at(-1) === 'connection' ? 'connections' : 'values'] += 1;
  });
  return count;
}

function visitEmpty(document: Document.Parsed, see: (pair: Pair, keys: readonly string[]) => void): void {
  visit(document, {
    Pair: (_, pair, above) => {
      const keys = [...above, pair].flatMap((one) => ('key' in one && isScalar(one.key) ? String(one.key.value) : []));
      if (isScalar(pair.value) && pair.value.value === null) see(pair, keys);
    },
  });
}
