// The findings of one document as text.
import type { Finding } from '../../../model/finding.js';
import { toDotted } from '../../../model/path.js';
import { formatPlace } from '../../../model/place.js';
import { toPrintable } from '../../printable.js';
import type { ReportDocument, ReportFinding } from '../../report.js';
import { counts } from '../../verdict.js';
import { nameAge, sortFindings } from '../../wording.js';
import { hangText } from './columns.js';
import { severityPaints, type TextStyle } from './style.js';

const messageIndent = '         ';
/** What the lines of a document are set in by. */
const documentIndent = 4;

/** The lines that show what is said of a run, under a title; none where nothing is. */
export function formatRun(findings: readonly ReportFinding[], style: TextStyle): string[] {
  const lines = formatFindings({ findings, source: '' }, style);
  if (lines.length === 0) return [];
  return [style.palette.bold('Of the run'), ...lines.map((line) => `  ${line}`)];
}

/** The lines that show findings, the worst first, without indentation. What an earlier report has is not told again. */
export function formatFindings(
  { findings, source }: Pick<ReportDocument, 'findings' | 'source'>,
  style: TextStyle,
): string[] {
  return sortFindings(findings.filter(counts)).flatMap((finding) => formatFinding(finding, source, style));
}

function formatFinding(finding: ReportFinding, source: string, style: TextStyle): string[] {
  const { palette, linkRule, measure, width } = style;
  const { severity, code, rule, message, remedy } = finding;
  const age = nameAge(finding);
  const place = locate(finding, source);
  const isWide = measure([severity.padEnd(7), place, code, age].join('  ')) + documentIndent > width;
  const mark = palette[severityPaints[severity]](severity.padEnd(7));
  const named = [palette.dim(linkRule(toPrintable(code), rule)), ...(age ? [palette.bold(age)] : [])].join('  ');
  return [
    ...(isWide && place ? [`${mark}  ${place}`, `${messageIndent}${named}`] : [joinCells([mark, place, named])]),
    ...indent(toPrintable(message), '', style),
    ...(remedy ? indent(toPrintable(remedy), `${palette.green('→')} `, style) : []),
  ];
}

function joinCells(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== '').join('  ');
}

/** A sentence under its finding, broken where the terminal ends. */
function indent(text: string, mark: string, { width, measure }: TextStyle): string[] {
  const lines = hangText(text, mark, { width: width - documentIndent - messageIndent.length, measure });
  return lines.map((line) => `${messageIndent}${line}`);
}

function locate(finding: Finding, source: string): string {
  const path = finding.from ?? finding.to;
  const place = toPrintable(formatPlace(source, finding.at));
  const there = finding.there ? ` ↔ ${toPrintable(formatPlace(finding.there.source, finding.there.at))}` : '';
  return path ? `${place}${there}  ${toPrintable(toDotted(path))}` : `${place}${there}`;
}
