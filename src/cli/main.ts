// Start-up and end of the command: runs the command line and turns what happens into an exit code.

import { exitCodes } from '../index.js';
import { readCommandLine } from './command-line.js';
import { commands } from './commands.js';
import { describeFileError } from './files/errors.js';
import { program } from './line/program.js';
import { isUsageError } from './line/usage.js';

process.stdout.on('error', endWithoutReader);
// Whoever listened to the talk is gone or has no room; the work goes on, and the exit code says what it came to.
process.stderr.on('error', () => undefined);
main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<void> {
  try {
    const call = await readCommandLine(words);
    if (call) process.exitCode = await call.command.run(call.args as never);
  } catch (thrown) {
    process.exitCode = explainEnd(thrown, words[0] ?? '');
  }
}

function explainEnd(thrown: unknown, command: string): number {
  if (isUsageError(thrown)) {
    const call = Object.hasOwn(commands, command) ? `${program.name} ${command}` : program.name;
    process.stderr.write(`${program.name}: ${thrown.message}\nTry: ${call} --help\n`);
    return exitCodes.usage;
  }
  // A fault of the program. Its message may quote a document, so only the places are shown.
  const error = thrown instanceof Error ? thrown : new Error('unknown');
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  process.stderr.write(`${program.name}: a fault of the program (${error.name}); please report these lines:\n`);
  process.stderr.write(`${places.join('\n')}\n`);
  return exitCodes.noVerdict;
}

/** Whoever reads the output may stop early (`| head`): then the end is that of other programs. Else it is told. */
function endWithoutReader(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(exitCodes.brokenPipe);
  process.stderr.write(`${program.name}: standard output: not written: ${describeFileError(error)}\n`);
  process.exit(exitCodes.noVerdict);
}
