// Converted modules beside what they were made of, and edits after which they say something else.
import { prepareOptions } from '../../src/supply/options.js';
import { verifyModules } from '../../src/terraform.js';
import { listModuleFixtures, type ModuleFixture, runModule } from './modules.js';

/** The modules that can be converted. */
export const convertedFixtures = listModuleFixtures().filter(({ files, options }) =>
  runModule(files, options).modules.some(({ files: texts }) => texts.some(({ isChanged }) => isChanged)),
);

/** What is said of a module beside its own conversion, in which `edit` changed the texts. */
export function verifyConverted(
  { files, options }: Pick<ModuleFixture, 'files' | 'options'>,
  edit = (text: string) => text,
) {
  const { states = {}, ...rest } = options;
  const { modules } = runModule(files, options);
  const written = modules.flatMap(({ files: texts }) => texts.map(({ path, text }) => ({ path, text: edit(text) })));
  const given = files.filter(({ path }) => !path.endsWith('.tf'));
  return verifyModules(
    { files, states: new Map(Object.entries(states)), folder: '' },
    { files: [...given, ...written], states: new Map(), folder: '' },
    prepareOptions(rest),
  );
}

/** The fixture of a name. */
export function findModule(name: string): ModuleFixture {
  const found = convertedFixtures.find((fixture) => fixture.name === name);
  if (!found) throw new Error(`There is no fixture ${name}.`);
  return found;
}

/** An edit of what was written, and how what is said of it begins. */
export interface Edited {
  readonly fixture?: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly says: readonly string[];
}

/** Edits by what becomes another one. */
export const moduleEdits: readonly (readonly [string, Edited])[] = [
  [
    'a literal',
    { from: 'cores        = 2', to: 'cores = 4', says: ['drift/changed: instances.cores is 4 in v2; v1 gives 2.'] },
  ],
  ['an argument that is gone', { from: /username .*/, to: '', says: ['loss/missing: v1 gives credentials.username'] }],
  [
    'one that was added',
    { from: 'cores        = 2', to: 'cores = 2\nthreads = 4', says: ['drift/unknown: v2 says instances.threads'] },
  ],
  ['nothing, by a known value', { from: 'var.memory / 1024', to: '8', says: [] }],
  [
    'a known value',
    {
      from: 'var.memory / 1024',
      to: 'var.memory / 512',
      says: ['drift/changed: instances.ram is 16 in v2; v1 gives 8 (ram $'],
    },
  ],
  [
    'nothing, by white space',
    {
      from: 'ionoscloud_lan.inner.id',
      to: 'ionoscloud_lan . inner . id',
      says: [],
    },
  ],
  [
    'what nothing tells',
    {
      from: 'ionoscloud_lan.inner.id',
      to: '"4"',
      says: ['drift/expression: connection.lanId could not be compared: v1 gives $'],
    },
  ],
  [
    'a whole object that nothing tells',
    {
      from: /maintenance_window = \{[^}]*\}/,
      to: 'maintenance_window = var.when',
      says: ['drift/expression: maintenanceWindow.', 'drift/expression: maintenanceWindow.'],
    },
  ],
  [
    'what the same text reads',
    { from: 'place = "gb/lhr"', to: 'place = "gb/bhx"', says: ['drift/changed: location is gb/bhx'] },
  ],
  ['the id', { from: '5b0e7a14', to: '6b0e7a14', says: ['drift/changed: id is 6b0e7a14'] }],
  [
    'the name of the resource',
    {
      from: '"shop"',
      to: '"store"',
      says: [
        'loss/only-v1: The cluster ionoscloud_pg_cluster.shop',
        'drift/only-v2: The cluster ionoscloud_pg_cluster_v2.store',
      ],
    },
  ],
  [
    'the number of clusters',
    {
      fixture: 'one-for-each-key',
      from: '"heron", ',
      to: '',
      says: ['loss/only-v1: The cluster ionoscloud_pg_cluster.boat["heron"]'],
    },
  ],
  [
    'a cluster among several',
    {
      fixture: 'one-for-each-key',
      from: '"10.30.7.11/24"',
      to: '"10.30.7.13/24"',
      says: ['drift/changed: connection.primaryInstanceAddress is 10.30.7.13/24'],
    },
  ],
  [
    'a password',
    {
      fixture: 'one-for-each-key',
      from: 'Gantry9!Plover',
      to: 'Gantry9!Pipit',
      says: ['drift/secret', 'drift/secret'],
    },
  ],
  [
    'a password that became a variable',
    {
      fixture: 'one-for-each-key',
      from: '"Gantry9!Plover"',
      to: 'var.secret',
      says: ['expected/secret-expression', 'expected/secret-expression'],
    },
  ],
];

/** What is said of a fixture after an edit. */
export function verifyEdited({ fixture = 'expressions', from, to }: Edited) {
  const entries = verifyConverted(findModule(fixture), (text) => text.replace(from, to));
  return entries.flatMap(({ translation }) => translation.findings);
}
