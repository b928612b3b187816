// The command line: which commands there are and how they are told apart. A command's own code loads when it runs.
import yargs, { type Argv } from 'yargs';
import { auditOptions, convertOptions, diffOptions, rulesOptions } from './options.js';
import { checkArguments, explainRefusal } from './refusals.js';
import { version } from './version.js';

/** Takes the command that was called; it runs when the command line was read to its end. */
type Choose = (run: () => Promise<number>) => void;

const epilogue = `Exit codes: 0 nothing found, 1 findings (see --fail-on), 2 bad usage, 3 an input could not be read or an
output not written.`;
const paths = { type: 'string', array: true, describe: 'Files, folders, or - for standard input' } as const;

/**
 * Builds the parser of a command line. Its handlers only choose: yargs renders the whole help for handlers that give a
 * promise, in case they fail, and that takes as long as a translation.
 */
export function buildCommandLine(words: readonly string[], choose: Choose): Argv {
  const parser = yargs([...words])
    .scriptName('ionos-pg-migrate')
    .usage('$0 <command> [paths..]\n\nTranslates stored IONOS DBaaS PostgreSQL payloads from API v1 to v2, offline.')
    .parserConfiguration({
      'greedy-arrays': false,
      'dot-notation': false,
      'boolean-negation': false,
      'strip-aliased': true,
    });
  addConvert(parser, choose);
  addAudit(parser, choose);
  addDiff(parser, choose);
  addRules(parser, choose);
  return parser
    .completion('completion', 'Print the completion script for bash or zsh')
    .example('$0 convert cluster.json', 'The v2 document on standard output')
    .example('$0 audit payloads/', 'What is ready, what needs a decision, what is blocked')
    .example('$0 diff cluster.yaml', 'Every change, v1 beside v2')
    .epilogue(epilogue)
    .version(version)
    .alias('help', 'h')
    .strict()
    .recommendCommands()
    .demandCommand(1, 'name a command: convert, audit, diff, rules or completion')
    .check(checkArguments, true)
    .fail((message, thrown) => explainRefusal(words, message, thrown))
    .detectLocale(false)
    .exitProcess(false)
    .wrap(Math.min(110, process.stdout.columns ?? 110));
}

function addConvert(parser: Argv, choose: Choose): void {
  parser.command(
    'convert [paths..]',
    'Translate v1 documents into v2 documents',
    (command) =>
      command
        .positional('paths', paths)
        .options(convertOptions)
        .example('$0 convert cluster.json --set credentials.database=app', 'Supply what v1 does not hold')
        .example(
          '$0 convert cluster.json --set-env credentials.password=DB_PASSWORD',
          'Take a secret from the environment',
        )
        .example('$0 convert payloads/ --out-dir v2', 'A whole folder, a file for each file')
        .example('$0 convert --ndjson --emit result < all.ndjson', 'One result a line, in order'),
    (args) => choose(async () => (await import('./convert.js')).runConvert(withRest(args))),
  );
}

function addAudit(parser: Argv, choose: Choose): void {
  parser.command(
    'audit [paths..]',
    'Say what is ready, what needs a decision and what is blocked; writes no document',
    (command) =>
      command
        .positional('paths', paths)
        .options(auditOptions)
        .example('$0 audit payloads/', 'A folder, for people')
        .example('$0 audit payloads/ --format json --out audit.json', 'The same for programs')
        .example('$0 audit payloads/ --fail-on warning', 'Fail on doubt too'),
    (args) => choose(async () => (await import('./audit.js')).runAudit(withRest(args))),
  );
}

function addDiff(parser: Argv, choose: Choose): void {
  parser.command(
    'diff [paths..]',
    'Show every change, v1 beside v2',
    (command) =>
      command
        .positional('paths', paths)
        .options(diffOptions)
        .example('$0 diff cluster.yaml', 'For people')
        .example('$0 diff cluster.yaml --format json-patch --out cluster.patch.json', 'As JSON Patch (RFC 6902)'),
    (args) => choose(async () => (await import('./diff.js')).runDiff(withRest(args))),
  );
}

function addRules(parser: Argv, choose: Choose): void {
  parser.command(
    'rules [id]',
    'List the rules, or show one of them with its examples',
    (command) =>
      command
        .positional('id', { type: 'string', describe: 'A rule, such as instances/ram' })
        .options(rulesOptions)
        .example('$0 rules instances/ram', 'One rule'),
    (args) => choose(async () => (await import('./rules.js')).runRules(args)),
  );
}

/** Words after `--` are paths too, however they begin. */
function withRest<A extends { readonly _: readonly (string | number)[]; readonly paths?: string[] | undefined }>(
  args: A,
) {
  const rest = args._.slice(1).map(String);
  return { ...args, paths: [...(args.paths ?? []), ...rest] };
}
