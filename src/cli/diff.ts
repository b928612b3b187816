// `diff`: every change, v1 beside v2, as a report or as JSON Patch.
import {
  changeFormats,
  createReport,
  maskPatch,
  originalOf,
  type Prepared,
  type ReportEntry,
  renderPatch,
  type Translation,
} from '../index.js';
import { translateInputs } from './input/inputs.js';
import type { DiffArguments } from './line/options.js';
import { chooseProductFormat, readReportOptions } from './talk/report-settings.js';
import { allSections, conclude, loadMeasure, renderProduct, talk } from './talk/reports.js';

/** Runs `diff` and gives its exit code. */
export async function runDiff(given: DiffArguments): Promise<number> {
  const args = { ...given, format: chooseProductFormat(given, [...changeFormats, 'json-patch']) };
  const reporting = readReportOptions(args);
  const { entries, options, run } = await translateInputs(args);
  const report = createReport(entries, { ...reporting, run });
  const { format } = args;
  if (format === 'json-patch')
    return conclude(renderPatches(entries, options, args), report, { ...args, secret: true });
  const measure = format === 'text' ? { measure: await loadMeasure() } : {};
  const { csv = 'changes' } = args;
  const product = renderProduct(report, { ...args, format, csv }, { ...measure, sections: allSections });
  return conclude(product, report, { ...args, sections: allSections });
}

/** One document gives its patch, several a line each. A document without translation has no patch. */
function renderPatches(entries: readonly ReportEntry[], { secretPaths }: Prepared, args: DiffArguments): string {
  const masked = args.out === undefined && process.stdout.isTTY;
  if (masked) talk('Secrets are masked on a terminal; write the patch to a file or a pipe to apply it.', args);
  const isSecret = createSecretTest(secretPaths ?? []);
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
