// The findings and the stranded comments of one document as text.
import type { Finding, Severity } from '../model/finding.js';
import { toDotted } from '../model/path.js';
import { formatPlace } from './entry.js';
import { toPrintable } from './printable.js';
import type { ReportDocument } from './report.js';
import type { Palette, TextStyle } from './style.js';

const paints: Readonly<Record<Severity, keyof Palette>> = { error: 'red', warning: 'yellow', info: 'cyan' };
const order: readonly Severity[] = ['error', 'warning', 'info'];

/** The lines that show the findings of a document, the worst first, without indentation. */
export function formatFindings({ findings, source }: ReportDocument, { palette }: TextStyle): string[] {
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return sorted.flatMap((finding) => [
    `${palette[paints[finding.severity]](finding.severity.padEnd(7))}  ${locate(finding, source)}  ${palette.dim(toPrintable(finding.code))}`,
    `         ${toPrintable(finding.message)}`,
    ...(finding.remedy ? [`         ${palette.green('→')} ${toPrintable(finding.remedy)}`] : []),
  ]);
}

/** The lines that show the comments without a place in v2, without indentation. */
export function formatStrandedComments(document: ReportDocument, { palette }: TextStyle): string[] {
  return document.strandedComments.flatMap((comment) => {
    const place = palette.dim(toPrintable(formatPlace(document.source, comment.at)));
    const field = comment.path ? ` (${toPrintable(toDotted(comment.path))})` : '';
    return comment.text.split('\n').map((line) => `${place}${field}  #${toPrintable(line)}`);
  });
}

function locate(finding: Finding, source: string): string {
  const path = finding.from ?? finding.to;
  const place = toPrintable(formatPlace(source, finding.at));
  const there = finding.there ? ` ↔ ${toPrintable(formatPlace(finding.there.source, finding.there.at))}` : '';
  return path ? `${place}${there}  ${toPrintable(toDotted(path))}` : `${place}${there}`;
}
