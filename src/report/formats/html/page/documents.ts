// The table of documents: rows are made as they are needed, each opens the view of its document.
import type { PageData, PageDocument } from '../page-data.js';
import { makeAids, makeDetail } from './detail.js';
import { get, make, makeBadge } from './dom.js';
import type { Indexed } from './select.js';

const batch = 100;

/** The table of documents. */
export interface DocumentTable {
  /** Shows these documents, in this order. */
  readonly show: (documents: readonly Indexed[]) => void;
  /** Opens a document where it is. */
  readonly unfold: (anchor: string) => void;
  /** Opens a document and goes there. False where it is not among those shown. */
  readonly open: (anchor: string) => boolean;
}

/** Makes the table of documents work; `makeContent` makes what an open document shows. */
export function createDocumentTable(
  data: PageData,
  makeContent: (shown: PageDocument) => HTMLElement = (shown) => makeDetail(data, shown, makeAids(data, shown)),
): DocumentTable {
  const body = get('rows');
  const end = get('end');
  let shown: readonly Indexed[] = [];
  let made = 0;

  function makeMore(count: number): void {
    const rows = shown.slice(made, made + count).map(({ document }) => makeRow(data, document, makeContent));
    made += rows.length;
    body.append(...rows);
    end.hidden = made >= shown.length;
  }

  new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) makeMore(batch);
    },
    { rootMargin: '800px' },
  ).observe(end);
  get('more').addEventListener('click', () => makeMore(batch));
  body.addEventListener('keydown', moveByArrows);

  /** The button of a document, whose row is made where it is not yet. */
  function find(anchor: string): HTMLElement | undefined {
    const index = shown.findIndex(({ document }) => document.anchor === anchor);
    if (index >= made) makeMore(index - made + 1);
    return index < 0 ? undefined : (document.getElementById(anchor)?.querySelector('button') ?? undefined);
  }

  function unfold(anchor: string): HTMLElement | undefined {
    const button = find(anchor);
    if (button?.getAttribute('aria-expanded') === 'false') button.click();
    return button;
  }

  return {
    show(documents) {
      shown = documents;
      made = 0;
      body.replaceChildren();
      makeMore(batch);
      get('none').hidden = shown.length > 0;
      get('count').textContent = `${shown.length} of ${data.documents.length} documents`;
    },
    unfold,
    open(anchor) {
      const button = unfold(anchor);
      button?.scrollIntoView({ block: 'start' });
      button?.focus({ preventScroll: true });
      return button !== undefined;
    },
  };
}

function makeRow(data: PageData, shown: PageDocument, makeContent: (shown: PageDocument) => HTMLElement): HTMLElement {
  const { anchor, name, label, id, kind, region, status } = shown;
  const button = make('button', { type: 'button', 'aria-expanded': 'false', class: 'open' }, name || label);
  const source = name ? [make('span', { class: 'note' }, label)] : [];
  const row = make(
    'tr',
    { id: anchor, role: 'row', class: status },
    make('td', { role: 'cell' }, button, ...source),
    make('td', { role: 'cell', 'data-label': 'id' }, make('span', { class: 'id' }, id || '–')),
    make('td', { role: 'cell', 'data-label': 'kind' }, ...breakWords(kind)),
    make('td', { role: 'cell', 'data-label': 'region' }, region || '–'),
    make('td', { role: 'cell', 'data-label': 'status' }, makeBadge(status)),
    make('td', { role: 'cell', 'data-label': 'findings' }, ...countFindings(data, shown)),
  );
  row.addEventListener('click', (event) => {
    // Whoever marks text of a row to copy it opens nothing.
    if (event.target !== button && getSelection()?.isCollapsed === false) return;
    toggle(button, row, () => makeContent(shown));
  });
  return row;
}

/** A kind is one long word, which may break where its words begin. */
function breakWords(kind: string): (Node | string)[] {
  return kind.split(/(?<=[a-z])(?=[A-Z])/).flatMap((word, index) => (index > 0 ? [make('wbr'), word] : [word]));
}

function toggle(button: HTMLElement, row: HTMLElement, makeContent: () => HTMLElement): void {
  const isOpen = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!isOpen));
  if (isOpen) {
    row.nextElementSibling?.remove();
    return;
  }
  const cell = make('td', { role: 'cell', colspan: 6 }, makeContent());
  row.after(make('tr', { role: 'row', class: 'opened' }, cell));
}

function countFindings({ findingTypes }: PageData, { findings }: PageDocument): (Node | string)[] {
  const severities = (['error', 'warning', 'info'] as const).map((severity) => {
    const count = findings.filter(([index]) => findingTypes[index]?.severity === severity).length;
    return count > 0
      ? makeBadge(severity, `${count} ${severity}${count > 1 && severity !== 'info' ? 's' : ''}`)
      : undefined;
  });
  const badges = severities.filter((badge) => badge !== undefined);
  if (findings.some(([, , , age]) => age === 1)) badges.push(makeBadge('new'));
  return badges.length > 0 ? badges.flatMap((badge) => [badge, ' ']) : ['none'];
}

/** Arrow keys go from document to document, Escape closes one. */
function moveByArrows(event: KeyboardEvent): void {
  const button = (event.target as HTMLElement).closest('button.open');
  if (event.key === 'Escape') closeAround(event.target as HTMLElement);
  if (!button || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const all = [...document.querySelectorAll<HTMLElement>('button.open')];
  all[all.indexOf(button as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  event.preventDefault();
}

function closeAround(element: HTMLElement): void {
  const row = element.closest('#rows > tr');
  const owner = row?.classList.contains('opened') ? row.previousElementSibling : row;
  const button = owner?.querySelector<HTMLElement>('button.open');
  if (button?.getAttribute('aria-expanded') !== 'true') return;
  button.click();
  button.focus();
}
