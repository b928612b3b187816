// `page`: hands out the page that translates in a browser, which was built beside the command.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../index.js';
import type { PageArguments } from './line/options.js';
import { writeNamed } from './talk/reports.js';

/** Runs `page` and gives its exit code. */
export async function runPage({ out, force }: PageArguments): Promise<number> {
  const page = readFileSync(findPage(), 'utf8');
  if (out === undefined) {
    process.stdout.write(page);
    return exitCodes.clean;
  }
  const [problem] = await writeNamed({ path: out, text: page }, { force });
  if (problem === undefined) return exitCodes.clean;
  process.stderr.write(`${problem}\n`);
  return exitCodes.noVerdict;
}

/** It stands beside the command; this file stands in a folder of chunks below. */
function findPage(): string {
  const beside = join(import.meta.dirname, 'translate.html');
  return existsSync(beside) ? beside : join(import.meta.dirname, '../translate.html');
}
