// Reads a file and translates every document in it. What cannot be read becomes an unreadable document of its own, so
// that reports name it like everything else.
import {
  decodeText,
  type Finding,
  type Format,
  formOfFile,
  isScript,
  type ReportEntry,
  readAs,
  type SourceDocument,
} from '../../index.js';
import { codeOf, describeFileError, tooLarge } from '../files/errors.js';
import type { InputFile } from '../files/files.js';
import type { ModulePart } from '../files/modules.js';
import { type Content, mostBytes, readStdin, readWhole } from '../files/read-file.js';
import type { UnfoldProblem } from '../files/unfold.js';
import type { ReadArguments } from '../line/options.js';

/** A file with what became of its documents. */
export interface TranslatedFile {
  readonly file: InputFile;
  readonly format: Format;
  readonly entries: readonly ReportEntry[];
  /** Its permissions; absent for standard input and for what could not be read. */
  readonly mode?: number | undefined;
  /** Whether it was compressed. */
  readonly isUnfolded?: boolean;
  /** The files of a Terraform module after the translation. */
  readonly module?: ModuleOutput;
  /** Whether a module of the run is written, so that the others belong to it in another folder. */
  readonly isBeside?: boolean;
}

/** What became of the files of a module. */
export interface ModuleOutput {
  /** Whether none of it may be written. */
  readonly isBlocked: boolean;
  readonly texts: readonly WrittenText[];
}

/** A `.tf` file of a module after the translation. */
export interface WrittenText {
  readonly path: string;
  /** Where it goes below an output folder. */
  readonly relative: string;
  readonly before: string;
  readonly text: string;
  readonly isChanged: boolean;
  /** Its permissions; absent for standard input. */
  readonly mode: number | undefined;
}

/** A file that was read: its format and documents, or the entry that says why there are none. */
export type ReadFile =
  | (Pick<Content, 'mode' | 'isUnfolded'> & { readonly format: Format; readonly documents: readonly SourceDocument[] })
  | { readonly unreadable: ReportEntry };

/** Reads the documents of a file. */
export async function readDocuments(input: InputFile, args: ReadArguments): Promise<ReadFile> {
  // What scripts call is told, and nothing of them is a document; modules are read elsewhere.
  if (isScriptFile(input) || isUnit(input)) return { format: 'json', documents: [], isUnfolded: false };
  const read = await readText(input);
  if ('unreadable' in read) return read;
  const { text, ...file } = read;
  return { ...(await readAs(text, tellFormat(input, args))), ...file };
}

/** A text that was read, with the permissions of its file, or the entry that says why there is none. */
export type ReadFileText =
  | (Pick<Content, 'mode' | 'isUnfolded'> & { readonly text: string })
  | { readonly unreadable: ReportEntry };

/** Reads the text of a file. */
export async function readText(input: InputFile): Promise<ReadFileText> {
  const content = input.reason ?? (await readContent(input));
  if (typeof content === 'string' || 'code' in content) return { unreadable: describeUnreadable(input.name, content) };
  const { text, problem } = decodeText(content.bytes);
  if (problem) return { unreadable: describeUnreadable(input.name, problem) };
  const { mode, isUnfolded } = content;
  return { text, ...(mode === undefined ? {} : { mode }), isUnfolded };
}

/** Whether nothing in a file is to translate, and nothing of v2. */
export function isForeign(entries: readonly ReportEntry[]): boolean {
  return entries.every(({ translation: { status, document } }) => status === 'skipped' && document === undefined);
}

/** The format that a file's name or the options tell; undefined where only the text can. */
export function tellFormat(input: InputFile, { inputFormat, ndjson }: ReadArguments): Format | undefined {
  if (isScriptFile(input) || isUnit(input)) return undefined;
  const { path } = input;
  const told = path === undefined ? undefined : formOfFile(path);
  return told ?? (inputFormat === 'terraform' ? undefined : inputFormat) ?? (ndjson ? 'ndjson' : undefined);
}

/** A Terraform module. */
export type Unit = InputFile & { readonly parts: readonly ModulePart[] };

/** Whether an input is a Terraform module, whose files are read together. */
export function isUnit(input: InputFile): input is Unit {
  return input.parts !== undefined;
}

/** Whether a file is a shell script. */
export function isScriptFile({ path, reason }: InputFile): boolean {
  return path !== undefined && reason === undefined && isScript(path);
}

/** What stands for a source that cannot be read: for a reason in words, or because of a problem with its text. */
export function describeUnreadable(
  source: string,
  problem: string | Pick<Finding, 'code' | 'message' | 'remedy' | 'at'>,
): ReportEntry {
  if (typeof problem === 'string') {
    const message = `Nothing could be read: ${problem}.`;
    return describeUnreadable(source, { code: 'file', message, remedy: 'Check the path and its permissions.' });
  }
  const { code, message, remedy, at } = problem;
  const rule = 'document/source';
  const finding: Finding = { code: `${rule}/${code}`, rule, severity: 'error', message, remedy, ...(at ? { at } : {}) };
  return { source, index: 0, translation: { kind: 'unknown', status: 'unreadable', changes: [], findings: [finding] } };
}

/** The bytes of a file with its permissions, or the reason why there are none. */
async function readContent({ path }: InputFile): Promise<Content | Parameters<typeof describeUnreadable>[1]> {
  try {
    return path === undefined ? await readStdin() : await readWhole(path);
  } catch (thrown) {
    return explainRead(thrown);
  }
}

/** Why an input was not read, from what was thrown. */
export function explainRead(thrown: unknown): Parameters<typeof describeUnreadable>[1] {
  const { problem } = thrown as { problem?: UnfoldProblem };
  return problem ?? (codeOf(thrown) === tooLarge ? describeTooLarge() : describeFileError(thrown));
}

function describeTooLarge(): Pick<Finding, 'code' | 'message' | 'remedy'> {
  const most = Math.floor(mostBytes() / 2 ** 20);
  return {
    code: 'too-large',
    message: `Nothing was read: it is larger than ${most} MiB, which is the most that is read at once.`,
    remedy: 'Cut it in parts. Lines (--ndjson) and large JSON lists go to standard output in any size.',
  };
}
