// Blocks of the READMEs that the code writes: `<!-- name -->` to `<!-- /name -->`. With UPDATE_README=1 they are written
// instead of compared; the result wants reading before it is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const isUpdate = process.env['UPDATE_README'] === '1';

/** Holds a block of a file to what the code gives. */
export function holdBlock(file: string, name: string, content: string): void {
  const before = readBlock(file, name);
  if (!isUpdate) {
    expect(before).toBe(content);
    return;
  }
  const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(start + before + end, () => start + content + end),
  );
}

/** What stands in a block of a file. */
export function readBlock(file: string, name: string): string {
  const text = readFileSync(file, 'utf8');
  const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${file} has no block ${name}`);
  return text.slice(from + start.length, to);
}
