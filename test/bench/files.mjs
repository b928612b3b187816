// Many small files into a folder, whole or not at all, against a plain loop; and a decisions file with many clusters.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDocuments, supplyWords } from './tools/documents.mjs';
import { command, isQuick, measure, printRatio, runProgram, withFolder } from './tools/measure.mjs';

const count = isQuick ? 500 : 10_000;
const loop = `
const { readdirSync, readFileSync, writeFileSync, mkdirSync } = require('node:fs');
const [from, to] = process.argv.slice(1);
mkdirSync(to);
for (const name of readdirSync(from)) {
  writeFileSync(to + '/' + name, JSON.stringify(JSON.parse(readFileSync(from + '/' + name, 'utf8')), null, 2));
}`;

withFolder((folder) => {
  const from = join(folder, 'in');
  mkdirSync(from);
  const texts = loadDocuments().map((value) => `${JSON.stringify(value, null, 2)}\n`);
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(from, `${index}.json`), texts[index % texts.length]);
  // A fresh folder each time: to delete and create in one folder is slow on some file systems.
  const times = measure({
    loop: (round) => runProgram(process.execPath, ['-e', loop, from, join(folder, `loop-${round}`)]),
    ours: (round) =>
      runProgram(process.execPath, [
        command,
        'convert',
        from,
        '--quiet',
        '--out-dir',
        join(folder, `ours-${round}`),
        ...supplyWords,
      ]),
  });
  printRatio(`${count} files, × a loop of read, parse, stringify, write`, times.ours / times.loop, { atMost: 2 });
  measureDecisions(
    folder,
    texts.map((text) => JSON.parse(text)),
  );
});

/** Documents per second with decisions for few and for many clusters. */
function measureDecisions(folder, values) {
  const [few, many] = isQuick ? [50, 500] : [500, 5000];
  const prepare = (clusters) => {
    const lines = Array.from({ length: isQuick ? 20_000 : 200_000 }, (_, index) => {
      const value = structuredClone(values[index % values.length]);
      value.properties.displayName = `cluster-${index % clusters}`;
      return `${JSON.stringify(value)}\n`;
    });
    writeFileSync(join(folder, `${clusters}.ndjson`), lines.join(''));
    const names = Array.from({ length: clusters }, (_, index) => [`cluster-${index}`, { 'backup.retentionDays': 14 }]);
    writeFileSync(join(folder, `${clusters}.json`), JSON.stringify({ clusters: Object.fromEntries(names) }));
  };
  for (const clusters of [few, many]) prepare(clusters);
  const convert = (clusters) => () =>
    runProgram(
      process.execPath,
      [
        command,
        'convert',
        '--ndjson',
        '--quiet',
        '--jobs',
        '1',
        '--decisions',
        join(folder, `${clusters}.json`),
        ...supplyWords,
      ],
      { input: join(folder, `${clusters}.ndjson`) },
    );
  const times = measure({ few: convert(few), many: convert(many) });
  printRatio(`documents per second with ${many} decided clusters, × with ${few}`, times.few / times.many, {
    atLeast: 0.9,
  });
}
