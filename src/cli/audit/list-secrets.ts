// `audit --list-secrets`: the environment variables that a run will ask for, as an empty .env file. No value is ever read
// into it.
import { exitCodes, toPrintable } from '../../index.js';
import { translateInputs } from '../input/inputs.js';
import type { AuditArguments } from '../line/options.js';
import { talk, writeNamed } from '../talk/reports.js';

/** What a shell can set. */
const settable = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Prints the variables, in the order of their names, and gives the exit code. */
export async function listSecrets(args: AuditArguments): Promise<number> {
  const { setEnv = [], overrideEnv = [], out } = args;
  // Variables of the command line need no document to be asked for, and may not be set yet.
  const named = [...setEnv, ...overrideEnv].map((word) => word.slice(word.indexOf('=') + 1));
  const { asked } = await translateInputs({ ...args, setEnv: [], overrideEnv: [] });
  const names = [...new Set([...named, ...asked.keys()])].sort();
  const text = names.map(writeLine).join('');
  if (names.length === 0) talk('no environment variable is asked for', args);
  if (out === undefined) process.stdout.write(text);
  const problems = out === undefined ? [] : await writeNamed({ path: out, text, secret: true }, args);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length > 0 ? exitCodes.noVerdict : exitCodes.clean;
}

function writeLine(name: string): string {
  if (settable.test(name)) return `${name}=\n`;
  return `# no shell can set ${toPrintable(name)}; {NAME} and {ID} make names that it can\n`;
}
