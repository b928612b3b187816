// Every fixture gives its v2 document and its report, byte for byte. UPDATE_FIXTURES=1 writes what comes out instead:
// read the difference before you keep it.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Fixture, type FixtureRun, listFixtures, runFixture } from './support/fixtures.js';

const fixtures = listFixtures();
const isUpdate = process.env['UPDATE_FIXTURES'] === '1';

describe('fixtures', () => {
  test('are named after situations, never numbered', () => {
    const numbered = fixtures.filter(({ name }) => !/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(name));
    expect(numbered.map(({ name }) => name)).toEqual([]);
    expect(fixtures.length).toBeGreaterThanOrEqual(45);
  });

  test('hold no file that no test reads', () => {
    const known = ['options.json', 'report.txt'];
    const strays = fixtures.flatMap(({ name, folder, input, output }) =>
      readdirSync(folder)
        .filter((file) => ![...known, input, output].includes(file))
        .map((file) => `${name}/${file}`),
    );
    expect(strays).toEqual([]);
  });

  test.each(fixtures)('$name', (fixture) => {
    const run = runFixture(fixture);
    if (isUpdate) writeExpected(fixture, run);
    expect(run.report).toBe(readExpected(fixture, 'report.txt'));
    expect(run.document).toBe(readExpected(fixture, fixture.output));
  });
});

function readExpected({ folder }: Fixture, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function writeExpected({ folder, output }: Fixture, { report, document }: FixtureRun): void {
  writeFileSync(join(folder, 'report.txt'), report);
  if (document === undefined) rmSync(join(folder, output), { force: true });
  else writeFileSync(join(folder, output), document);
}
