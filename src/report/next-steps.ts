// What to run next, in the words of a command line.
import { listAsked } from '../model/finding.js';
import type { Report, ReportDocument, ReportFinding } from './report.js';
import { quoteWord } from './supply-line.js';

/** Something to do, and the command that does it. */
export interface Step {
  readonly what: string;
  readonly command: string;
}

/** Whether a finding is about a name for which there is a valid one: `--fix-names` serves all of them. */
export function isFixable({ suggestion, severity }: ReportFinding): boolean {
  return severity === 'error' && suggestion?.['name'] !== undefined;
}

/** Whether an error waits for a value that only people can give. */
export function isWaiting(finding: ReportFinding): boolean {
  return finding.severity === 'error' && !isFixable(finding) && listAsked(finding).length > 0;
}

const usualFile = 'decisions.yaml';

/** The steps to v2 from where a report stands, the next one first; `written` is a decisions file that was just written. */
export function listSteps(report: Report, written?: string): Step[] {
  const { subject, documents, run } = report;
  if (subject.what !== 'translation') return [];
  const waits = documents.some(({ findings }) => findings.some(isWaiting));
  const lacksVariables = run.some(({ code }) => code === 'document/decisions/variables-missing');
  const write = createWriter(report);
  const file = written ?? optionOf(report, '--decisions') ?? usualFile;
  const decided = waits && optionOf(report, '--decisions') === undefined ? ['--decisions', file] : [];
  const fixed = needsFixing(documents) ? ['--fix-names'] : [];
  return [
    ...(waits && written === undefined
      ? [
          {
            what: 'Write a file with all that is to be decided:',
            command: write('audit', ['--init-decisions', file]),
          },
        ]
      : []),
    ...(waits
      ? [{ what: 'Fill in what is empty there, then look again:', command: write('audit', [...decided, ...fixed]) }]
      : []),
    ...(lacksVariables
      ? [
          {
            what: 'Write a file with the environment variables that are asked for, fill it in, and set them:',
            command: `${write('audit', [...decided, ...fixed, '--list-secrets'])} > .env`,
          },
        ]
      : []),
    ...(documents.some(isOurs)
      ? [{ what: 'Write the v2 documents:', command: write('convert', [...decided, ...fixed, '--out-dir', 'v2']) }]
      : []),
  ];
}

function needsFixing(documents: readonly ReportDocument[]): boolean {
  return documents.some(({ findings }) => findings.some(isFixable));
}

function isOurs({ status }: ReportDocument): boolean {
  return status !== 'skipped' && status !== 'unreadable';
}

/** Writes a command line on what was read, with the options of the run. */
function createWriter({ subject, documents }: Report): (command: string, rest: readonly string[]) => string {
  const options = documents[0]?.options.filter(({ isOutput }) => !isOutput).flatMap(({ words }) => words) ?? [];
  const { inputs = ['-'] } = subject;
  return (command, rest) => ['ionos-pg-migrate', command, ...[...inputs, ...options, ...rest].map(quoteWord)].join(' ');
}

function optionOf({ documents }: Report, name: string): string | undefined {
  return documents[0]?.options.find(({ words }) => words[0] === name)?.words[1];
}
