// `verify`: v1 documents beside v2 documents, as a report on what differs.
import {
  addToTally,
  type ComparedText,
  counts,
  createReport,
  createTally,
  type Finding,
  formatPlace,
  nameField,
  type Prepared,
  type Report,
  type ReportDocument,
  type ReportEntry,
  type ReportFormat,
  type ReportOptions,
  renderFleet,
  reportFormats,
  type Tally,
  verifyPlan,
  verifyTexts,
} from '../index.js';
import { claimInput, type InputFile, listFiles, standardInput } from './files/files.js';
import { openPiped } from './input/inputs.js';
import { readSupply } from './input/supply.js';
import { isUnit, readDocuments } from './input/translated-file.js';
import type { ReadArguments, VerifyArguments } from './line/options.js';
import { failUsage } from './line/usage.js';
import { describeRun } from './talk/describe-run.js';
import { listNamedOutputs } from './talk/named-outputs.js';
import { chooseProductFormat, readReportOptions } from './talk/report-settings.js';
import { conclude, isIdleDecision, renderProduct, streamOf } from './talk/reports.js';
import { watchEntries } from './talk/run-watch.js';
import { fitStream } from './talk/terminal.js';

/** Runs `verify` and gives its exit code. */
export async function runVerify(given: VerifyArguments): Promise<number> {
  const args = { ...given, format: chooseProductFormat(given, reportFormats) };
  const reporting = readReportOptions(args);
  const compare = chooseComparison(args);
  const { options, told } = await readSupply(args);
  const entries = await compare(options);
  listNamedOutputs(args);
  const run = [...told, ...describeRun(watchEntries(options, entries)).map(softenDecision)];
  const report = createReport(entries, { ...reporting, run });
  return conclude(renderVerdict(report, args), report, args);
}

/** So many documents can be read one after the other. */
const fewDocuments = 10;

/** A few documents are told in full, a fleet in sum; a fleet in which few differ is told by those. */
function renderVerdict(report: Report, args: VerifyArguments & { readonly format: ReportFormat }): string {
  const { documents } = report;
  const sections: ReportOptions['sections'] = ['findings', 'totals'];
  if (args.format !== 'text' || documents.length <= fewDocuments) return renderProduct(report, args, { sections });
  const different = documents.filter(({ findings }) => findings.some((one) => one.severity !== 'info' && counts(one)));
  if (different.length <= fewDocuments) return renderProduct({ ...report, documents: different }, args, { sections });
  return renderFleet(tallyFields(documents), { ...fitStream(streamOf(args), args.color), documents });
}

/** The sums of a comparison: what differs is told apart by its field, since most of it has one code. */
function tallyFields(documents: readonly ReportDocument[]): Tally {
  const tally = createTally();
  for (const { status, kind, findings, source, label } of documents) {
    const named = findings.map((one) => ({ ...one, code: `${one.code} ${nameField(one)}`.trimEnd() }));
    addToTally(tally, { status, kind, findings: named }, ({ at }) => (at ? formatPlace(source, at) : label));
  }
  return tally;
}

/** A decision that found nothing to decide is no difference: convert counted it, and doubts fail a comparison. */
function softenDecision(finding: Finding): Finding {
  return isIdleDecision(finding) ? { ...finding, severity: 'info' } : finding;
}

/** What is compared: two sides, or both sides of a plan. */
function chooseComparison({ plan, v1, v2, ...args }: VerifyArguments): (options: Prepared) => Promise<ReportEntry[]> {
  if (plan !== undefined) {
    if (v1 !== undefined) failUsage('--plan holds both sides; name no other');
    return (options) => judgePlan(plan, args, options);
  }
  if (v1 === undefined || v2 === undefined) return failUsage('verify needs <v1> <v2>, or --plan FILE');
  if (v1 === '-' && v2 === '-') failUsage('verify reads one side from standard input, not both');
  return async (options) => {
    const left = await readSide(v1, args);
    const right = await readSide(v2, args);
    const modules = await compareModules(left, right, { args, options });
    const compared = verifyTexts(left.texts, right.texts, options);
    const documents = modules === undefined ? compared : compared.filter((entry) => !isBare(entry));
    return [...left.unreadable, ...right.unreadable, ...(modules ?? []), ...documents];
  };
}

/** A plan is JSON, whatever it is called. */
async function judgePlan(path: string, args: ReadArguments, options: Prepared): Promise<ReportEntry[]> {
  const input = path === '-' ? standardInput : { name: path, path, relative: path, named: true };
  claimInput(input);
  const read = await readDocuments(input, { ...args, inputFormat: 'json' });
  if ('unreadable' in read) return [explainPlanFile(read.unreadable)];
  return verifyPlan({ name: input.name, documents: read.documents }, options);
}

/** The file that `terraform plan -out` writes is no text, but a zip archive. */
const plansOwn: ReadonlySet<string> = new Set(['document/source/encoding', 'document/source/compressed']);

function explainPlanFile(entry: ReportEntry): ReportEntry {
  const findings = entry.translation.findings.map((finding) =>
    plansOwn.has(finding.code)
      ? {
          ...finding,
          remedy: 'Where it is what terraform plan -out wrote: pass what terraform show -json FILE prints.',
        }
      : finding,
  );
  return { ...entry, translation: { ...entry.translation, findings } as ReportEntry['translation'] };
}

interface ReadSide {
  readonly path: string;
  readonly files: readonly InputFile[];
  readonly texts: readonly ComparedText[];
  /** What stands for files that could not be read. */
  readonly unreadable: readonly ReportEntry[];
}

/** Reads the documents of a file or folder; what a folder holds besides clusters is left out. */
async function readSide(path: string, args: ReadArguments): Promise<ReadSide> {
  const texts: ComparedText[] = [];
  const unreadable: ReportEntry[] = [];
  const files = await Promise.all((await listFiles([path], args)).map((file) => openPiped(file, args)));
  for (const input of files.filter((file) => !isUnit(file))) {
    claimInput(input);
    const read = await readDocuments(input, args);
    if ('unreadable' in read) unreadable.push(read.unreadable);
    else texts.push({ name: input.name, documents: read.documents, named: input.named });
  }
  return { path, files, texts, unreadable };
}

interface Comparing {
  readonly args: ReadArguments;
  readonly options: Prepared;
}

/** Compares the Terraform modules of both sides; undefined where neither has any. */
async function compareModules(
  v1: ReadSide,
  v2: ReadSide,
  { args, options }: Comparing,
): Promise<ReportEntry[] | undefined> {
  if (![...v1.files, ...v2.files].some(isUnit)) return undefined;
  const { readModuleSide } = await import('./input/modules.js');
  const { verifyModules } = await import('../terraform.js');
  // A state that is named is that of v1: nothing of v2 has to be looked up.
  const { state: _state, ...rest } = args;
  const left = await readModuleSide(v1.path, v1.files, args);
  const right = await readModuleSide(v2.path, v2.files, rest as ReadArguments);
  return [...left.unreadable, ...right.unreadable, ...verifyModules(left.modules, right.modules, options)];
}

/** Whether all that there is to say is that neither side has a document of a cluster. */
function isBare({ translation: { findings } }: ReportEntry): boolean {
  return findings.length === 2 && findings.every(({ code }) => code === 'verify/sides/nothing');
}
