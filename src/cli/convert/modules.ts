// Terraform modules in `convert`: a module is written whole or not at all, and only as what it is.
import { join } from 'node:path';
import { bodyOf, type ReportEntry, toPrintable, valueAt } from '../../index.js';
import type { InputFile } from '../files/files.js';
import type { Output } from '../files/outputs.js';
import { writeTogether } from '../files/write-together.js';
import { isUnit, type ModuleOutput, type TranslatedFile, type WrittenText } from '../input/translated-file.js';
import type { ConvertArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import type { FilePlan } from './file-plan.js';
import { nameLeft } from './outcome.js';

/** Refuses options that have no meaning for modules; a folder of other things may have them without its modules. */
export function checkModuleOptions(files: readonly InputFile[], args: ConvertArguments): void {
  const { emit, format, split, ndjson } = args;
  const first = files.find(isUnit);
  if (!first) return;
  const refuse = (what: string) =>
    failUsage(`${what}, and ${first.name} is a Terraform module; leave modules out with --exclude '*.tf'`);
  if (split) refuse('--split writes a file for each document');
  if (emit === 'body' || emit === 'request') refuse(`--emit ${emit} writes payloads`);
  if (format !== undefined && emit !== 'result') refuse('--format is of payloads');
  if (ndjson && emit !== 'result') refuse('--ndjson writes lines of payloads');
}

/** What is to become of a module: all of its files that change; to another folder all of them, so that it is a module. */
export function planModule(
  translated: TranslatedFile & { readonly module: ModuleOutput },
  args: ConvertArguments,
  environment: readonly string[] | undefined,
): FilePlan {
  const { entries, module } = translated;
  const isUnreadable = entries.some(({ translation: { status } }) => status === 'unreadable');
  if (isUnreadable) return { entries, outputs: [], left: [{ reason: 'unreadable', name: nameLeft(translated) }] };
  if (module.isBlocked) return { entries, outputs: [], left: [{ reason: 'blocked', name: nameLeft(translated) }] };
  const chosen = args.inPlace ? module.texts.filter(({ isChanged }) => isChanged) : module.texts;
  const outputs = chosen.map((text) => planText(text, { entries, args, environment }));
  return { entries, outputs, left: [], isWhole: true };
}

interface Planning {
  readonly entries: readonly ReportEntry[];
  readonly args: ConvertArguments;
  readonly environment: readonly string[] | undefined;
}

function planText(
  { path, relative, before, text, mode }: WrittenText,
  { entries, args, environment }: Planning,
): Output {
  const own = entries.filter(({ source }) => source === path);
  const file = { text, mode, secret: holdsPassword(own, environment) };
  if (!args.inPlace) return { path: join(args.outDir ?? '', relative), ...file };
  const replaces = args.noBackup ? { text: before } : { text: before, backup: (place: string) => `${place}.v1.bak` };
  return { path, ...file, replaces };
}

/** Whether a password is written out in a block that was translated; most are expressions, which are none. */
function holdsPassword(entries: readonly ReportEntry[], environment: readonly string[] = []): boolean {
  return entries.some(({ translation }) => {
    const password = valueAt(bodyOf(translation), ['properties', 'credentials', 'password']);
    return typeof password === 'string' && (environment.length > 0 || !password.startsWith('${'));
  });
}

/** Writes the files of a module, or none of them. Gives what failed, in words that name it. */
export function writeModule(outputs: readonly Output[], args: ConvertArguments): string[] {
  const problems = writeTogether(outputs, args);
  return problems.map(({ path, problem }) => `${toPrintable(path)}: not written: ${problem}`);
}

/** The text of a run that is one module of one file, for standard output. */
export function chooseModuleText(files: readonly TranslatedFile[]): string | undefined {
  const modules = files.flatMap(({ module }) => (module ? [module] : []));
  if (modules.length === 0) return undefined;
  const texts = modules.flatMap((module) => module.texts);
  const [only] = texts;
  if (files.length > 1 || texts.length !== 1 || !only)
    failUsage('a Terraform module is written as files: say --in-place, or --out-dir DIR; --dry-run shows them first');
  return modules[0]?.isBlocked ? '' : only.text;
}
