// The options of all commands, each declared once and shared by the commands that have it.
import type { InferredOptionTypes, Options } from 'yargs';
import {
  changeFormats,
  csvRows,
  formatNames,
  type Kind,
  reportFiles,
  reportFormats,
  type SchemaName,
  severities,
} from '../../index.js';
import { choose, flag, repeat, text } from './declare.js';

/** Short words for the kinds of v1 documents, for `--kind`. */
export const kinds = {
  create: 'CreateClusterRequest',
  response: 'ClusterResponse',
  patch: 'PatchClusterRequest',
  'from-backup': 'fromBackup',
  restore: 'CreateRestoreRequest',
  backup: 'BackupResponse',
  user: 'User',
  database: 'Database',
} as const satisfies Record<string, Kind>;

/** Options of all commands. */
export const commonOptions = {
  verbose: flag('Say now and then how far a long run has come'),
  quiet: { type: 'boolean', alias: 'q', default: false, describe: 'Print no findings and no summary' },
  color: { ...choose(['auto', 'always', 'never'], 'Colour the text that people read'), default: 'auto' },
} as const satisfies Record<string, Options>;

const reading = {
  'input-format': choose([...formatNames, 'terraform'], 'Format of input that no file name tells'),
  jobs: {
    type: 'number',
    requiresArg: true,
    describe: 'Threads for streams; one for little work, else one for each core',
  },
  ndjson: flag('Read and write NDJSON, a document a line'),
  exclude: repeat('Leave out files and folders of this name, or on this path; * and ** stand for any text'),
  'list-files': flag('Print the files that would be read, and do nothing else'),
} as const satisfies Record<string, Options>;

const translating = {
  kind: choose(Object.keys(kinds) as (keyof typeof kinds)[], 'What the documents are, where their shape does not tell'),
  to: choose(['ensure', 'create', 'read'], 'Make a v1 cluster the body of a PUT, of a POST, or an answer'),
  base: repeat('Clusters that patches and restores change, beside those of the run: a file or a folder'),
  id: text('Id of the cluster that patches and restores change; else the one in the name of the file'),
  location: text('The region, where v1 does not say it; short for --set location=REGION'),
  set: repeat('Fill a v2 value that v1 leaves out: path=value'),
  'set-env': repeat('The same from an environment variable: path=NAME'),
  override: repeat('Set a v2 value, whatever v1 says: path=value'),
  'override-env': repeat('The same from an environment variable: path=NAME'),
  decisions: text('Take decisions for many clusters from this YAML or JSON file'),
  databases: repeat('Offer the names of these v1 databases for credentials.database: a file or a folder'),
  'fix-names': flag('Replace names that v2 refuses by valid ones, and keep the old ones in description'),
  state: text('The Terraform state of the root module; terraform.tfstate in its folder where left out'),
  connection: { type: 'number', requiresArg: true, describe: 'Which of several connections to keep, from 0' },
} as const satisfies Record<string, Options>;

const judging = {
  report: repeat(`Write a report to this file too (${listEndings()})`),
  baseline: text('What is known from an earlier run; only what is new is shown in text, and gives exit code 1'),
  'set-baseline': text('Write all that is found to this file, as known from now on'),
  'prune-baseline': flag('Take out of the file of --baseline what is not found any more'),
  csv: choose(csvRows, 'What a row of a CSV report is; findings, and of diff changes, where left out'),
  severity: choose(severities, 'Leave findings below this severity out of reports'),
  'rules-url': text('Where reports link to for rules'),
  'fail-on': { ...choose(['error', 'warning', 'never'], 'What gives exit code 1'), default: 'error' },
  force: flag('Replace files that exist'),
} as const satisfies Record<string, Options>;

/** Options of every command that reads documents. */
const documents = { ...reading, ...translating, ...judging, ...commonOptions } as const satisfies Record<
  string,
  Options
>;

const noSync = flag('Leave it to the system when what takes the place of an only copy is on the disk; faster');
const out = { ...text('Write to this file, not to standard output; its ending tells the format'), alias: 'o' } as const;

