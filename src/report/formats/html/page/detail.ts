// One document in full: v1 beside v2, findings where they belong, and what would be sent.

import { toPrintable } from '../../../printable.js';
import { nameRuleAnchor } from '../../../rules/link.js';
import type { PageData, PageDocument } from '../page-data.js';
import { type AlignedRow, alignDocument, type Field, type PlacedFinding, unpackPatch } from './align.js';
import { makeCopyButton } from './copy.js';
import { make, makeBadge } from './dom.js';

const signs = { kept: '=', renamed: '→', converted: '⇄', dropped: '−', supplied: '+', unknown: '?' } as const;
const secretNote = 'Secrets are not in this report: put them where [redacted] stands.';

/** Makes the view of a document; `aids` stand above its findings. */
export function makeDetail(data: PageData, shown: PageDocument, aids: readonly HTMLElement[]): HTMLElement {
  const { rows, rest } = alignDocument(data, shown);
  const facts = [shown.label, shown.target ? `${shown.kind} → ${shown.target}` : shown.kind, shown.request];
  return make(
    'div',
    { class: 'detail' },
    make('p', { class: 'facts' }, ...facts.filter(Boolean).flatMap((fact) => [make('code', {}, fact), ' '])),
    ...aids,
    ...(rest.length > 0 ? [makeFindings(rest)] : []),
    ...(rows.length > 0 ? [makeSides(rows)] : []),
    ...makeComments(shown),
  );
}

/** What a report offers for a document: its command and its link, and what would be sent, to copy. */
export function makeAids(data: PageData, shown: PageDocument): HTMLElement[] {
  return [...makeCommand(shown), ...makeCopies(data, shown)];
}

/** The one command that supplies what the document waits for. */
function makeCommand({ command, anchor }: PageDocument): HTMLElement[] {
  const link = makeCopyButton('Copy link', () => `${location.href.split('#', 1)[0]}#${anchor}`);
  if (command === '') return [make('p', { class: 'copies' }, link)];
  const copy = makeCopyButton('Copy command', () => command);
  return [make('p', { class: 'command' }, make('code', {}, command)), make('p', { class: 'copies' }, copy, link)];
}

function makeCopies(data: PageData, shown: PageDocument): HTMLElement[] {
  if (shown.body === undefined) return [];
  const body = JSON.stringify(shown.body, null, 2);
  const buttons = [makeCopyButton('Copy v2 body', () => body)];
  if (shown.patch)
    buttons.push(makeCopyButton('Copy JSON Patch', () => JSON.stringify(unpackPatch(data, shown), null, 2)));
  const note = body.includes('[redacted]') ? [make('span', { class: 'note' }, secretNote)] : [];
  const preview = make('details', {}, make('summary', {}, 'v2 body'), make('pre', { tabindex: 0 }, toLines(body)));
  return [make('p', { class: 'copies' }, ...buttons, ...note), preview];
}

function toLines(text: string): string {
  return text.split('\n').map(toPrintable).join('\n');
}

function makeSides(rows: readonly AlignedRow[]): HTMLElement {
  const titles = ['', 'v1', 'v2', 'Line'].map((title) =>
    make('th', { scope: 'col', role: 'columnheader' }, title || 'Change'),
  );
  const head = make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, ...titles));
  const body = make('tbody', { role: 'rowgroup' }, ...rows.map(makeSide));
  return make('table', { class: 'sides', role: 'table', 'aria-label': 'v1 beside v2' }, head, body);
}

function makeSide({ mark, v1, v2, why, rule, line, findings }: AlignedRow): HTMLElement {
  const link = rule ? [' ', make('a', { href: `#${nameRuleAnchor(rule)}` }, `rule ${rule}`)] : [];
  const reason = mark === 'kept' ? [] : [make('p', { class: 'why' }, toPrintable(why), ...link)];
  return make(
    'tr',
    { class: mark, role: 'row' },
    make('td', { role: 'cell' }, makeBadge(mark, `${signs[mark]} ${mark}`)),
    make('td', { role: 'cell', 'data-label': 'v1' }, ...makeFields(v1)),
    make(
      'td',
      { role: 'cell', 'data-label': 'v2' },
      ...makeFields(v2),
      ...reason,
      ...(findings.length > 0 ? [makeFindings(findings)] : []),
    ),
    make('td', { role: 'cell', class: 'line', 'data-label': 'Line' }, line > 0 && v1.length > 0 ? String(line) : '–'),
  );
}

function makeFields(fields: readonly Field[]): HTMLElement[] {
  if (fields.length === 0) return [make('span', { class: 'none' }, 'nothing')];
  return fields.map(({ path, value }) =>
    make(
      'div',
      { class: 'field' },
      make('span', { class: 'path' }, toPrintable(path)),
      ...(value === undefined ? [] : [': ', make('code', {}, toPrintable(JSON.stringify(value)))]),
    ),
  );
}

function makeFindings(findings: readonly PlacedFinding[]): HTMLElement {
  return make('ul', { class: 'findings' }, ...findings.map(makeFinding));
}

function makeFinding({ severity, code, rule, message, remedy, line, age, there }: PlacedFinding): HTMLElement {
  const words: (Node | string)[] = [makeBadge(severity), ' ', make('a', { href: `#${nameRuleAnchor(rule)}` }, code)];
  if (age === 1) words.push(' ', makeBadge('new'));
  if (line > 0) words.push(make('span', { class: 'note' }, ` line ${line}`));
  if (there) words.push(make('span', { class: 'note' }, ` ↔ ${there}`));
  const parts = [make('div', {}, ...words), make('div', {}, message)];
  if (remedy) parts.push(make('div', { class: 'remedy' }, `→ ${remedy}`));
  return make('li', { class: severity }, ...parts);
}

function makeComments({ comments }: PageDocument): HTMLElement[] {
  if (comments.length === 0) return [];
  const items = comments.map(([line, text]) => make('li', {}, `line ${line}: `, make('code', {}, `#${text}`)));
  return [make('h3', {}, 'Comments without a place in v2'), make('ul', {}, ...items)];
}
