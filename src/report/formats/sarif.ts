// The report as SARIF 2.1.0, as GitHub's code scanning reads it: a result a finding, a rule a message.
import type { Place } from '../../model/place.js';
import { toPrintable, writeJson } from '../printable.js';
import type { Report, ReportDocument, ReportFinding } from '../report.js';
import { describeFinding, findCommand, nameField } from '../wording.js';
import { describeSarifRules, levels } from './sarif-rules.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Renders the report as SARIF, indented by two spaces. */
export function renderSarifReport(report: Report): string {
  const rules = describeSarifRules(report);
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const { name, version } = report.tool;
  const driver = { name, version, semanticVersion: version, informationUri: report.rulesUrl, rules };
  const run = {
    tool: { driver },
    ...(report.run.length > 0 ? { invocations: [describeRun(report.run)] } : {}),
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that the program ran in.' } } },
    results: report.documents.flatMap((document) =>
      document.findings.map((finding) => describeResult(document, finding, ruleIndexes)),
    ),
  };
  return `${writeJson({ $schema: schema, version: '2.1.0', runs: [run] }, 2)}\n`;
}

/** What is said of the run is no result: it stands in no file. */
function describeRun(run: readonly ReportFinding[]) {
  const notifications = run.map((finding) => ({
    descriptor: { id: finding.code },
    level: levels[finding.severity],
    message: { text: breakLinks(describeFinding(finding)) },
    properties: { fingerprint: finding.fingerprint, isNew: finding.isNew },
  }));
  return { executionSuccessful: true, toolExecutionNotifications: notifications };
}

function describeResult(document: ReportDocument, finding: ReportFinding, ruleIndexes: ReadonlyMap<string, number>) {
  const { code, severity, isNew, from, to, decision } = finding;
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
        physicalLocation: { artifactLocation: describeFile(document.path), region: describeRegion(finding.at) },
        logicalLocations: [{ fullyQualifiedName: toPrintable((document.pointer ?? '') + (from ?? to ?? '')) || '/' }],
      },
    ],
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

/** Only the start of a place is known; what concerns a whole file stands at its first line. */
function describeRegion({ line, column }: Place = { line: 1, column: 1 }) {
  return { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 };
}

/** Plain SARIF messages know links: `[text](target)`. Text of a document must not become one. */
function breakLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
