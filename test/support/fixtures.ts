// The fixtures: one folder a situation, with what goes in, the options, and what must come out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Format, renderDocuments, type TranslateOptions, translateText } from '../../src/index.js';
import { renderReport } from '../../src/report/create-report.js';
import type { Translation } from '../../src/schema/documents.js';

/** One situation. */
export interface Fixture {
  /** `kind/situation`. */
  readonly name: string;
  readonly folder: string;
  /** Name of the file that goes in, and of the one that comes out. */
  readonly input: string;
  readonly output: string;
  readonly format: Format;
  readonly text: string;
  readonly options: TranslateOptions;
}

/** What running a fixture gives. */
export interface FixtureRun {
  readonly translations: readonly Translation[];
  /** The v2 text; undefined where a document was blocked, or where there is none to hand on. */
  readonly document: string | undefined;
  readonly report: string;
}

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
const formats: Readonly<Record<string, Format>> = { json: 'json', yaml: 'yaml', ndjson: 'ndjson' };

/** Every fixture, in the order of their names. */
export function listFixtures(): Fixture[] {
  // Reports are of whole fleets and modules have several files; both have tests of their own.
  const kinds = listFolders(root).filter((kind) => kind !== 'reports' && kind !== 'terraform');
  return kinds.flatMap((kind) => listFolders(join(root, kind)).map((situation) => readFixture(`${kind}/${situation}`)));
}

function listFolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

function readFixture(name: string): Fixture {
  const folder = join(root, name);
  const inputs = readdirSync(folder).filter((file) => file.startsWith('v1.'));
  const [input] = inputs;
  if (!input || inputs.length > 1) throw new Error(`fixtures/${name}: there must be one v1 file`);
  const extension = input.slice('v1.'.length);
  const format = formats[extension];
  if (!format) throw new Error(`fixtures/${name}/${input}: no format of ours`);
  const optionsFile = join(folder, 'options.json');
  return {
    name,
    folder,
    input,
    output: `v2.${extension}`,
    format,
    text: readFileSync(join(folder, input), 'utf8'),
    options: existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, 'utf8')) : {},
  };
}

/** Translates a fixture and renders all that it is compared by. */
export function runFixture({ input, format, text, options }: Fixture): FixtureRun {
  const translations = translateText(text, { format, ...options });
  const entries = translations.map((translation, index) => ({ source: input, index, translation }));
  const stands = translations.some(({ status }) => status === 'blocked' || status === 'unreadable');
  const isWritten = !stands && translations.some(({ document }) => document !== undefined);
  return {
    translations,
    document: isWritten ? renderDocuments(translations, { format }) : undefined,
    report: renderReport(entries),
  };
}
