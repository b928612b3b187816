// The fixtures of Terraform: a folder each, with the module as it is, options and a state where there are any, and what
// comes out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderReport } from '../../src/report/create-report.js';
import {
  listInstances,
  type ModuleFile,
  type ModuleOutcome,
  type TerraformOptions,
  translateModule,
} from '../../src/terraform.js';

/** One situation. */
export interface ModuleFixture {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly ModuleFile[];
  readonly options: TerraformOptions;
}

/** What a fixture gives. */
export interface ModuleRun extends ModuleOutcome {
  /** The texts of files that changed, by path. */
  readonly changed: ReadonlyMap<string, string>;
  readonly report: string;
}

const root = fileURLToPath(new URL('../../fixtures/terraform', import.meta.url));

/** Every fixture of Terraform, by name. */
export function listModuleFixtures(): ModuleFixture[] {
  return readdirSync(root)
    .sort()
    .map((name) => ({ name, ...readModule(join(root, name, 'v1')), ...readOptions(join(root, name)) }));
}

/** The files of a folder and those below, as a run reads them. */
export function readModule(folder: string): Pick<ModuleFixture, 'files'> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const own = names.filter((name) => /\.(?:tf|tf\.json|tfvars|tfvars\.json)$/.test(name));
  return {
    files: own.map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') })),
  };
}

function readOptions(folder: string): Pick<ModuleFixture, 'folder' | 'options'> {
  const options = readJson(join(folder, 'options.json')) ?? {};
  const state = readJson(join(folder, 'v1/terraform.tfstate'));
  return {
    folder,
    options: { ...(options as TerraformOptions), ...(state ? { states: { '': listInstances(state) } } : {}) },
  };
}

function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** Translates the files of a module and renders all that they are compared by. */
export function runModule(files: readonly ModuleFile[], options: TerraformOptions = {}): ModuleRun {
  const outcome = translateModule(files, options);
  const changed = outcome.modules.flatMap((module) => module.files).filter(({ isChanged }) => isChanged);
  const entries = outcome.translations.map(({ source, translation }, index) => ({ source, index, translation }));
  return { ...outcome, changed: new Map(changed.map(({ path, text }) => [path, text])), report: renderReport(entries) };
}
