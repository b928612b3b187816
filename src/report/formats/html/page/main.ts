// Starts the page: reads its data, and lets people search, filter, sort, open documents, print and follow links.
import type { PageData } from '../page-data.js';
import { createDocumentTable } from './documents.js';
import { get } from './dom.js';
import { type Column, indexDocuments, type Selection, selectDocuments } from './select.js';

const data: PageData = JSON.parse(get('data').textContent ?? '{}');
const all = indexDocuments(data);
const table = createDocumentTable(data);
const search = get<HTMLInputElement>('search');
const status = get<HTMLSelectElement>('status');
const code = get<HTMLSelectElement>('code');
const age = document.getElementById('age') as HTMLSelectElement | null;
let sorting: Pick<Selection, 'column' | 'isDescending'> = { column: '', isDescending: false };

start();

function start(): void {
  get('documents').hidden = false;
  for (const control of [search, status, code, age]) control?.addEventListener('input', update);
  for (const head of document.querySelectorAll<HTMLElement>('th[data-column]')) {
    head.querySelector('button')?.addEventListener('click', () => sortBy(head));
  }
  for (const button of document.querySelectorAll<HTMLElement>('button[data-code], button[data-status]')) {
    button.addEventListener('click', () => filterBy(button));
  }
  get('reset').addEventListener('click', reset);
  addEventListener('hashchange', followLink);
  addEventListener('beforeprint', () => table.showAll());
  update();
  followLink();
}

function update(): void {
  const selection = { text: search.value, status: status.value, code: code.value, age: age?.value ?? '', ...sorting };
  table.show(selectDocuments(all, selection));
}

function sortBy(head: HTMLElement): void {
  const column = head.dataset['column'] as Column;
  sorting = { column, isDescending: sorting.column === column && !sorting.isDescending };
  for (const other of document.querySelectorAll('th[data-column]')) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', sorting.isDescending ? 'descending' : 'ascending');
  update();
}

function filterBy({ dataset }: HTMLElement): void {
  if (dataset['code'] !== undefined) code.value = dataset['code'];
  if (dataset['status'] !== undefined) status.value = dataset['status'];
  update();
  get('documents').scrollIntoView();
  search.focus({ preventScroll: true });
}

function reset(): void {
  for (const control of [search, status, code, age]) if (control) control.value = '';
  update();
}

/** A link to a document shows it, whatever the filters say; one to a rule unfolds it. */
function followLink(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id.startsWith('doc-') && !table.open(id)) {
    reset();
    table.open(id);
  }
  const target = document.getElementById(id);
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.scrollIntoView();
  }
}
