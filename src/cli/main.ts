// Start-up and end of the command: runs the command line and turns what happens into an exit code.

import { exitCodes, toPrintable, toPrintableLines } from '../index.js';
import { readCommandLine } from './command-line.js';
import { commands } from './commands.js';
import { describeFileError } from './files/errors.js';
import { listPlaces } from './line/places.js';
import { program } from './line/program.js';
import { isUsageError } from './line/usage.js';

process.stdout.on('error', endWithoutReader);
// Whoever listened to the talk is gone or has no room; the work goes on, and the exit code says what it came to.
process.stderr.on('error', () => undefined);
const words = process.argv.slice(2);
// Also what nobody waits for ends in words and with a verdict.
process.on('uncaughtException', (thrown) => process.exit(explainEnd(thrown, words[0] ?? '')));
process.once('beforeExit', endWithoutVerdict);
main();

async function main(): Promise<void> {
  try {
    const call = await readCommandLine(words);
    process.exitCode = call ? await call.command.run(call.args as never) : exitCodes.clean;
  } catch (thrown) {
    process.exitCode = explainEnd(thrown, words[0] ?? '');
  }
}

/** Something that the command waited for never came, as happens where the system has nothing left to give. */
function endWithoutVerdict(): void {
  if (process.exitCode !== undefined) return;
  process.stderr.write(`${program.name}: it ended before it was done; the system may lack memory or open files\n`);
  process.exitCode = exitCodes.noVerdict;
}

function explainEnd(thrown: unknown, command: string): number {
  if (isUsageError(thrown)) {
    const call = Object.hasOwn(commands, command) ? `${program.name} ${command}` : program.name;
    process.stderr.write(`${program.name}: ${toPrintableLines(thrown.message)}\nTry: ${call} --help\n`);
    return exitCodes.usage;
  }
  const { path, errno } = thrown as Partial<NodeJS.ErrnoException>;
  if (errno !== undefined) {
    const place = path === undefined ? '' : `${toPrintable(path)}: `;
    process.stderr.write(`${program.name}: ${place}${describeFileError(thrown)}\n`);
    return exitCodes.noVerdict;
  }
  // A fault of the program. Its message may quote a document, so only the places are shown.
  const error = thrown instanceof Error ? thrown : new Error('unknown');
  process.stderr.write(`${program.name}: a fault of the program (${error.name}); please report these lines:\n`);
  process.stderr.write(`${listPlaces(error.stack ?? '').join('\n')}\n`);
  return exitCodes.noVerdict;
}

/** Whoever reads the output may stop early (`| head`): then the end is that of other programs. Else it is told. */
function endWithoutReader(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(exitCodes.brokenPipe);
  process.stderr.write(`${program.name}: standard output: not written: ${describeFileError(error)}\n`);
  process.exit(exitCodes.noVerdict);
}
