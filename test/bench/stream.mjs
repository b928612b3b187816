// Streams: against jq, which only renames; on two threads; and whether cost grows as the number of documents does.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { supplyWords, writeLines } from './tools/documents.mjs';
import { command, isQuick, measure, printRatio, runProgram, withFolder } from './tools/measure.mjs';

const filter = fileURLToPath(new URL('rename.jq', import.meta.url));
const few = isQuick ? 2_000 : 20_000;
const many = isQuick ? 20_000 : 200_000;
const most = isQuick ? 50_000 : 1_000_000;

withFolder((folder) => {
  const file = (count) => join(folder, `${count}.ndjson`);
  for (const count of [few, many, most]) writeLines(file(count), count);
  const convert = (count, jobs) => () =>
    runProgram(process.execPath, [command, 'convert', '--ndjson', '--quiet', '--jobs', jobs, ...supplyWords], {
      input: file(count),
    });
  const times = measure({
    jq: () => runProgram('jq', ['-c', '-f', filter], { input: file(many) }),
    one: convert(many, '1'),
    two: convert(many, '2'),
  });
  printRatio(`one thread, documents per second, × jq (${many} documents)`, times.jq / times.one, { atLeast: 2 });
  printRatio('--jobs 2, the same', times.jq / times.two, { atLeast: 3 });
  const growth = measure({ few: convert(few, '1'), most: convert(most, '1') }, isQuick ? 1 : 3);
  printRatio(`documents per second at ${most}, × those at ${few}`, most / growth.most / (few / growth.few), {
    atLeast: 0.9,
  });
});
