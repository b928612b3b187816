// Runs all benches of this folder, one after the other; `--quick` only sees that they run.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const benches = readdirSync(folder).filter((name) => name.endsWith('.mjs') && name !== 'run.mjs');
for (const name of benches.sort()) {
  console.log(`\n${name}`);
  execFileSync(process.execPath, [join(folder, name), ...process.argv.slice(2)], { stdio: 'inherit' });
}
