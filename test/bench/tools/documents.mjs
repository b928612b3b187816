// The documents of the benches: the fixtures of creates and responses, or the JSON files of the folder BENCH_CASES, as
// far as they are not blocked once the supply below is given. Repeated to any number, as one line each.
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { translateValue } from '../../../dist/index.js';

const fixtures = fileURLToPath(new URL('../../../fixtures', import.meta.url));

/** What v1 does not hold, or holds only sometimes. */
export const supply = {
  'credentials.database': 'app',
  'backup.location': 'eu-central-3',
  'maintenanceWindow.time': '03:00:00',
  'maintenanceWindow.dayOfTheWeek': 'Sunday',
};
/** The same as words of the command line. */
export const supplyWords = [
  ...Object.entries(supply).flatMap(([path, value]) => ['--set', `${path}=${value}`]),
  '--fix-names',
];

/** All documents, parsed. */
export function loadDocuments() {
  const all = process.env.BENCH_CASES ? readCases(process.env.BENCH_CASES) : readFixtures();
  const usable = all.filter((value) => {
    const { status, target } = translateValue(value, { set: supply, fixNames: true });
    return (status === 'ready' || status === 'review') && target !== 'restoreFromBackup';
  });
  if (usable.length === 0) throw new Error('there are no documents');
  return usable;
}

/** Writes so many documents to a file, a line each. */
export function writeLines(path, count) {
  const lines = loadDocuments().map((value) => `${JSON.stringify(value)}\n`);
  const file = openSync(path, 'w');
  for (let at = 0; at < count; at += 1000) {
    let text = '';
    for (let index = at; index < Math.min(count, at + 1000); index += 1) text += lines[index % lines.length];
    writeSync(file, text);
  }
  closeSync(file);
}

function readCases(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

function readFixtures() {
  return ['create', 'response'].flatMap((kind) =>
    readdirSync(join(fixtures, kind)).flatMap((situation) => {
      const file = ['v1.json', 'v1.yaml'].map((name) => join(fixtures, kind, situation, name)).find(existsSync);
      try {
        return file ? [parse(readFileSync(file, 'utf8'), { logLevel: 'silent' })] : [];
      } catch {
        // Some fixtures are broken on purpose.
        return [];
      }
    }),
  );
}
