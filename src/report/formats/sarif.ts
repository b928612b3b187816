// The report as SARIF 2.1.0, as GitHub's code scanning reads it: a result a finding, a rule a message. GitHub takes 25,000
// results a run, so a large report has several.
import type { Place } from '../../model/place.js';
import { toPrintable, writeJson } from '../printable.js';
import type { Report, ReportDocument, ReportFinding } from '../report.js';
import { exitCodes } from '../verdict.js';
import { describeFinding, findCommand, nameField } from '../wording.js';
import { describeSarifRules, levels } from './sarif-rules.js';

/** GitHub refuses a run with more. */
const mostResults = 25_000;
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Renders the report as SARIF, indented by two spaces. */
export function renderSarifReport(report: Report): string {
  const rules = describeSarifRules(report);
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const { name, version } = report.tool;
  const driver = { name, version, semanticVersion: version, informationUri: report.rulesUrl, rules };
  const results = report.documents.flatMap((document) =>
    document.findings.map((finding) => describeResult(document, finding, ruleIndexes)),
  );
  const parts = split(results);
  const runs = parts.map((part, index) => ({
    tool: { driver },
    invocations: [describeRun(report)],
    // GitHub tells the runs of a tool apart by it.
    ...(parts.length > 1 ? { automationDetails: { id: `${name}/${index + 1}/` } } : {}),
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that the program ran in.' } } },
    results: part,
  }));
  return `${writeJson({ $schema: schema, version: '2.1.0', runs }, 2)}\n`;
}

/** Results in parts that GitHub takes; one where there are none. */
function split<T>(results: readonly T[]): (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let from = 0; from < results.length; from += mostResults) parts.push(results.slice(from, from + mostResults));
  return parts.length === 0 ? [[]] : parts;
}

/** What the run came to. What is said of it and of no document is no result: it stands in no file. */
function describeRun({ run, exitCode }: Report) {
  const notifications = run.map((finding) => ({
    descriptor: { id: finding.code },
    level: levels[finding.severity],
    message: { text: breakLinks(describeFinding(finding)) },
    properties: { fingerprint: finding.fingerprint, isNew: finding.isNew },
  }));
  return {
    executionSuccessful: exitCode !== exitCodes.noVerdict,
    exitCode,
    ...(run.length > 0 ? { toolExecutionNotifications: notifications } : {}),
  };
}

function describeResult(document: ReportDocument, finding: ReportFinding, ruleIndexes: ReadonlyMap<string, number>) {
  const { code, severity, isNew, from, to, decision, at, there } = finding;
  const command = findCommand(document, finding);
  const field = nameField(finding);
  const said = field ? `${field}: ${describeFinding(finding)}` : describeFinding(finding);
  return {
    ruleId: code,
    ruleIndex: ruleIndexes.get(code),
    level: levels[severity],
    message: { text: breakLinks(command ? `${said} Command: ${command}` : said) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: describeFile(finding.path ?? document.path),
          region: describeRegion(at, document.endOf),
        },
        logicalLocations: [
          { fullyQualifiedName: toPrintable((document.address ?? document.pointer ?? '') + (from ?? to ?? '')) || '/' },
        ],
      },
    ],
    ...(there ? { relatedLocations: [describeThere(there)] } : {}),
    // The name that code scanning looks for.
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    ...(isNew === undefined ? {} : { baselineState: isNew ? 'new' : 'unchanged' }),
    properties: {
      document: toPrintable(document.label),
      status: document.status,
      decision,
      command: command || undefined,
    },
  };
}

/** What no URI of the project can be is told by a full `file:` URI. */
function describeFile(path: string): { uri: string; uriBaseId?: string } {
  const uri = toPrintable(path).split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return /^[A-Za-z]:\//.test(path) ? { uri: `file:///${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/** A field, with its value where that stands on the same line; what concerns a whole file stands at its first line. */
function describeRegion(at: Place | undefined, endOf: ReportDocument['endOf']) {
  const { line, column } = at ?? { line: 1, column: 1 };
  return { startLine: line, startColumn: column, endLine: line, endColumn: at ? endOf(at) : column + 1 };
}

/** The place in the v2 document that a v1 document was compared with. */
function describeThere({ path, at = { line: 1, column: 1 } }: NonNullable<ReportFinding['there']>) {
  const { line, column } = at;
  return {
    message: { text: 'in the v2 document' },
    physicalLocation: { artifactLocation: describeFile(path), region: { startLine: line, startColumn: column } },
  };
}

/** Plain SARIF messages know links: `[text](target)`. Text of a document must not become one. */
function breakLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
