// The options of all commands, each declared once and shared by the commands that have it.
import type { InferredOptionTypes, Options } from 'yargs';
import type { ReportFormat, SchemaName } from '../index.js';
import { colorChoices } from './colors.js';
import { kindNames } from './kinds.js';

/** Options of all commands. */
export const commonOptions = {
  verbose: flag('Say now and then how far a long run has come'),
  quiet: { type: 'boolean', alias: 'q', default: false, describe: 'Print no findings and no summary' },
  color: { choices: colorChoices, default: 'auto', describe: 'Colour the text that people read' },
} as const satisfies Record<string, Options>;

const reading = {
  'input-format': { choices: ['json', 'yaml', 'ndjson'], describe: 'Format of input that no file name tells' },
  jobs: {
    type: 'number',
    requiresArg: true,
    describe: 'Threads for streams; one for little work, else one for each core',
  },
  ndjson: { type: 'boolean', default: false, describe: 'Read and write NDJSON, a document a line' },
} as const satisfies Record<string, Options>;

const translating = {
  kind: { choices: kindNames, describe: 'What the documents are, where their shape does not tell' },
  to: {
    choices: ['ensure', 'create', 'read'],
    describe: 'Make a v1 cluster the body of a PUT, of a POST, or an answer',
  },
  base: {
    type: 'string',
    requiresArg: true,
    describe: 'The clusters that patches and restores change: a file or a folder',
  },
  id: { type: 'string', requiresArg: true, describe: 'Which cluster they change; else the id in the name of the file' },
  location: { type: 'string', requiresArg: true, describe: 'The region, where v1 does not say it: --set location=' },
  set: repeat('Fill a v2 value that v1 leaves out: path=value'),
  'set-env': repeat('The same from an environment variable: path=NAME'),
  override: repeat('Set a v2 value, whatever v1 says: path=value'),
  'override-env': repeat('The same from an environment variable: path=NAME'),
  decisions: {
    type: 'string',
    requiresArg: true,
    describe: 'Take decisions for many clusters from this YAML or JSON file',
  },
  databases: repeat('Offer the names of these v1 databases for credentials.database: a file or a folder'),
  'fix-names': { type: 'boolean', default: false, describe: 'Replace names that v2 refuses' },
  connection: { type: 'number', requiresArg: true, describe: 'Which of several connections to keep, from 0' },
} as const satisfies Record<string, Options>;

const reportFormats = [
  'text',
  'json',
  'markdown',
  'html',
  'sarif',
  'junit',
  'csv',
  'github',
] as const satisfies readonly ReportFormat[];

const judging = {
  report: repeat('Write a report to this file too (.txt, .json, .md, .html, .sarif, .csv, or .xml for JUnit)'),
  baseline: {
    type: 'string',
    requiresArg: true,
    describe: 'A JSON report of an earlier run; only findings that it lacks give exit code 1',
  },
  csv: { choices: ['findings', 'documents'], default: 'findings', describe: 'What a row of a CSV report is' },
  'rules-url': { type: 'string', requiresArg: true, describe: 'Where reports link to for rules' },
  'fail-on': { choices: ['error', 'warning', 'never'], default: 'error', describe: 'What gives exit code 1' },
  force: { type: 'boolean', default: false, describe: 'Replace files that exist' },
} as const satisfies Record<string, Options>;

const reporting = {
  out: { type: 'string', requiresArg: true, describe: 'Write to this file, not to standard output' },
} as const satisfies Record<string, Options>;

/** Options of `convert`. */
export const convertOptions = {
  format: { choices: ['json', 'yaml'], describe: 'Format of the output; that of the input where left out' },
  emit: { choices: ['body', 'request', 'result'], default: 'body', describe: 'What to write for each document' },
  'out-dir': { type: 'string', requiresArg: true, describe: 'Write a file for each file, to this folder' },
  'in-place': flag('Replace each file, and keep it as FILE.v1.bak'),
  split: flag('Write a file for each document, named after the cluster'),
  'dry-run': flag('Write nothing, and print the change of each file'),
  check: flag('Write nothing, and name the files that still hold v1 documents (exit code 1)'),
  'write-blocked': { type: 'boolean', default: false, describe: 'Write what there is of blocked documents too' },
  ...reading,
  ...translating,
  ...judging,
  ...commonOptions,
} as const satisfies Record<string, Options>;

/** Options of `audit`. */
export const auditOptions = {
  format: { choices: reportFormats, default: 'text', describe: 'Format of the report' },
  only: { choices: ['blocked', 'review', 'ready'], describe: 'Report only documents of this status' },
  select: repeat('Report only findings of this rule, code or block; * stands for any text'),
  ignore: repeat('Leave out findings of this rule, code or block'),
  'init-decisions': {
    type: 'string',
    requiresArg: true,
    describe: 'Write a decisions file with everything that is open, or extend it',
  },
  ...reporting,
  ...reading,
  ...translating,
  ...judging,
  ...commonOptions,
} as const satisfies Record<string, Options>;

/** Options of `diff`. */
export const diffOptions = {
  format: { choices: [...reportFormats, 'json-patch'], default: 'text', describe: 'Format of the changes' },
  ...reporting,
  ...reading,
  ...translating,
  ...judging,
  ...commonOptions,
} as const satisfies Record<string, Options>;

/** Options of `verify`. */
export const verifyOptions = {
  format: { choices: reportFormats, default: 'text', describe: 'Format of the report' },
  ...reporting,
  ...reading,
  ...translating,
  ...judging,
  'fail-on': {
    choices: ['error', 'warning', 'never'],
    default: 'warning',
    describe: 'What gives exit code 1: a loss is an error, drift a warning',
  },
  ...commonOptions,
} as const satisfies Record<string, Options>;

/** Options of `schema`. */
export const schemaOptions = { ...commonOptions } as const satisfies Record<string, Options>;

/** Options of `rules`. */
export const rulesOptions = {
  format: { choices: ['text', 'json', 'markdown', 'html'], default: 'text', describe: 'Format of the rules' },
  ...commonOptions,
} as const satisfies Record<string, Options>;

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<CamelCase<Rest>>}`
  : Name;
type Named<O extends Record<string, Options>> = {
  readonly [Name in keyof O & string as CamelCase<Name>]: InferredOptionTypes<O>[Name];
};

interface Paths {
  readonly paths?: readonly string[];
}

/** Arguments of `convert`. */
export type ConvertArguments = Named<typeof convertOptions> & Paths;
/** Arguments of `audit`. */
export type AuditArguments = Named<typeof auditOptions> & Paths;
/** Arguments of `diff`. */
export type DiffArguments = Named<typeof diffOptions> & Paths;
/** Arguments of `verify`. */
export type VerifyArguments = Named<typeof verifyOptions> & { readonly v1: string; readonly v2: string };
/** Arguments of `schema`. */
export type SchemaArguments = Named<typeof schemaOptions> & {
  readonly name: SchemaName;
  readonly kind?: string | undefined;
};
/** Arguments of `rules`. */
export type RulesArguments = Named<typeof rulesOptions> & { readonly id?: string | undefined };
/** Arguments of every command that reads documents. */
export type ReadArguments = Named<typeof reading & typeof translating & typeof judging & typeof commonOptions> & Paths;

function flag(describe: string) {
  return { type: 'boolean', default: false, describe } as const;
}

function repeat(describe: string) {
  return { type: 'string', array: true, requiresArg: true, describe } as const;
}
