// `convert`: v1 documents in, v2 documents out, with what there is to say on standard error.
import { type ReportEntry, toPrintable } from '../../index.js';
import type { Output } from '../files/outputs.js';
import { letSignalsThrough, tellOnSignals } from '../files/signals.js';
import { type Inputs, openInputs, translateEach } from '../input/inputs.js';
import { type TranslatedFile, tellFormat } from '../input/translated-file.js';
import type { ConvertArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { readReportOptions } from '../talk/report-settings.js';
import { talk, writeNamed } from '../talk/reports.js';
import { planEach } from './batch.js';
import { checkVersions } from './check-versions.js';
import { chooseFormat, listLost, renderEntries } from './documents.js';
import { checkModuleOptions, chooseModuleText, writeModule } from './modules.js';
import { nameLeft, noteLeft, noteWritten, whyLeftOut } from './outcome.js';
import { checkOutputOptions } from './output-options.js';
import { addEntries, closeRun, openRun, type Run } from './run.js';
import type { Layout } from './stream/block.js';

/** Runs `convert` and gives its exit code. */
export async function runConvert(given: ConvertArguments): Promise<number> {
  const args = showInPlace(given);
  const reporting = readReportOptions(args, args);
  checkOutputOptions(args);
  const inputs = await openInputs(args);
  checkModuleOptions(inputs.files, args);
  const run = openRun(args, reporting, inputs);
  if (args.check) return checkVersions(inputs, run);
  await (args.outDir !== undefined || args.inPlace ? convertToFiles(inputs, run) : convertTogether(inputs, run));
  return closeRun(run);
}

/** What would be written and nowhere else is shown as the change of each file where it is. */
function showInPlace(args: ConvertArguments): ConvertArguments {
  return args.dryRun && args.outDir === undefined && !args.check ? { ...args, inPlace: true } : args;
}

async function convertToFiles(inputs: Inputs, run: Run): Promise<void> {
  const { args, problems, outcome } = run;
  tellOnSignals(() => `${outcome.done} of ${inputs.files.length} files are done; the same command does the rest`);
  for await (const { entries, outputs, left, lost, problem, isWhole } of planEach(inputs, args)) {
    addEntries(run, entries);
    for (const { reason, name } of left) noteLeft(outcome, reason, name);
    if (lost !== undefined) talk(lost, args);
    if (problem !== undefined) problems.push(problem);
    if (isWhole && !args.dryRun) {
      const failed = writeModule(outputs, args);
      if (failed.length === 0) noteWritten(outcome, outputs.length, entries);
      problems.push(...failed);
    }
    let written = 0;
    for (const output of isWhole && !args.dryRun ? [] : outputs) {
      await letSignalsThrough();
      const failed = await writeOrShow(output, entries, args);
      if (failed.length === 0) written += 1;
      problems.push(...failed);
    }
    // Once for all: there may be a file for each of thousands of documents.
    if (written > 0) noteWritten(outcome, written, entries);
    outcome.done += 1;
  }
}

async function writeOrShow(output: Output, entries: readonly ReportEntry[], args: ConvertArguments): Promise<string[]> {
  if (!args.dryRun) return writeNamed(output, args);
  const { showOutput } = await import('./dry-run.js');
  return showOutput(output, entries, args);
}

/** All documents as one text, in the format of the first file where none is asked for. */
async function convertTogether(inputs: Inputs, run: Run): Promise<void> {
  const { args } = run;
  const layout = await chooseLayout(inputs, args);
  if (args.firstLine !== undefined && layout?.kind !== 'lines')
    failUsage('--first-line counts lines of NDJSON; say --ndjson where no file name does');
  if (layout) {
    const { convertStream } = await import('./stream/convert-stream.js');
    return convertStream(inputs, run, layout);
  }
  const files: TranslatedFile[] = [];
  for await (const file of translateEach(inputs)) files.push(file);
  const entries = files.flatMap((file) => file.entries);
  const text = args.emit === 'result' ? undefined : chooseModuleText(files);
  addEntries(run, entries);
  if (text !== undefined) {
    process.stdout.write(text);
    return;
  }
  const written = files.filter((file) => {
    const left = args.emit === 'result' ? undefined : whyLeftOut(file);
    if (left !== undefined) noteLeft(run.outcome, left, nameLeft(file));
    return left === undefined;
  });
  const format = chooseFormat(written[0]?.format ?? 'json', args);
  const sameFormat = written.every((file) => file.format === format);
  for (const { file, entries: own } of written)
    for (const one of listLost(own, args)) talk(`${toPrintable(file.name)}: ${one}`, args);
  const chosen = written.flatMap((file) => file.entries);
  process.stdout.write(await renderEntries(chosen, { args, format, sameFormat }));
}

/** How the output is laid out where it can be written as a stream: lines always, an array where the input is large. */
async function chooseLayout({ files }: Inputs, args: ConvertArguments): Promise<Layout | undefined> {
  const [first] = files;
  const format = first && first.reason === undefined ? tellFormat(first, args) : undefined;
  if (args.ndjson || (format === 'ndjson' && args.format === undefined)) return { kind: 'lines' };
  // A list that becomes one of v2 has an envelope, which is known at its end.
  const isFolded = args.to === 'read' && args.emit !== 'result';
  if (!first || files.length > 1 || args.format === 'yaml' || format !== 'json' || isFolded) return undefined;
  const { findListStyle } = await import('./stream/list-head.js');
  const style = findListStyle(first, args);
  return style && { kind: 'array', style };
}
