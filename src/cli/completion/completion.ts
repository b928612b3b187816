// `completion`: prints the completion script of a shell.
import { exitCodes } from '../../index.js';
import type { CompletionArguments } from '../line/options.js';
import { program } from '../line/program.js';
import { shells, writeScript } from './scripts.js';

/** Runs `completion` and gives its exit code. */
export function runCompletion({ shell }: CompletionArguments): number {
  process.stdout.write(writeScript(shell ?? guessShell(), program.name));
  return exitCodes.clean;
}

/** The shell that a terminal says it runs. */
function guessShell(): (typeof shells)[number] {
  const said = process.env['SHELL'] ?? '';
  return shells.find((shell) => said.endsWith(shell)) ?? 'bash';
}
