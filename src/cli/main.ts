// Start-up and end of the command: runs the command line and turns what happens into an exit code.
import { readCommandLine } from './command-line.js';
import { commands } from './commands.js';
import { exitCodes } from './exit.js';
import { endOnSignals } from './signals.js';
import { isUsageError } from './usage.js';

endOnSignals();
endQuietlyOnBrokenPipe(process.stdout);
endQuietlyOnBrokenPipe(process.stderr);
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
    const call = Object.hasOwn(commands, command) ? `ionos-pg-migrate ${command}` : 'ionos-pg-migrate';
    process.stderr.write(`ionos-pg-migrate: ${thrown.message}\nTry: ${call} --help\n`);
    return exitCodes.usage;
  }
  // A fault of the program. Its message may quote a document, so only the places are shown.
  const error = thrown instanceof Error ? thrown : new Error('unknown');
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  process.stderr.write(`ionos-pg-migrate: a fault of the program (${error.name}); please report these lines:\n`);
  process.stderr.write(`${places.join('\n')}\n`);
  return exitCodes.noVerdict;
}

/** Whoever reads the output may stop early (`| head`): that is no fault. */
function endQuietlyOnBrokenPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
