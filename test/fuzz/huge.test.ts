// Inputs out of proportion, each in a process of its own: how they end, in what time and in what memory.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { hugeInputs } from './huge.js';

const script = fileURLToPath(new URL('measure.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-huge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** 2 s for 10 MB on a machine of one's own; what grows faster than its input is still found on a busy one. */
const patience = 10;

interface Measured {
  readonly statuses: readonly string[];
  readonly milliseconds: number;
  readonly baseMegabytes: number;
  readonly peakMegabytes: number;
}

test.each(hugeInputs)('$name ($format)', { timeout: 120_000 }, ({ format, make, statuses }) => {
  const text = make();
  const file = join(folder, 'input');
  writeFileSync(file, text);
  const run = spawnSync(process.execPath, [script, file, format], { encoding: 'utf8', timeout: 100_000 });
  expect(run.stderr).toBe('');
  const measured: Measured = JSON.parse(run.stdout);
  const megabytes = text.length / 1e6;
  expect(statuses).toContain(measured.statuses.join());
  expect(measured.milliseconds).toBeLessThan(patience * 2000 * Math.max(1, megabytes / 10));
  expect(measured.peakMegabytes - measured.baseMegabytes).toBeLessThan(10 * megabytes + 150);
});
