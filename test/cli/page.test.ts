// `page`: the file that is handed on, whole and for nobody but its reader.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kinds } from '../../src/cli/line/options.js';
import { makeFolder, read, run } from './command.js';

test('page writes one file that loads nothing, and replaces none unasked', () => {
  const folder = makeFolder({});
  expect(run(['page', '--out', 'translate.html'], { folder })).toMatchObject({ status: 0, stdout: '', stderr: '' });
  const page = read(folder, 'translate.html');
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toContain("default-src 'none'");
  expect(page.replace(/<script[\s\S]*<\/script>/, '')).not.toMatch(/<[^>]*\b(?:src|srcset)=|<link|@import|url\(/);
  writeFileSync(join(folder, 'translate.html'), 'mine');
  const again = run(['page', '--out', 'translate.html'], { folder });
  expect(again.status).toBe(3);
  expect(again.stderr).toMatch(/^translate\.html: not written: .*--force/);
  expect(run(['page'], { folder }).stdout).toBe(page);
});

test('the page offers the kinds of documents that the command knows, but for those without a v2 form', () => {
  const { stdout } = run(['page'], { folder: makeFolder({}) });
  const offered = /<select id="kind">(.*?)<\/select>/.exec(stdout)?.[1] ?? '';
  const told = [...offered.matchAll(/value="(\w+)">([\w-]+)</g)].map(([, kind, word]) => [word, kind]);
  const { user: _user, database: _database, ...known } = kinds;
  expect(Object.fromEntries(told)).toEqual(known);
});
