// The report on many documents for people: what they come to, what is said how often, and who needs someone.
import { severities as all, type Severity } from '../../../model/finding.js';
import type { Kind, Status } from '../../../model/translation.js';
import { type FindingGroup, listGroups } from '../../finding-groups.js';
import type { Step } from '../../next-steps.js';
import { toPrintable } from '../../printable.js';
import type { ReportDocument, ReportFinding } from '../../report.js';
import type { Tally } from '../../tally.js';
import { counts } from '../../verdict.js';
import { countNoun, describeTotals, sortFindings } from '../../wording.js';
import { countCharacters, hangText } from './columns.js';

import { formatRun } from './findings.js';
import { type Palette, plainPalette, severityPaints, type TextStyle } from './style.js';

/** What to show of a fleet. */
export interface FleetOptions extends Partial<FleetStyle> {
  /** Which findings to show; all where left out. */
  readonly severities?: readonly Severity[];
  /** The documents to list, worst first, where they need someone; none where left out. */
  readonly documents?: readonly ReportDocument[];
  /** What is said of the run. */
  readonly run?: readonly ReportFinding[];
  /** What settles most, in lines; told first. */
  readonly most?: readonly string[];
  /** What to do next; told last. */
  readonly next?: Step | undefined;
}

/** The worst first. */
const needyStatuses: readonly Status[] = ['unreadable', 'blocked', 'review'];
const shownCodes = 4;
const shownDocuments = 50;
const inset = ' '.repeat(11);
const inventories = new Map<Kind, string>([
  ['User', 'users    '],
  ['Database', 'databases'],
]);

/** How a summary looks. */
type FleetStyle = Pick<TextStyle, 'palette' | 'width'>;

/** How groups of findings look; with an earlier report, all that are shown are new. */
interface GroupStyle extends FleetStyle {
  readonly isNew: boolean;
}

/** Renders the summary of a fleet; it ends with a line break. */
export function renderFleet(tally: Tally, options: FleetOptions = {}): string {
  const { palette = plainPalette, width = Number.POSITIVE_INFINITY, severities = all } = options;
  const { documents = [], run = [], most = [], next } = options;
  const style: GroupStyle = { palette, width, isNew: tally.newFindings !== undefined };
  const sorted = listGroups(tally.groups, (group) => group.documents);
  const groups = sorted.filter(({ severity }) => severities.includes(severity));
  const common = groups.filter((group) => isCommon(group, tally));
  const own = groups.filter((group) => !common.includes(group));
  const blocks = [
    [palette.bold(describeTotals(tally)), ...formatReadyBut(tally, common)],
    most.length > 0 ? [palette.bold('What settles most'), ...most.map((line) => `  ${toPrintable(line)}`)] : [],
    formatGroups('Said of every document of a kind', common, style),
    formatGroups(style.isNew ? 'New findings' : 'Findings', own, style),
    formatNeedy(documents, new Set(common.map(({ code }) => code)), palette),
    formatInventory(documents, palette),
    formatRun(run, { palette, width, measure: countCharacters, linkRule: (text) => text }),
    next ? [palette.bold('Next'), `  ${next.what}`, `  ${next.command}`] : [],
  ];
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}

/** Whether every document, of several, of each kind that has such a finding has it. */
function isCommon({ documents, kinds }: FindingGroup, tally: Tally): boolean {
  return documents > 1 && [...kinds].every(([kind, count]) => count === tally.kinds.get(kind));
}

/** What is said of every document of a kind hides which of them have nothing else. */
function formatReadyBut({ concerns }: Tally, common: readonly FindingGroup[]): string[] {
  const excused = new Map(common.map(({ key, code }) => [key, code]));
  const codes = new Set<string>();
  let count = 0;
  for (const [concern, documents] of concerns) {
    const keys = concern.split(' ');
    if (!keys.every((key) => excused.has(key))) continue;
    count += documents;
    for (const key of keys) codes.add(excused.get(key) ?? key);
  }
  if (count === 0) return [];
  return [`${countNoun(count, 'document')} with nothing but what all of their kind have: ${[...codes].join(', ')}`];
}

