// From nothing to verified in six commands, for fleets of any size, and in a script for a part of one.
import { describe, expect, test } from 'vitest';
import { countEmpty } from '../../support/fill-in.js';
import { runShell } from '../../support/shell.js';
import { commands, walk } from '../../support/walkthrough.js';
import { makeFolder, read } from '../command.js';

/** `WALK_FILES=3000 WALK_SEED=7` walks through a large fleet too, and through others. */
const seed = Number(process.env['WALK_SEED'] ?? 2);
const sizes = [1, 300, ...(process.env['WALK_FILES'] ? [Number(process.env['WALK_FILES'])] : [])];

describe('the walk through a fleet', () => {
  test.each(sizes)('of %i files', (files) => {
    const { said, decisions } = walk(makeFolder(), { files, seed });
    expect(Object.keys(commands)).toHaveLength(6);
    const { values, connections } = countEmpty(decisions);
    expect(values).toBeGreaterThan(5);
    expect(values).toBeLessThanOrEqual(20);
    expect(decisions.trimEnd().split('\n').length - 2 * connections).toBeLessThanOrEqual(60);
    expect(said.begin.text).toContain(`decisions.yaml: ${values} values to fill in, for `);
    // Files that cannot be read stand in the way of a verdict on the whole, and of nothing else.
    expect(Object.values(said).map(({ status }) => status)).toEqual([3, 3, 0, 0, 3, 3]);
    expect(said.convert.text).toMatch(/\b\d+ files written to v2 .*5 unreadable/);
    expect(said.convert.text).not.toContain('blocked');
    expect(said.verify.text).toMatch(/documents: \d+ ready, 5 unreadable; 5 errors, 0 warnings, /);
  });

  test('each audit ends with what to do next, and names all that are blocked', () => {
    const folder = makeFolder();
    const { said } = walk(folder, { files: 60, seed: 4 });
    const next = (text: string) => /\nNext\n {2}.*\n {2}(.*)\n/.exec(text)?.[1];
    expect(next(said.begin.text)).toBe(commands.look);
    expect(next(said.look.text)).toBe(commands.list);
    const count = Number(/(\d+) blocked/.exec(said.begin.text)?.[1]);
    expect(count).toBeGreaterThan(50);
    expect(said.begin.text.match(/^ {2}blocked {5}payloads\/.* {2}\w+\/\w+\/[\w-]+/gm)).toHaveLength(count);
    const last = runShell(`${commands.set}; ${commands.look}`, folder);
    expect(next(last.stdout)).toBe(commands.convert);
  });
});

describe('a script that stops at what fails', () => {
  /** A part of a fleet: one team. */
  const part = "payloads/crm --decisions decisions.yaml --fix-names --exclude '**/*.md'";
  const convert = `ionos-pg-migrate convert ${part} --out-dir v2 --quiet`;
  const folder = makeFolder();
  walk(folder, { files: 200, seed: 5 });

  test.each([
    [
      0,
      'decided, with the variables that it asks for',
      [
        commands.set,
        `ionos-pg-migrate audit ${part} --out audit.txt`,
        convert.replace('v2', 'one'),
        `ionos-pg-migrate verify payloads/crm one --decisions decisions.yaml --fix-names --out verify.txt`,
      ],
    ],
    [
      0,
      'of a part: keys of other parts are no errors',
      [commands.set, `ionos-pg-migrate audit ${part} --out part.txt`],
    ],
    [
      1,
      'of a part, where doubts count',
      [commands.set, `ionos-pg-migrate audit ${part} --fail-on warning --out doubts.txt`],
    ],
    [1, 'without the variables', [`ionos-pg-migrate audit ${part} --out without.txt`]],
    [1, 'not decided', ['ionos-pg-migrate audit payloads/crm --out undecided.txt']],
    [1, 'not decided, converted', ['ionos-pg-migrate convert payloads/crm --out-dir two --quiet']],
    [0, 'that only lists variables', [`ionos-pg-migrate audit ${part} --list-secrets > listed.env`]],
    [
      2,
      'with a decisions file that is wrong',
      ['echo "default:" > wrong.yaml', 'ionos-pg-migrate audit payloads/crm --decisions wrong.yaml'],
    ],
    [
      3,
      'with a file that cannot be read',
      [commands.set, `ionos-pg-migrate audit payloads/broken ${part.replace('payloads/crm ', '')} --out broken.txt`],
    ],
  ])('ends with %i: %s', (code, _name, lines) => {
    const text = ['set -euo pipefail', ...lines, 'echo done'].join('\n');
    const { status, stdout, stderr } = runShell(text, folder);
    expect([status, stdout.endsWith('done\n'), stderr.includes('    at ')]).toEqual([code, code === 0, false]);
  });

  test('tells of a part which keys are of others, and judges what is left', () => {
    const { stderr, status } = runShell(`${commands.set}; ionos-pg-migrate audit ${part} --out part.txt`, folder);
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/warning: clusters: no document of this run has the id, name or digest of/),
    ]);
    expect(read(folder, 'part.txt')).toMatch(/\n\d+ documents: \d+ ready, \d+ review; 0 errors/);
  });
});
