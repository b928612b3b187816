// The report for people: what became of each document, and what is left to do.

import { shorten, toPrintable } from '../../printable.js';
import type { Report, ReportDocument } from '../../report.js';
import { linkRule } from '../../rules/link.js';
import { listSupplyLines } from '../../supply-line.js';
import { describeTotals } from '../../wording.js';
import { formatChanges } from './changes.js';

import { countCharacters } from './columns.js';
import { formatFindings, formatRun } from './findings.js';

import { type Link, type Palette, plainPalette, type TextStyle } from './style.js';

/** Parts of a text report. */
export type TextSection = 'changes' | 'findings' | 'run' | 'totals' | 'supply';

/** How a text report looks; everything has a plain default. */
export interface TextOptions extends Partial<Pick<TextStyle, 'palette' | 'measure' | 'width'>> {
  /** Makes links, where the terminal shows them. */
  readonly link?: Link;
  /** Which parts to show; all where left out. */
  readonly sections?: readonly TextSection[];
}

const documentSections = [
  { section: 'changes', title: 'changes', format: formatChanges },
  { section: 'findings', title: 'findings', format: formatFindings },
] as const;
const allSections: readonly TextSection[] = ['changes', 'findings', 'run', 'totals', 'supply'];
/** Names of v2 have 63 characters at most. */
const nameLimit = 100;
const statusPaints = { ready: 'green', review: 'yellow', blocked: 'red', skipped: 'dim', unreadable: 'red' } as const;

/** Renders the report; it ends with a line break. */
export function renderTextReport(report: Report, options: TextOptions = {}): string {
  const style = chooseStyle(report, options);
  const sections = new Set(options.sections ?? allSections);
  const blocks = showsDocuments(sections)
    ? report.documents.map((document) => formatDocument(document, sections, style))
    : [];
  if (sections.has('run')) blocks.push(formatRun(report.run, style));
  if (sections.has('totals')) blocks.push(formatTotals(report, style.palette));
  if (sections.has('supply')) blocks.push(formatSupply(report, style.palette));
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return text.length > 0 ? `${text.join('\n\n')}\n` : '';
}

function chooseStyle(report: Report, options: TextOptions): TextStyle {
  const { palette = plainPalette, measure = countCharacters, width = Number.POSITIVE_INFINITY, link } = options;
  const linkText = (text: string, rule: string): string => {
    const address = linkRule(report, rule);
    return link && address ? link(text, address) : text;
  };
  return { palette, measure, width, linkRule: linkText };
}

function showsDocuments(sections: ReadonlySet<TextSection>): boolean {
  return documentSections.some(({ section }) => sections.has(section));
}

function formatDocument(document: ReportDocument, sections: ReadonlySet<TextSection>, style: TextStyle): string[] {
  const lines = formatHeader(document, style);
  for (const { section, title, format } of documentSections) {
    const body = sections.has(section) ? format(document, style) : [];
    if (body.length > 0) lines.push(`  ${style.palette.bold(title)}`);
    // One by one: a document has as many lines as it likes, a call takes only so many arguments.
    for (const line of body) lines.push(`    ${line}`);
  }
  return lines;
}

function formatHeader(
  { label, kind, target, status, name, digest, request }: ReportDocument,
  { palette, measure, width }: TextStyle,
): string[] {
  const arrow = target ? ` → ${target}` : '';
  const title = `${palette.bold(toPrintable(label))}  ${kind}${arrow}  ${palette[statusPaints[status]](status)}`;
  const called = [name && toPrintable(shorten(name, nameLimit)), digest].filter((one) => one !== undefined);
  const isWide = measure([label, kind + arrow, status, ...called].join('  ')) > width;
  const names = called.map(palette.dim).join('  ');
  const lines = isWide && names ? [title, `  ${names}`] : [names ? `${title}  ${names}` : title];
  if (request) lines.push(`  ${request.method} ${toPrintable(request.url)}`);
  return lines;
}

function formatTotals({ totals }: Report, palette: Palette): string[] {
  const line = describeTotals(totals);
  const end = line.search(/[:;]/);
  return [palette.bold(line.slice(0, end)) + line.slice(end)];
}

function formatSupply({ documents }: Report, palette: Palette): string[] {
  const lines = listSupplyLines(documents);
  return lines.length > 0 ? [palette.bold('To supply what is open:'), ...lines.map((line) => `  ${line}`)] : [];
}
