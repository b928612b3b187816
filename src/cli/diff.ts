// `diff`: every change, v1 beside v2, as a report or as JSON Patch.
import { maskPatch, type Report, type ReportEntry, renderPatch, renderReport, type Translation } from '../index.js';
import { originalOf } from './convert/documents.js';
import { translateInputs } from './input/inputs.js';
import { readTranslateOptions } from './input/translate-options.js';
import type { DiffArguments } from './line/options.js';
import { checkReportOptions, conclude, loadMeasure, makeReport, renderForStream, talk } from './talk/reports.js';

/** Runs `diff` and gives its exit code. */
export async function runDiff(args: DiffArguments): Promise<number> {
  checkReportOptions(args);
  const { entries, keys } = await translateInputs(args);
  const report = makeReport(entries, args);
  const text = args.format === 'json-patch' ? await renderPatches(entries, args) : await renderChanges(report, args);
  return conclude(text, report, { ...args, keys, secret: args.format === 'json-patch' });
}

async function renderChanges(report: Report, { format, csv, color, out }: DiffArguments): Promise<string> {
  if (format !== 'text' && format !== 'json-patch') return renderReport(report, { format, csv });
  const stream = out === undefined ? process.stdout : {};
  return renderForStream(report, stream, { color, measure: await loadMeasure() });
}

/** One document gives its patch, several a line each. A document without translation has no patch. */
async function renderPatches(entries: readonly ReportEntry[], args: DiffArguments): Promise<string> {
  const masked = args.out === undefined && process.stdout.isTTY;
  if (masked) talk('Secrets are masked on a terminal; write the patch to a file or a pipe to apply it.', args);
  const isSecret = createSecretTest((await readTranslateOptions(args)).secretPaths ?? []);
  const patches = entries.flatMap(({ source, translation }) => {
    if (translation.document === undefined) return [];
    const patch = renderPatch(originalOf(translation), translation as Translation);
    return [{ source, patch: masked ? maskPatch(patch, isSecret) : patch }];
  });
  if (entries.length > 1) return patches.map((line) => `${JSON.stringify(line)}\n`).join('');
  const [only] = patches;
  if (!only) talk('There is no patch: the document was not translated (see diff without --format).', args);
  return only ? `${JSON.stringify(only.patch, null, 2)}\n` : '';
}

/** Everything under `credentials` but the username is secret, and so is what came from the environment. */
function createSecretTest(paths: readonly string[]): (pointer: string) => boolean {
  const supplied = new Set(paths.map((path) => `/properties/${path.replaceAll('.', '/')}`));
  return (pointer) => supplied.has(pointer) || /\/credentials\/(?!username$)/.test(pointer);
}
