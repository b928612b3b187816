// Shows what came of the documents: what is open for all of them, and each in the view that reports have.
import { makeCopyButton } from '../report/formats/html/page/copy.js';
import { makeDetail } from '../report/formats/html/page/detail.js';
import { createDocumentTable } from '../report/formats/html/page/documents.js';
import { get, make } from '../report/formats/html/page/dom.js';
import { indexDocuments, selectDocuments } from '../report/formats/html/page/select.js';
import type { PageDocument } from '../report/formats/html/page-data.js';
import { isShared, makeControls, type Scope, type Typed } from './decide.js';
import type { Decided, JobDocument, JobResult, OpenDecision } from './job.js';
import { makeSaveButton, writeDecisions, zipFiles } from './save.js';

/** What stands beside a result. */
export interface Shown {
  readonly typed: Typed;
  readonly decided: Decided;
  /** Called when something was decided. */
  readonly changed: () => void;
}

const everything = { text: '', status: '', code: '', decision: '', age: '', column: '', isDescending: false } as const;

/** Shows a result in the place of the one before; what was open stays open. */
export function showResult(result: JobResult, shown: Shown): void {
  const { data, documents } = result;
  const opened = listOpened();
  const place = get('results');
  const template = get<HTMLTemplateElement>('result');
  place.replaceChildren(...(documents.length > 0 ? [template.content.cloneNode(true)] : []));
  showShared(result, shown);
  showSaves(result, shown);
  if (documents.length === 0) return;
  const byAnchor = new Map(data.documents.map(({ anchor }, index) => [anchor, documents[index]]));
  const table = createDocumentTable(data, (document) =>
    makeDetail(data, document, makeOwn({ document, found: byAnchor.get(document.anchor), shown })),
  );
  const all = indexDocuments(data);
  table.show(selectDocuments(all, everything));
  const search = get<HTMLInputElement>('search');
  search.addEventListener('input', () => table.show(selectDocuments(all, { ...everything, text: search.value })));
  // A document alone is looked at at once.
  const [only] = data.documents;
  for (const anchor of documents.length === 1 && only ? [only.anchor] : opened) table.unfold(anchor);
}

function listOpened(): string[] {
  const buttons = [...document.querySelectorAll('#rows button[aria-expanded=true]')];
  return buttons.flatMap((button) => button.closest('tr')?.id ?? []);
}

interface Found {
  readonly document: PageDocument;
  readonly found: JobDocument | undefined;
  readonly shown: Shown;
}

/** What only this page can: take the decisions of a document, and give it as it is, secrets included. */
function makeOwn({ document, found, shown }: Found): HTMLElement[] {
  if (!found) return [];
  const { text, fileName, key } = found;
  const saves =
    text === ''
      ? []
      : [makeCopyButton('Copy v2 document', () => text), makeSaveButton('Save it', fileName, () => text)];
  const controls = key === '' ? [] : makeDecisions(withTyped(found.open, shown.typed.get(key)), key, shown);
  const legend = make('legend', {}, `Decide for ${document.name || document.label}`);
  return [
    ...(saves.length > 0 ? [make('p', { class: 'copies own' }, ...saves)] : []),
    ...(controls.length > 0 ? [make('fieldset', {}, legend, ...controls)] : []),
  ];
}

/** What waits for all documents at once, the most wanted first. */
function showShared({ documents }: JobResult, shown: Shown): void {
  const counts = new Map<string, { readonly decision: OpenDecision; count: number }>();
  for (const decision of documents.flatMap(({ open }) => open).filter(isShared)) {
    const known = counts.get(decision.path) ?? { decision, count: 0 };
    counts.set(decision.path, { ...known, count: known.count + 1 });
  }
  const open = [...counts.values()].sort((a, b) => b.count - a.count).map(({ decision }) => decision);
  const decisions = documents.length > 1 ? withTyped(open, shown.typed.get('')) : [];
  const note = ({ path }: OpenDecision) => describeCount(counts.get(path)?.count ?? 0);
  get('open').hidden = decisions.length === 0;
  get('shared').replaceChildren(...makeDecisions(decisions, '', { ...shown, note }));
}

function describeCount(count: number): string {
  if (count === 0) return 'decided';
  return count === 1 ? '1 document waits' : `${count} documents wait`;
}

/** What was decided stays where it can be changed, although nothing is open any more. */
function withTyped(open: readonly OpenDecision[], typed: ReturnType<Typed['get']>): OpenDecision[] {
  const decided = [...(typed?.values() ?? [])].map(({ decision }) => decision);
  return [...decided, ...open.filter(({ path }) => !decided.some((one) => one.path === path))];
}

function makeDecisions(
  decisions: readonly OpenDecision[],
  scope: Scope,
  { typed, changed, note = () => '' }: Shown & { readonly note?: (decision: OpenDecision) => string },
): HTMLElement[] {
  return makeControls(decisions, {
    note,
    typedAt: (path) => typed.get(scope)?.get(path)?.text ?? '',
    changed: (decision, text) => {
      const own = typed.get(scope) ?? new Map();
      typed.set(scope, own);
      if (text === '') own.delete(decision.path);
      else own.set(decision.path, { decision, text });
      changed();
    },
  });
}

/** What can be taken away: all v2 files as an archive, and what was decided. */
function showSaves({ outputs }: JobResult, { decided, typed }: Shown): void {
  const hasDecided = [...typed.values()].some(({ size }) => size > 0);
  get('saves').replaceChildren(
    ...(outputs.length > 1
      ? [makeSaveButton(`Save ${outputs.length} v2 files (zip)`, 'v2.zip', () => zipFiles(outputs))]
      : []),
    ...(hasDecided ? [makeSaveButton('Save decisions', 'decisions.json', () => writeDecisions(decided))] : []),
  );
}
