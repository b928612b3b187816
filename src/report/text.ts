// The report for people: what became of each document, and what is left to do.
import { countCharacters, type Measure } from './columns.js';
import { nameEntry, type ReportEntry } from './entry.js';
import { toPrintable } from './printable.js';
import { type Palette, plainPalette, type TextStyle } from './style.js';
import { listSupplyLines } from './supply-line.js';
import { formatChanges } from './text-changes.js';
import { formatFindings, formatStrandedComments } from './text-findings.js';
import { countNoun, countTotals } from './totals.js';

/** Parts of a text report. */
export type TextSection = 'changes' | 'findings' | 'comments' | 'totals' | 'supply';

/** How a text report looks; everything has a plain default. */
export interface TextOptions {
  readonly palette?: Palette;
  /** Width of a text in terminal columns. */
  readonly measure?: Measure;
  /** Which parts to show; all where left out. */
  readonly sections?: readonly TextSection[];
}

const documentSections = [
  { section: 'changes', title: 'changes', format: formatChanges },
  { section: 'findings', title: 'findings', format: formatFindings },
  { section: 'comments', title: 'comments without a place in v2', format: formatStrandedComments },
] as const;
const allSections: readonly TextSection[] = ['changes', 'findings', 'comments', 'totals', 'supply'];
const statusPaints = { ready: 'green', review: 'yellow', blocked: 'red', skipped: 'dim', unreadable: 'red' } as const;

/** Renders the report; it ends with a line break. */
export function renderTextReport(entries: readonly ReportEntry[], options: TextOptions = {}): string {
  const style = { palette: options.palette ?? plainPalette, measure: options.measure ?? countCharacters };
  const sections = new Set(options.sections ?? allSections);
  const blocks = showsDocuments(sections) ? entries.map((entry) => formatEntry(entry, sections, style)) : [];
  if (sections.has('totals')) blocks.push(formatTotals(entries, style.palette));
  if (sections.has('supply')) blocks.push(formatSupply(entries, style.palette));
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return text.length > 0 ? `${text.join('\n\n')}\n` : '';
}

function showsDocuments(sections: ReadonlySet<TextSection>): boolean {
  return documentSections.some(({ section }) => sections.has(section));
}

function formatEntry(entry: ReportEntry, sections: ReadonlySet<TextSection>, style: TextStyle): string[] {
  const lines = formatHeader(entry, style.palette);
  for (const { section, title, format } of documentSections) {
    const body = sections.has(section) ? format(entry, style) : [];
    if (body.length > 0) lines.push(`  ${style.palette.bold(title)}`, ...body.map((line) => `    ${line}`));
  }
  return lines;
}

function formatHeader(entry: ReportEntry, palette: Palette): string[] {
  const { translation } = entry;
  const { kind, status, name } = translation;
  const target = 'target' in translation && translation.target ? ` → ${translation.target}` : '';
  const request = 'request' in translation ? translation.request : undefined;
  const title = `${palette.bold(toPrintable(nameEntry(entry)))}  ${kind}${target}  ${palette[statusPaints[status]](status)}`;
  const lines = [name ? `${title}  ${palette.dim(toPrintable(name))}` : title];
  if (request) lines.push(`  ${request.method} ${toPrintable(request.url)}`);
  return lines;
}

function formatTotals(entries: readonly ReportEntry[], palette: Palette): string[] {
  const { documents, statuses, findings } = countTotals(entries);
  const counts = Object.entries(statuses).filter(([, count]) => count > 0);
  const described = counts.map(([status, count]) => `${count} ${status}`).join(', ');
  const { error, warning, info } = findings;
  const found = [countNoun(error, 'error'), countNoun(warning, 'warning'), `${info} info`].join(', ');
  return [`${palette.bold(countNoun(documents, 'document'))}${described ? `: ${described}` : ''}; ${found}`];
}

function formatSupply(entries: readonly ReportEntry[], palette: Palette): string[] {
  const lines = listSupplyLines(entries);
  return lines.length > 0 ? [palette.bold('To supply what is open:'), ...lines.map((line) => `  ${line}`)] : [];
}
