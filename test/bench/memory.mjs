// Memory: the peak resident size at a million lines against that at 200,000. Needs GNU time.
import { spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { supplyWords, writeLines } from './tools/documents.mjs';
import { command, isQuick, median, printRatio, rounds, withFolder } from './tools/measure.mjs';

const counts = isQuick ? [20_000, 50_000] : [200_000, 1_000_000];

withFolder((folder) => {
  const peaks = counts.map((count) => {
    const file = join(folder, `${count}.ndjson`);
    writeLines(file, count);
    return median(Array.from({ length: isQuick ? 1 : Math.min(rounds, 3) }, () => peakOf(file)));
  });
  printRatio(
    `peak at ${counts[1]} lines (${peaks[1].toFixed(0)} MB), × at ${counts[0]} (${peaks[0].toFixed(0)} MB)`,
    peaks[1] / peaks[0],
    {
      atMost: 1.25,
    },
  );
  printRatio('peak in units of 130 MB', Math.max(...peaks) / 130, { atMost: 1 });
});

function peakOf(file) {
  const words = [
    '-f',
    '%M',
    process.execPath,
    command,
    'convert',
    '--ndjson',
    '--quiet',
    '--jobs',
    '1',
    ...supplyWords,
  ];
  const stdio = [openSync(file, 'r'), openSync('/dev/null', 'w'), 'pipe'];
  const { stderr } = spawnSync('/usr/bin/time', words, { stdio, encoding: 'utf8' });
  return Number(stderr.trim().split('\n').at(-1)) / 1024;
}
