// Starts the page: reads its data, and lets people search, filter, sort, open documents, copy, print and follow links.
import type { PageData } from '../page-data.js';
import { copyOnClick } from './copy.js';
import { createDocumentTable } from './documents.js';
import { get } from './dom.js';
import { endPrinting, printDocuments } from './print.js';
import { type Column, type Indexed, indexDocuments, type Selection, selectDocuments } from './select.js';
import { readState, writeState } from './state.js';

const data: PageData = JSON.parse(get('data').textContent ?? '{}');
const all = indexDocuments(data);
const table = createDocumentTable(data);
const search = get<HTMLInputElement>('search');
const controls = {
  status: get<HTMLSelectElement>('status'),
  code: get<HTMLSelectElement>('code'),
  decision: get<HTMLSelectElement>('decision'),
  age: document.getElementById('age') as HTMLSelectElement | null,
};
const filters = Object.entries(controls) as [keyof typeof controls, HTMLSelectElement | null][];
let sorting: Pick<Selection, 'column' | 'isDescending'> = { column: '', isDescending: false };
let shown: readonly Indexed[] = all;

start();

function start(): void {
  get('documents').hidden = false;
  for (const control of [search, ...Object.values(controls)]) control?.addEventListener('input', update);
  for (const head of document.querySelectorAll<HTMLElement>('th[data-column]')) {
    head.querySelector('button')?.addEventListener('click', () => sortBy(head));
  }
  for (const [name] of filters) {
    for (const button of document.querySelectorAll<HTMLElement>(`button[data-${name}]`)) {
      button.addEventListener('click', () => filterBy(name, button.dataset[name] ?? ''));
    }
  }
  for (const button of document.querySelectorAll<HTMLElement>('button[data-copy]')) {
    button.hidden = false;
    copyOnClick(button, () => button.dataset['copy'] ?? '');
  }
  get('reset').addEventListener('click', reset);
  addEventListener('hashchange', followLink);
  addEventListener('beforeprint', () =>
    printDocuments(
      data,
      shown.map((one) => one.document),
    ),
  );
  addEventListener('afterprint', endPrinting);
  restore(readState(location.hash));
  show();
  followLink();
}

/** What people chose. */
function readSelection(): Selection {
  const { status, code, decision, age } = controls;
  return {
    text: search.value,
    status: status.value,
    code: code.value,
    decision: decision.value,
    age: age?.value ?? '',
    ...sorting,
  };
}

function restore(selection: Selection | undefined): void {
  if (!selection) return;
  search.value = selection.text;
  for (const [name, control] of filters) if (control) control.value = selection[name];
  sorting = { column: selection.column, isDescending: selection.isDescending };
  markSorted();
}

function update(): void {
  history.replaceState(null, '', writeState(readSelection()) || '#');
  show();
}

function show(): void {
  shown = selectDocuments(all, readSelection());
  table.show(shown);
}

function sortBy(head: HTMLElement): void {
  const column = head.dataset['column'] as Column;
  sorting = { column, isDescending: sorting.column === column && !sorting.isDescending };
  markSorted();
  update();
}

function markSorted(): void {
  for (const head of document.querySelectorAll<HTMLElement>('th[data-column]')) {
    if (head.dataset['column'] !== sorting.column) head.removeAttribute('aria-sort');
    else head.setAttribute('aria-sort', sorting.isDescending ? 'descending' : 'ascending');
  }
}

/** From a card to the documents that it counts; what was chosen before would hide some of them. */
function filterBy(name: keyof typeof controls, value: string): void {
  clear();
  const control = controls[name];
  if (control) control.value = value;
  update();
  get('documents').scrollIntoView();
  search.focus({ preventScroll: true });
}

function clear(): void {
  for (const control of [search, ...Object.values(controls)]) if (control) control.value = '';
}

function reset(): void {
  clear();
  update();
}

/** A link to a document shows it, whatever the filters say; one to a rule unfolds it; another is a selection. */
function followLink(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const selection = readState(location.hash);
  if (selection) {
    restore(selection);
    show();
  }
  if (id.startsWith('doc-') && !table.open(id)) {
    clear();
    show();
    table.open(id);
  }
  const target = document.getElementById(id);
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.scrollIntoView();
  }
}
