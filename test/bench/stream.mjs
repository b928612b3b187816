// Streams: against plain Node, which only parses and writes; results against bodies; threads; and whether cost grows as the
// number of documents does. What other programs take for a part of it, jq for bare renames and Python for parsing and
// writing, is printed beside it where they are installed: neither checks anything.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { supplyWords, writeLines } from './tools/documents.mjs';
import { command, isQuick, measure, printRatio, runProgram, withFolder } from './tools/measure.mjs';

const filter = fileURLToPath(new URL('rename.jq', import.meta.url));
const floor = fileURLToPath(new URL('tools/floor.mjs', import.meta.url));
const floorInPython = fileURLToPath(new URL('tools/floor.py', import.meta.url));
const few = isQuick ? 2_000 : 20_000;
const some = isQuick ? 5_000 : 60_000;
const many = isQuick ? 20_000 : 300_000;
const most = isQuick ? 50_000 : 1_000_000;
const isInstalled = (name) => spawnSync(name, ['--version']).status === 0;

withFolder((folder) => {
  const file = (count) => join(folder, `${count}.ndjson`);
  for (const count of [few, some, many, most]) writeLines(file(count), count);
  const convert =
    (count, ...words) =>
    () =>
      runProgram(process.execPath, [command, 'convert', '--quiet', ...words, ...supplyWords, file(count)]);
  const results = ['--emit', 'result', '--omit', 'changes'];
  const times = measure({
    floor: () => runProgram(process.execPath, [floor, file(many)]),
    one: convert(many, '--jobs', '1'),
    two: convert(many, '--jobs', '2'),
    results: convert(many, '--jobs', '1', ...results),
    resultsOfTwo: convert(many, '--jobs', '2', ...results),
    ...(isInstalled('jq') ? { jq: () => runProgram('jq', ['-c', '-f', filter, file(many)]) } : {}),
    ...(isInstalled('python3') ? { python: () => runProgram('python3', [floorInPython, file(many)]) } : {}),
  });
  printRatio(`one thread, × plain Node (${many} documents)`, times.one / times.floor, { atMost: 2.1 });
  printRatio('--jobs 2, × plain Node', times.two / times.floor, { atMost: 1.4 });
  printRatio('results without changes, × bodies', times.results / times.one, { atMost: 1.5 });
  printRatio('results without changes, --jobs 2, × bodies', times.resultsOfTwo / times.two, { atMost: 1.5 });
  for (const [name, time] of Object.entries(times)) console.log(`  ${name.padEnd(58)} ${(time / 1000).toFixed(1)} s`);
  const small = measure({ one: convert(some, '--jobs', '1'), usual: convert(some) });
  printRatio(`threads of its own choice, × one thread (${some} documents)`, small.usual / small.one, { atMost: 1.05 });
  const growth = measure({ few: convert(few, '--jobs', '1'), most: convert(most, '--jobs', '1') }, isQuick ? 1 : 3);
  printRatio(`documents per second at ${most}, × those at ${few}`, most / growth.most / (few / growth.few), {
    atLeast: 0.9,
  });
});
