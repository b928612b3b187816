// Every fixture of Terraform gives its v2 files and its report, byte for byte. UPDATE_FIXTURES=1 writes what comes out
// instead: read the difference before you keep it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from '@cdktn/hcl2json';
import { describe, expect, test } from 'vitest';
import { listModuleFixtures, type ModuleFixture, type ModuleRun, runModule } from '../../support/modules.js';

const fixtures = listModuleFixtures();
const isUpdate = process.env['UPDATE_FIXTURES'] === '1';
const hasTerraform = spawnSync('terraform', ['version']).status === 0;
if (!hasTerraform)
  console.log('terraform is not there: whether texts are laid out as `terraform fmt` does is not checked');

describe.each(fixtures)('$name', (fixture) => {
  const run = runModule(fixture.files, fixture.options);

  test('gives its files and its report', () => {
    if (isUpdate) writeExpected(fixture, run);
    expect(run.report).toBe(readFileSync(join(fixture.folder, 'report.txt'), 'utf8'));
    expect(Object.fromEntries(run.changed)).toEqual(Object.fromEntries(readExpected(fixture)));
  });

  test('shows no password, wherever one stands', () => {
    const told = run.translations.map(({ translation: { findings, changes, comments } }) => ({
      findings,
      changes,
      comments: comments?.filter(({ to }) => to === undefined),
    }));
    const said = run.report + JSON.stringify(told);
    const passwords = fixture.files.flatMap(({ text }) =>
      [...text.matchAll(/password"?\s*[=:]\s*"([^"$]{8,})"/g)].map(([, found]) => found ?? ''),
    );
    for (const password of passwords) expect(said).not.toContain(password);
  });

  test("is read by HashiCorp's parser", async () => {
    for (const [path, text] of run.changed) expect(Object.keys(await parse(path, text)), path).not.toEqual([]);
  });

  test('is the same when it is translated again', () => {
    const again = runModule(
      fixture.files.map(({ path, text }) => ({ path, text: run.changed.get(path) ?? text })),
      fixture.options,
    );
    expect([...again.changed.keys()]).toEqual([]);
  });

  test.skipIf(!hasTerraform)('is laid out as terraform fmt does, where its input is', () => {
    for (const [path, text] of run.changed) {
      const original = fixture.files.find((file) => file.path === path)?.text ?? '';
      if (format(original) === original) expect(format(text), path).toBe(text);
    }
  });
});

function format(text: string): string {
  return execFileSync('terraform', ['fmt', '-'], { input: text, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
}

function readExpected({ folder }: ModuleFixture): Map<string, string> {
  const v2 = join(folder, 'v2');
  const names = existsSync(v2) ? readdirSync(v2, { recursive: true, encoding: 'utf8' }).sort() : [];
  const files = names.filter((name) => name.endsWith('.tf'));
  return new Map(files.map((name) => [name, readFileSync(join(v2, name), 'utf8')]));
}

function writeExpected({ folder }: ModuleFixture, { report, changed }: ModuleRun): void {
  writeFileSync(join(folder, 'report.txt'), report);
  rmSync(join(folder, 'v2'), { recursive: true, force: true });
  for (const [path, text] of changed) {
    const file = join(folder, 'v2', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
