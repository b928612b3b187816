// A fleet of stored configurations with the traits of real ones, of any size, and the same for the same seed: creates and
// answers, streams and dumps, requests, patches, restores, inventories, and files that are none of these or cannot be read.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { type ClusterMaker, type Document, openClusters } from './clusters.js';
import { openRandom, type Random } from './random.js';

/** How a fleet is made. */
export interface FleetOptions {
  /** So many files; never fewer than one of each sort. */
  readonly files: number;
  readonly seed: number;
}

type Files = Map<string, string | Uint8Array>;

interface Making extends FleetOptions {
  readonly random: Random;
  readonly clusters: ClusterMaker;
  readonly files: number;
  readonly made: Files;
  /** The ids of the clusters that answers are of. */
  readonly ids: string[];
}

const api = 'https://api.ionos.com/databases/postgresql/clusters';

/** Writes a fleet into a folder. */
export function writeFleet(folder: string, options: FleetOptions): void {
  for (const [name, content] of makeFleet(options)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** The files of a fleet, by name. */
export function makeFleet(options: FleetOptions): Files {
  const random = openRandom(options.seed);
  const making: Making = { ...options, random, clusters: openClusters(random), made: new Map(), ids: [] };
  addAnswers(making);
  addChanges(making);
  addOthers(making);
  addOdd(making);
  while (making.made.size < options.files) addCreate(making);
  return making.made;
}

/** So many of a thousand files, at least one. */
function share({ files }: Making, perMille: number): number[] {
  return Array.from({ length: Math.max(1, Math.round((files * perMille) / 1000)) }, (_, index) => index);
}

function addAnswers(making: Making): void {
  const { clusters, made, random } = making;
  for (const _ of share(making, 220)) {
    const answer = takeAnswer(making);
    const path = `${clusters.team()}/live/${answer.id}`;
    if (random.chance(15)) made.set(`${path}.yaml`, comment(answer));
    else made.set(`${path}.json`, json(answer));
  }
  for (const index of share(making, 6))
    made.set(`dumps/clusters-${index}.json`, json({ type: 'collection', items: repeat(10, () => takeAnswer(making)) }));
  for (const index of share(making, 6)) {
    const lines = repeat(20, () => JSON.stringify(random.chance(50) ? clusters.create() : takeAnswer(making)));
    made.set(`dumps/all-${index}.ndjson`, `${lines.join('\n')}\n`);
  }
}

/** What changes clusters that answers are of, or asks for them. */
function addChanges(making: Making): void {
  const { clusters, made, random, ids } = making;
  const known = () => ids[random.below(ids.length)] ?? '';
  const request = (method: string, path: string, body?: Document) =>
    json({ method, url: api + path, headers: { Authorization: 'Bearer abc' }, ...(body ? { body } : {}) });
  for (const index of share(making, 20))
    made.set(`requests/create-${index}.json`, request('POST', '', clusters.create()));
  for (const index of share(making, 10))
    made.set(`requests/grow-${index}.json`, request('PATCH', `/${known()}`, { properties: { cores: 8 } }));
  for (const index of share(making, 10))
    made.set(`requests/look-${index}.json`, request(random.pick('GET', 'DELETE'), `/${known()}`));
  for (const _ of share(making, 25))
    made.set(
      `patches/${known()}.json`,
      json({ properties: random.pick({ cores: 16 }, { ram: 32768, storageSize: 409600 }) }),
    );
}

function addOthers(making: Making): void {
  const { clusters, made, random, ids } = making;
  for (const index of share(making, 10)) {
    const documents = [{ apiVersion: 'v1', kind: 'ConfigMap' }, clusters.create(), clusters.create()];
    made.set(`stacks/stack-${index}.yaml`, documents.map((one) => comment(one)).join('---\n'));
  }
  for (const index of share(making, 10))
    made.set(`restore/copy-${index}.yaml`, `# a copy\nbackupId: ${random.uuid()}\n`);
  for (const index of share(making, 10)) {
    const items = [{ type: 'database', id: 'orders', properties: { name: 'orders', owner: 'app' } }];
    made.set(`inventory/databases-${index}.json`, json({ id: `${ids[index] ?? ''}/databases`, items }));
  }
}

/** Files of others, and files that cannot be read, as they lie about in a repository. */
function addOdd({ clusters, made }: Making): void {
  made.set('package.json', json({ name: 'infra', version: '1.0.0' }));
  made.set('compose.yaml', 'services:\n  db:\n    image: postgres:16\n');
  made.set('tsconfig.json', '{\n  // strict, please\n  "compilerOptions": { "strict": true, }\n}\n');
  made.set('charts/templates/cluster.yaml', '{{- if .Values.db }}\nname: {{ .Values.db.name }}\n{{- end }}\n');
  made.set('broken/comma.json', '{\n  "properties": {\n    "cores": 2\n    "ram": 4096\n  }\n}\n');
  made.set('broken/indent.yaml', 'properties:\n  cores: 2\n   ram: 4096\n');
  made.set('broken/empty.json', '');
  made.set('Köln & Co/a copy.json', json(clusters.create()));
  made.set('windows/lines.yaml', comment(clusters.create()).replaceAll('\n', '\r\n'));
  made.set('windows/mark.json', `\uFEFF${json(clusters.create())}`);
}

function addCreate({ clusters, made, random }: Making): void {
  const create = clusters.create();
  const name = String(create.properties['displayName'])
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');
  const path = `${clusters.team()}/create/${name}`;
  if (random.chance(40)) made.set(`${path}.yaml`, comment(create));
  else made.set(`${path}.json`, json(random.chance(10) ? create.properties : create));
}

function takeAnswer({ clusters, ids }: Making): ReturnType<ClusterMaker['answer']> {
  const answer = clusters.answer();
  ids.push(answer.id);
  return answer;
}

function repeat<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function comment(document: Document): string {
  return `# kept by hand\n${stringify(document).replace(/^( *ram: .*)$/m, '$1 # MB')}`;
}
