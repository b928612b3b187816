// Reads a command line: gives the command that was called with its arguments.
import yargs, { type Argv } from 'yargs';
import { type Command, commands } from './commands.js';
import { completionRequest } from './completion/scripts.js';
import { groupOptions } from './line/groups.js';
import { commonOptions } from './line/options.js';
import { program } from './line/program.js';
import { listWords } from './line/usage.js';
import { checkArguments, explainRefusal } from './refusals.js';

/** A command with the arguments it was called with. */
export interface Call {
  readonly command: Command;
  readonly args: Readonly<Record<string, unknown>>;
}

const epilogue = `Exit codes: 0 nothing found, 1 findings (see --fail-on), 2 bad usage, 3 an input could not be read or an
output not written.`;

/** Reads the words of a command line; undefined when help, the version or candidates were printed instead. */
export async function readCommandLine(words: readonly string[]): Promise<Call | undefined> {
  if (words[0] === completionRequest) return answerCompletion(words.slice(1));
  const first = findCommand(words[0]);
  const args = await (first ? buildCommandParser(first, words) : buildFullParser(words)).parseAsync();
  const rest = args._.map(String);
  const command = first ?? findCommand(rest.shift());
  if (args['help'] || args['version'] || !command) return undefined;
  // Words after `--` are paths too, however they begin.
  return { command, args: { ...args, paths: [...((args['paths'] as string[]) ?? []), ...rest] } };
}

async function answerCompletion(words: readonly string[]): Promise<undefined> {
  const { listCandidates } = await import('./completion/candidates.js');
  for (const candidate of listCandidates(words, commands)) process.stdout.write(`${candidate}\n`);
  return undefined;
}

function findCommand(name: string | undefined): Command | undefined {
  return name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
}

/**
 * The parser of one command, as the default command of its own parser. As one command among several, yargs would render
 * the whole help text on every run, in case the command fails, and that takes as long as a translation.
 */
function buildCommandParser(command: Command, [name = '', ...words]: readonly string[]): Argv {
  const parser = configure(yargs(words), [name, ...words]).scriptName(`${program.name} ${name}`);
  addCommand(parser, command, command.usage.replace(name, '$0'));
  return parser;
}

/** The parser of all commands: for help, and words that are no command. */
function buildFullParser(words: readonly string[]): Argv {
  const parser = configure(yargs([...words]), words)
    .scriptName(program.name)
    .usage('$0 <command> [paths..]\n\nTranslates stored IONOS DBaaS PostgreSQL payloads from API v1 to v2, offline.')
    .example('$0 convert cluster.json', 'The v2 document on standard output')
    .example('$0 audit payloads/', 'What is ready, what needs a decision, what is blocked')
    .example('$0 diff cluster.yaml', 'Every change, v1 beside v2')
    .epilogue(epilogue)
    .options(groupOptions(commonOptions))
    .recommendCommands()
    .demandCommand(1, `name a command: ${listWords(Object.keys(commands))}`);
  for (const command of Object.values(commands)) addCommand(parser, command, command.usage);
  return parser;
}

function configure(parser: Argv, words: readonly string[]): Argv {
  return parser
    .parserConfiguration({
      'greedy-arrays': false,
      'dot-notation': false,
      'boolean-negation': false,
      'strip-aliased': true,
    })
    .version(program.version)
    .alias('help', 'h')
    .strict()
    .check(checkArguments, true)
    .fail((message, thrown) => explainRefusal(words, message, thrown))
    .detectLocale(false)
    .exitProcess(false)
    .wrap(Math.min(110, process.stdout.columns ?? 110));
}

function addCommand(parser: Argv, { describe, positionals, options, examples }: Command, usage: string): void {
  parser.command(usage, describe, (command) => {
    for (const [name, positional] of Object.entries(positionals)) {
      command.positional(name, positional);
      // Without a number of words, a dash alone is none.
      if (!positional.array) command.nargs(name, 1);
    }
    command.options(groupOptions(options));
    for (const [line, does] of examples) command.example(`${program.name} ${line}`, does);
    return command;
  });
}
