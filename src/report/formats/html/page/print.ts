// What is printed: the documents that are shown, each with its findings, without tables that no paper holds.
import type { PageData, PageDocument } from '../page-data.js';
import { listFindings } from './align.js';
import { get, make, makeBadge } from './dom.js';

/** Puts the documents on the paper while it is printed. */
export function printDocuments(data: PageData, documents: readonly PageDocument[]): void {
  const paper = get('print');
  paper.replaceChildren(make('h2', {}, 'Documents'), ...documents.map((document) => makeDocument(data, document)));
  paper.hidden = false;
}

/** Takes them away again. */
export function endPrinting(): void {
  const paper = get('print');
  paper.hidden = true;
  paper.replaceChildren();
}

function makeDocument(data: PageData, shown: PageDocument): HTMLElement {
  const { name, label, status } = shown;
  const items = listFindings(data, shown).map(({ severity, code, message, remedy, line }) =>
    make(
      'li',
      { class: severity },
      makeBadge(severity),
      ` ${code}${line > 0 ? `, line ${line}` : ''}: ${message}${remedy ? ` → ${remedy}` : ''}`,
    ),
  );
  return make(
    'section',
    { class: 'printed' },
    make('h3', {}, name ? `${name} (${label}) ` : `${label} `, makeBadge(status)),
    make('ul', { class: 'findings' }, ...items),
  );
}
