// Terraform modules with mistakes made in them: no exception, nothing of a blocked module written, and what is written can
// be read.
import { expect, test } from 'vitest';
import { parseHcl } from '../../src/forms/terraform/syntax/parse.js';
import { type ModuleFile, translateModule } from '../../src/terraform.js';
import { listModuleFixtures } from '../support/modules.js';
import { createRandom, pick, type Random } from './random.js';

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 4);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

const words = [
  ...[
    '"',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '${',
    '%{',
    '\n',
    '\r',
    '#',
    '/*',
    '*/',
    ',',
    '.',
    '*',
    '=',
    ' : ',
    '-',
    '1024',
  ],
  ...[
    '[0]',
    '[*]',
    '.*',
    'ionoscloud_pg_cluster',
    'for_each = ',
    'count = ',
    'null',
    '"x"',
    'each.value',
    'var.',
    'ram',
  ],
  ...[
    'local.',
    'module.',
    'dynamic',
    'depends_on = [',
    'lifecycle {',
    '<<EOT\n',
    'ignore_changes = all\n',
    '__proto__',
  ],
  ...['connections', 'credentials', 'toset(["a"])', '{ for k, v in ', 'self.', 'try('],
];

test('modules with mistakes in them', { timeout: seconds * 1000 + 60_000 }, () => {
  const random = createRandom(seed);
  const fixtures = listModuleFixtures();
  const end = Date.now() + seconds * 1000;
  let written = 0;
  while (Date.now() < end) {
    const { files, options } = pick(random, fixtures);
    const mutated = mutate(files, random);
    const { modules } = translateModule(mutated, options);
    for (const { isBlocked, files: texts } of modules)
      for (const { path, text, isChanged } of texts) {
        if (isChanged) written += 1;
        const problems = isChanged ? parseHcl(path, text).problems : [];
        expect({ seed, path, isWritten: isBlocked && isChanged, problems }).toEqual({
          seed,
          path,
          isWritten: false,
          problems: [],
        });
      }
  }
  expect(written).toBeGreaterThan(0);
});

/** Two or three mistakes: a line that is lost, doubled or of another file, or signs that come or go. */
function mutate(files: readonly ModuleFile[], random: Random): readonly ModuleFile[] {
  const texts = files.map((file) => ({ ...file }));
  for (let count = random(3); count >= 0; count--) {
    const file = pick(random, texts);
    const lines = file.text.split('\n');
    const others = pick(random, texts).text.split('\n');
    const at = random(file.text.length);
    if (random(3) === 0)
      lines.splice(random(lines.length), random(2), ...(random(2) === 0 ? [] : [pick(random, others)]));
    const added = random(3) === 0 ? '' : pick(random, words);
    file.text = random(3) === 0 ? lines.join('\n') : file.text.slice(0, at) + added + file.text.slice(at + random(4));
  }
  return texts;
}
