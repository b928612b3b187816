// Translates what the page was given, as the command does with files: in a thread, file by file.
import {
  createReport,
  decodeText,
  describeDecision,
  describeTotals,
  digestAsKey,
  formOfFile,
  forms,
  isSecretPath,
  listAsked,
  listDecisionValues,
  listKnownValues,
  openTranslator,
  packReport,
  prepareOptions,
  type ReportEntry,
  readAs,
  refuseText,
  renderDocument,
  type Translation,
} from '../index.js';
import type { Job, JobDocument, JobFile, JobOutput, JobResult, OpenDecision } from './job.js';

/** Tells how far the work has come, in files. */
export type Progress = (done: number, all: number) => void;

/** Translates all files of a job. Never throws for what is in them. */
export async function translateJob(job: Job, tell: Progress): Promise<JobResult> {
  const { kind, to, fixNames, decided, files } = job;
  const { environment, ...decisions } = decided;
  const options = prepareOptions({
    to,
    fixNames,
    decisions,
    environment,
    ...(kind === '' ? {} : { kind: kind as NonNullable<Parameters<typeof prepareOptions>[0]>['kind'] }),
    // As in a folder: what is not of the API is left out.
    ...(files.length > 1 ? { foreign: 'skipped' } : {}),
  });
  const translator = openTranslator(options);
  const entries: ReportEntry[] = [];
  const outputs: JobOutput[] = [];
  for (const [index, file] of files.entries()) {
    const { translations, write } = await translateFile(file, translator);
    entries.push(...translations.map((translation, at) => ({ source: file.name, index: at, translation })));
    if (isWritable(translations)) outputs.push({ name: file.name, text: write() });
    tell(index + 1, files.length);
  }
  const report = createReport(entries, { subject: { what: 'translation' } });
  return {
    data: packReport(report),
    summary: describeTotals(report.totals),
    documents: entries.map(describeDocument),
    outputs,
    problem: '',
  };
}

type Translator = ReturnType<typeof openTranslator>;

async function translateFile({ name, bytes }: JobFile, translator: Translator) {
  const { text, problem } = decodeText(bytes);
  if (problem) return { translations: [refuseText(problem)], write: () => '' };
  const { format, documents } = await readAs(text, formOfFile(name));
  const translations = translator.translateSources(documents, { source: name, tellsId: true });
  const { write } = await forms[format].load();
  return { translations, write: () => write(translations, { sameFormat: true }) };
}

/** A file is written only if every document of ours in it was translated. */
function isWritable(translations: readonly Translation[]): boolean {
  return (
    translations.every(({ status }) => status !== 'blocked' && status !== 'unreadable') &&
    translations.some(({ document }) => document !== undefined)
  );
}

function describeDocument({ translation, source }: ReportEntry): JobDocument {
  const { id, document, status, name } = translation;
  const isDone = document !== undefined && status !== 'skipped';
  return {
    key: id ?? digestAsKey(translation) ?? '',
    open: status === 'skipped' ? [] : listOpen(translation as Translation),
    text: isDone ? renderDocument(translation as Translation) : '',
    fileName: `${(name ?? source).replace(/[^\w.-]+/g, '-') || 'document'}.v2.json`,
  };
}

function listOpen({ findings }: Translation): OpenDecision[] {
  const open = new Map<string, OpenDecision>();
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    for (const path of listAsked(finding)) {
      const offered = finding.choices?.[path]?.map(String) ?? listDecisionValues(path);
      const suggested = finding.suggestion?.[path];
      open.set(path, {
        path,
        settle: finding.settle ?? 'set',
        label: describeDecision(path),
        values: offered,
        known: listKnownValues(path),
        suggestion: suggested === undefined ? '' : String(suggested),
        isSecret: isSecretPath(path.split('.')),
      });
    }
  }
  return [...open.values()];
}
