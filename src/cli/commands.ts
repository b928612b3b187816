// The commands as data: their words, options, examples, and the file that runs them.
import type { Options, PositionalOptions } from 'yargs';
import {
  type AuditArguments,
  auditOptions,
  type CompletionArguments,
  type ConvertArguments,
  completionOptions,
  convertOptions,
  type DiffArguments,
  diffOptions,
  type PageArguments,
  pageOptions,
  type ReadArguments,
  type RulesArguments,
  rulesOptions,
  type SchemaArguments,
  schemaOptions,
  type VerifyArguments,
  verifyOptions,
} from './line/options.js';

/** A command of the command line. */
export interface Command {
  /** Its name and positional arguments, as yargs reads them. */
  readonly usage: string;
  readonly describe: string;
  /** Its positional arguments by name. */
  readonly positionals: Readonly<Record<string, PositionalOptions>>;
  readonly options: Readonly<Record<string, Options>>;
  /** Command lines, without the program's name, with what they do. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** Loads its code, runs it and gives the exit code. The arguments are those its options declare. */
  readonly run: (args: never) => Promise<number>;
}

const paths = { type: 'string', array: true, describe: 'Files, folders, globs, or - for standard input' } as const;

const convert: Command = {
  usage: 'convert [paths..]',
  describe: 'Translate v1 documents into v2 documents',
  positionals: { paths },
  options: convertOptions,
  examples: [
    ['convert cluster.json --set credentials.database=app', 'Supply what v1 does not hold'],
    ['convert cluster.json --set-env credentials.password=DB_PASSWORD', 'Take a secret from the environment'],
    ['convert payloads/ --out-dir v2', 'A whole folder, a file for each file'],
    ['convert --ndjson --emit result < all.ndjson', 'One result a line, in order'],
  ],
  run: (args: ConvertArguments) => runOrList(args, async () => (await import('./convert/convert.js')).runConvert(args)),
};

const audit: Command = {
  usage: 'audit [paths..]',
  describe: 'Say what is ready, what needs a decision and what is blocked; writes no document',
  positionals: { paths },
  options: auditOptions,
  examples: [
    ['audit payloads/', 'A folder, for people'],
    ['audit payloads/ --format json --out audit.json', 'The same for programs'],
    ['audit payloads/ --fail-on warning', 'Fail on doubt too'],
  ],
  run: (args: AuditArguments) => runOrList(args, async () => (await import('./audit/audit.js')).runAudit(args)),
};

const diff: Command = {
  usage: 'diff [paths..]',
  describe: 'Show every change, v1 beside v2',
  positionals: { paths },
  options: diffOptions,
  examples: [
    ['diff cluster.yaml', 'For people'],
    ['diff cluster.yaml --format json-patch --out cluster.patch.json', 'As JSON Patch (RFC 6902)'],
  ],
  run: (args: DiffArguments) => runOrList(args, async () => (await import('./diff.js')).runDiff(args)),
};

const verify: Command = {
  usage: 'verify [v1] [v2]',
  describe: 'Say whether v2 documents say what v1 documents said',
  positionals: {
    v1: { type: 'string', describe: 'A file or folder of v1 clusters, or - for standard input' },
    v2: { type: 'string', describe: 'A file or folder of v2 clusters: bodies, answers, requests or lists' },
  },
  options: verifyOptions,
  examples: [
    ['verify cluster.json cluster-v2.json', 'One cluster'],
    ['verify payloads/ answers/', 'Folders, paired by id, else by name'],
    ['verify payloads/ clusters.json --fail-on error', 'Fail on losses only'],
    ['verify --plan plan.json', 'Whether a Terraform plan adopts every cluster as it is'],
  ],
  run: (args: VerifyArguments) =>
    runOrList({ ...args, paths: [args.v1, args.v2, args.plan].flatMap((path) => path ?? []) }, async () =>
      (await import('./verify.js')).runVerify(args),
    ),
};

const schema: Command = {
  usage: 'schema <name> [kind]',
  describe: 'Print the JSON Schema of documents, reports, results or decisions files',
  positionals: {
    name: {
      choices: ['v1', 'v2', 'report', 'result', 'decisions'],
      describe: 'Documents of v1 or v2, reports, results, or decisions files',
    },
    kind: { type: 'string', describe: 'Of documents, which: such as create, ensure or read' },
  },
  options: schemaOptions,
  examples: [
    ['schema v2 ensure > ensure.schema.json', 'For `# yaml-language-server: $schema=ensure.schema.json` in an editor'],
    ['schema decisions > decisions.schema.json', 'What a decisions file may hold; its first line names this file'],
  ],
  run: async (args: SchemaArguments) => (await import('./schema.js')).runSchema(args),
};

const rules: Command = {
  usage: 'rules [id]',
  describe: 'List the rules, or show one of them with its examples',
  positionals: { id: { type: 'string', describe: 'A rule, such as instances/ram' } },
  options: rulesOptions,
  examples: [['rules instances/ram', 'One rule']],
  run: async (args: RulesArguments) => (await import('./rules.js')).runRules(args),
};

const page: Command = {
  usage: 'page',
  describe: 'Write a page that translates in a browser, for people without Node: one file, no network',
  positionals: {},
  options: pageOptions,
  examples: [['page --out translate.html', 'A file to hand on']],
  run: async (args: PageArguments) => (await import('./page.js')).runPage(args),
};

const completion: Command = {
  usage: 'completion [shell]',
  describe: 'Print the completion script for bash, zsh or fish',
  positionals: { shell: { choices: ['bash', 'zsh', 'fish'], describe: 'The shell; that of $SHELL where left out' } },
  options: completionOptions,
  examples: [['completion bash >> ~/.bashrc', 'From the next shell on']],
  run: async (args: CompletionArguments) => (await import('./completion/completion.js')).runCompletion(args),
};

/** All commands by name. */
export const commands: Readonly<Record<string, Command>> = {
  convert,
  audit,
  diff,
  verify,
  schema,
  rules,
  page,
  completion,
};

/** Runs a command that reads documents, or only says which files it would read. */
async function runOrList(args: ReadArguments, run: () => Promise<number>): Promise<number> {
  if (!args.listFiles) return run();
  return (await import('./input/list-files.js')).printFiles(args);
}