function formatGroups(title: string, groups: readonly FindingGroup[], style: GroupStyle): string[] {
  if (groups.length === 0) return [];
  return [style.palette.bold(title), ...groups.flatMap((group) => formatGroup(group, style))];
}

function formatGroup(group: FindingGroup, style: GroupStyle): string[] {
  const { palette } = style;
  const { severity, code, documents, count, places, message, alike, remedy } = group;
  const often = `${count > documents ? `${count} in ` : ''}${countNoun(documents, 'document')}`;
  const more = documents > places.length ? `, and ${documents - places.length} more` : '';
  return [
    `  ${palette[severityPaints[severity]](severity.padEnd(7))}  ${toPrintable(code)}  ${often}${style.isNew ? `  ${palette.bold('new')}` : ''}`,
    ...breakLines(`${alike ? '' : 'such as: '}${toPrintable(message)}`, '', style),
    ...(remedy ? breakLines(toPrintable(remedy), `${palette.green('→')} `, style) : []),
    ...breakLines(`${places.map(toPrintable).join(', ')}${more}`, '', style).map((line) => palette.dim(line)),
  ];
}

/** What stands under a finding, broken where the terminal ends. */
function breakLines(text: string, mark: string, { width }: FleetStyle): string[] {
  const lines = hangText(text, mark, { width: width - inset.length, measure: countCharacters });
  return lines.map((line) => `${inset}${line}`);
}

/** The first of some names, and how many more there are. */
function listSome(names: readonly string[], most: number): string {
  const more = names.length > most ? `, and ${names.length - most} more` : '';
  return names.slice(0, most).map(toPrintable).join(', ') + more;
}

interface Needy {
  readonly document: ReportDocument;
  /** What is said of it and not of every other. */
  readonly own: readonly ReportFinding[];
  readonly rank: number;
  readonly errors: number;
}

function formatNeedy(documents: readonly ReportDocument[], common: ReadonlySet<string>, palette: Palette): string[] {
  const needy = documents.flatMap((document) => describeNeed(document, common) ?? []);
  if (needy.length === 0) return [];
  needy.sort((a, b) => a.rank - b.rank || b.errors - a.errors || b.own.length - a.own.length);
  // All that stop are named, however many; what is only doubtful has room for some.
  const shown = Math.max(shownDocuments, needy.filter(({ document }) => document.status !== 'review').length);
  const more = needy.length - shown;
  return [
    palette.bold('Documents that need someone'),
    ...needy.slice(0, shown).map((need) => formatNeed(need, palette)),
    ...(more > 0 ? [`  and ${more} more; --format json lists all`] : []),
  ];
}

function describeNeed(document: ReportDocument, common: ReadonlySet<string>): Needy | undefined {
  const { status, findings } = document;
  const rank = needyStatuses.indexOf(status);
  const isOwn = ({ code, severity }: ReportFinding) =>
    !common.has(code) || (status !== 'review' && severity === 'error');
  const own = findings.filter((one) => one.severity !== 'info' && isOwn(one) && counts(one));
  if (rank === -1 || own.length === 0) return undefined;
  return { document, own, rank, errors: own.filter(({ severity }) => severity === 'error').length };
}

function formatNeed({ document, own }: Needy, palette: Palette): string {
  const { status, name, label } = document;
  const codes = [...new Set(sortFindings(own).map(({ code }) => code))];
  const called = name ? `  ${palette.dim(toPrintable(name))}` : '';
  const paint = status === 'review' ? palette.yellow : palette.red;
  return `  ${paint(status.padEnd(10))}  ${toPrintable(label)}${called}  ${listSome(codes, shownCodes)}`;
}

/** Users and databases, which v2 knows none of but those of the credentials. */
function formatInventory(documents: readonly ReportDocument[], palette: Palette): string[] {
  const lines = [...inventories].flatMap(([kind, title]) => {
    const names = documents.flatMap((one) => (one.kind === kind && one.name !== undefined ? [one.name] : []));
    return names.length > 0 ? [`  ${title}  ${listSome(names, shownDocuments)}`] : [];
  });
  return lines.length > 0 ? [palette.bold('Without a resource in v2'), ...lines] : [];
}