/** Options of `convert`. */
export const convertOptions = {
  format: choose(['json', 'yaml'], 'Format of the output; that of the input where left out'),
  emit: choose(
    ['body', 'request', 'result'],
    'What to write for each document; its body, and of a stored request the request, where left out',
  ),
  omit: repeat('Leave these out of results: changes, infos, or both with a comma between'),
  source: text('What results and reports call the input, such as the name of what it is a part of'),
  'first-line': {
    type: 'number',
    requiresArg: true,
    describe: 'Number of the first line of NDJSON, in what it is a part of',
  },
  'out-dir': { ...text('Write a file for each file, to this folder'), alias: 'o' },
  'in-place': flag('Replace each file, and keep it as FILE.v1.bak'),
  'no-backup': flag('Keep no FILE.v1.bak, since git or the like has the original'),
  'no-sync': noSync,
  split: flag('Write a file for each document, named after the cluster'),
  'dry-run': flag('Write nothing, and print the change of each file, in place where no folder is named'),
  check: flag('Write nothing, and name the files that still hold v1 documents (exit code 1)'),
  'write-blocked': flag('Write what there is of blocked documents too'),
  ...documents,
} as const satisfies Record<string, Options>;

/** Options of `audit`. */
export const auditOptions = {
  format: choose(reportFormats, 'Format of the report; that of --out, else text, where left out'),
  only: choose(['blocked', 'review', 'ready'], 'Report only documents of this status'),
  select: repeat('Report only findings of this rule, code or block; * stands for any text'),
  ignore: repeat('Leave out findings of this rule, code or block'),
  'init-decisions': text('Write a decisions file with everything that is open, or extend it'),
  'list-secrets': flag('Print the environment variables that a run will ask for, as an empty .env file'),
  'no-sync': noSync,
  out,
  ...documents,
} as const satisfies Record<string, Options>;

/** Options of `diff`. */
export const diffOptions = {
  format: choose([...changeFormats, 'json-patch'], 'Format of the changes; that of --out, else text, where left out'),
  out,
  ...documents,
} as const satisfies Record<string, Options>;

/** Options of `verify`. */
export const verifyOptions = {
  plan: text('Judge a Terraform plan in their place, as terraform show -json prints it: a file, or -'),
  format: choose(reportFormats, 'Format of the report; that of --out, else text, where left out'),
  out,
  ...documents,
  'fail-on': {
    ...choose(['error', 'warning', 'never'], 'What gives exit code 1: a loss is an error, drift a warning'),
    default: 'warning',
  },
} as const satisfies Record<string, Options>;

/** Options of `schema`. */
export const schemaOptions = {
  id: text('The address that others name the schema by, as its $id'),
  ...commonOptions,
} as const satisfies Record<string, Options>;

/** Options of `completion`: those of all commands. */
export const completionOptions = { ...commonOptions } as const satisfies Record<string, Options>;
/** Options of `page`. */
export const pageOptions = { out, force: judging.force, ...commonOptions } as const satisfies Record<string, Options>;

/** Options of `rules`. */
export const rulesOptions = {
  format: { ...choose(['text', 'json', 'markdown', 'html'], 'Format of the rules'), default: 'text' },
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
export type VerifyArguments = Named<typeof verifyOptions> & {
  readonly v1?: string | undefined;
  readonly v2?: string | undefined;
};
/** Arguments of `schema`. */
export type SchemaArguments = Named<typeof schemaOptions> & {
  readonly name: SchemaName;
  readonly kind?: string | undefined;
};
/** Arguments of `page`. */
export type PageArguments = Named<typeof pageOptions>;
/** Arguments of `rules`. */
export type RulesArguments = Named<typeof rulesOptions> & { readonly id?: string | undefined };
/** Arguments of `completion`. */
export interface CompletionArguments {
  readonly shell?: 'bash' | 'zsh' | 'fish' | undefined;
}
/** Arguments of every command that reads documents. */
export type ReadArguments = Named<typeof documents> & Paths;

/** The endings of report files, in words. */
function listEndings(): string {
  const endings = reportFiles.map(({ ending, called }) => (called ? `${ending} for ${called}` : ending));
  return `${endings.slice(0, -1).join(', ')}, or ${endings.at(-1)}`;
}
