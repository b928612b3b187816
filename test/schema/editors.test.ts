// What an editor makes of the schemas that the tool prints: it completes, explains and refuses as the tool does.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCluster, makeFolder, run } from '../cli/command.js';
import { type LanguageServer, startLanguageServer } from '../support/language-server.js';

const modeline = (schema: string) => `# yaml-language-server: $schema=${schema}\n`;

describe('a YAML language server', { timeout: 60_000 }, () => {
  const folder = makeFolder({});
  let server: LanguageServer;
  beforeAll(async () => {
    for (const words of [['decisions'], ['v2', 'create']])
      writeFileSync(join(folder, `${words.join('-')}.schema.json`), run(['schema', ...words], { folder }).stdout);
    server = await startLanguageServer(folder);
  }, 60_000);
  afterAll(() => server.stop());

  test('refuses in a decisions file what the tool refuses, and nothing else', async () => {
    const good = `${modeline('decisions.schema.json')}defaults:\n  credentials.database: app\n  replicationMode: ASYNCHRONOUS\nregions:\n  de/fra: { backup.location: eu-central-4 }\nmap:\n  instances.storageSize: { 2: 10 }\nrepairs:\n  credentials.password: { env: "PG_{NAME}_PASSWORD" }\nclusters:\n  498ae72f-411f-11eb-9d07-046c59cc737e: { connection: 1 }\n`;
    expect(await server.open('good.yaml', good)).toEqual([]);
    const bad = good.replace('ASYNCHRONOUS', 'SYNC').replace('de/fra', 'de/fran').replace('database', 'databse');
    const said = await server.open('bad.yaml', bad);
    expect(said.map((one) => Number.parseInt(one, 10))).toEqual(expect.arrayContaining([3, 4, 6]));
  });

  test('completes paths and values of a decisions file, and explains them', async () => {
    const text = `${modeline('decisions.schema.json')}defaults:\n  replicationMode: \n  \nregions:\n  de/txl:\n    \n`;
    await server.open('begun.yaml', text);
    expect(await server.complete('begun.yaml', { line: 2, character: 19 })).toEqual(
      expect.arrayContaining(['ASYNCHRONOUS', 'STRICTLY_SYNCHRONOUS']),
    );
    expect(await server.complete('begun.yaml', { line: 3, character: 2 })).toEqual(
      expect.arrayContaining(['credentials.database', 'backup.location', 'maintenanceWindow.dayOfTheWeek']),
    );
    expect(await server.complete('begun.yaml', { line: 6, character: 4 })).toContain('backup.location');
    expect(await server.hover('begun.yaml', { line: 2, character: 6 })).not.toBe('');
  });

  test('refuses a v2 body that v2 would refuse, and passes one that the tool wrote', async () => {
    const supply = ['--set', 'credentials.database=app'];
    writeFileSync(join(folder, 'v1.json'), makeCluster());
    const body = run(['convert', 'v1.json', '--format', 'yaml', ...supply], { folder }).stdout;
    expect(await server.open('body.yaml', modeline('v2-create.schema.json') + body)).toEqual([]);
    const wrong = body.replace('ram: 4', 'ram: 4096').replace(/version: .*/, 'version: 15');
    const said = await server.open('wrong.yaml', modeline('v2-create.schema.json') + wrong);
    expect(said.length).toBeGreaterThan(1);
  });
});
