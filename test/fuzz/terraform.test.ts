// Modules of the fixtures with lines cut, moved, repeated and broken: no exception, no comment lost without a word, and
// what is written is HCL as long as what was read is. FUZZ_SECONDS and FUZZ_SEED change the run.
import { parse } from '@cdktn/hcl2json';
import { expect, test } from 'vitest';
import { type TerraformOptions, translateModule } from '../../src/terraform.js';
import { listModuleFixtures } from '../support/modules.js';
import { createRandom, pick, type Random } from './random.js';

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 8) / 4;
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const texts = listModuleFixtures().flatMap(({ files }) =>
  files.filter(({ text }) => text.includes('"ionoscloud_pg_cluster"')).map(({ text }) => text),
);
const pieces = [
  ...['{', '}', '"', '${', '\n', '#', '/*', '*/', '<<EOT\n', 'EOT\n', '= ', '[', ']', 'null', 'each.key', 'self', '\\'],
  ...['count = 2\n', 'for_each = { a = 1 }\n', '.', '0', '%{if true}', '~', 'ionoscloud_pg_cluster.main.ram', '\r\n'],
  ...['lifecycle {}\n', 'connections {\n}\n', 'ram = 1\n', '\t', 'é'],
];
const options: TerraformOptions = {
  id: '11111111-2222-4333-8444-555555555555',
  set: {
    'credentials.database': 'app',
    'maintenanceWindow.time': '01:00:00',
    'maintenanceWindow.dayOfTheWeek': 'Sunday',
  },
};

test(`mutated modules harm nothing in ${seconds} s`, { timeout: (seconds + 60) * 1000 }, async () => {
  const random = createRandom(seed);
  const ends = performance.now() + seconds * 1000;
  let [count, written] = [0, 0];
  while (performance.now() < ends || written === 0) {
    const text = mutate(pick(random, texts), random);
    count += 1;
    const at = `FUZZ_SEED=${seed}, module ${count}: ${text}`;
    const { modules, translations } = translateModule([{ path: 'main.tf', text }], options);
    const file = modules[0]?.files[0];
    if (!file?.isChanged) continue;
    written += 1;
    if (await isRead(text)) expect(await isRead(file.text), at).toBe(true);
    const stranded = JSON.stringify(translations.map(({ translation }) => translation.comments));
    for (const [, note = ''] of text.matchAll(/# (note \d+ of \d+)$/gm))
      expect(file.text.includes(note) || stranded.includes(note) || stranded.includes('[redacted]'), at).toBe(true);
    expect(translateModule([{ path: 'main.tf', text: file.text }], options).modules[0]?.files[0]?.isChanged, at).toBe(
      false,
    );
  }
  console.log(`fuzz: ${count} modules, ${written} of them written, FUZZ_SEED=${seed}`);
});

function mutate(text: string, random: Random): string {
  const lines = text.split('\n');
  for (let round = 0; round < 1 + random(4); round += 1) {
    const [at, other] = [random(lines.length), random(lines.length)];
    const line = lines[at] ?? '';
    const cut = random(line.length + 1);
    const turns = [
      () => lines.splice(at, 1, lines[other] ?? ''),
      () => lines.splice(at, 1),
      () => lines.splice(at, 0, pick(random, pieces)),
      () => lines.splice(at, 0, lines[other] ?? ''),
      () => lines.splice(at, 1, line.slice(0, cut) + pick(random, pieces) + line.slice(cut)),
      () => lines.splice(at, 1, `${line} # note ${at} of ${round}`),
    ];
    pick(random, turns)();
  }
  return lines.join('\n');
}

async function isRead(text: string): Promise<boolean> {
  try {
    await parse('main.tf', text);
    return true;
  } catch {
    return false;
  }
}
