// The places of a fault: what the bundle calls a chunk is told by its file and line in the sources.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listPlaces } from '../../../src/cli/line/places.js';

const command = join(process.cwd(), 'dist/cli/main.cjs');

test('a place in the built command is one in the sources', () => {
  const before = readFileSync(command, 'utf8').split('please report these lines')[0]?.split('\n') ?? [];
  const place = `${command}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  const [named, plain] = listPlaces(`Error: the message is not shown\n    at explain (${place})\n    at ${place}`);
  const source = readFileSync('src/cli/main.ts', 'utf8').split('\n');
  const line = source.findIndex((text) => text.includes('please report these lines')) + 1;
  expect(named).toMatch(new RegExp(`^    at explain \\(src/cli/main\\.ts:${line}:\\d+\\)$`));
  expect(plain).toMatch(new RegExp(`^    at \\(src/cli/main\\.ts:${line}:\\d+\\)$`));
});

test('what has no map stays as it is', () => {
  const lines = [
    '    at node:internal/main:1:2',
    '    at file (/nowhere/x.cjs:3:4)',
    '    at async Promise.all (index 0)',
  ];
  expect(listPlaces(['Error', ...lines].join('\n'))).toEqual(lines);
});
