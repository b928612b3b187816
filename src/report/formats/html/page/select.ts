// Which documents to show, and in which order.
import { toDotted } from '../../../../model/path.js';
import { statuses } from '../../../../model/translation.js';
import type { PageData, PageDocument } from '../page-data.js';

/** A column of the table of documents. */
export type Column = 'name' | 'id' | 'kind' | 'region' | 'status' | 'findings';

/** What to show. */
export interface Selection {
  readonly text: string;
  /** A status; empty for all. */
  readonly status: string;
  /** A finding's code; empty for all. */
  readonly code: string;
  /** A decision that it waits for; empty for all. */
  readonly decision: string;
  /** `new` for documents with findings that an earlier report lacks; empty for all. */
  readonly age: string;
  readonly column: Column | '';
  readonly isDescending: boolean;
}

/** A document ready to be searched. */
export interface Indexed {
  readonly document: PageDocument;
  /** Everything that search looks at, in lower case. */
  readonly text: string;
  readonly codes: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
  readonly isNew: boolean;
  /** Errors weigh most, then warnings, then infos. */
  readonly weight: number;
}

const weights = { error: 1_000_000, warning: 1_000, info: 1 } as const;

/** Makes documents ready to be searched. */
export function indexDocuments({ documents, findingTypes }: PageData): Indexed[] {
  return documents.map((document) => {
    const { label, name, id, kind, target, region, status, findings } = document;
    const types = findings.flatMap(([index]) => findingTypes[index] ?? []);
    const codes = new Set(types.map(({ code }) => code));
    const decisions = new Set(types.flatMap((type) => type.decisions));
    const said = types.flatMap(({ message, remedy, from, to }) => [message, remedy, toDotted(from), toDotted(to)]);
    const text = [label, name, id, kind, target, region, status, ...codes, ...said].join('\n').toLowerCase();
    const weight = types.reduce((sum, { severity }) => sum + weights[severity], 0);
    return { document, text, codes, decisions, isNew: findings.some(([, , , age]) => age === 1), weight };
  });
}

/** The documents to show, in order. Every word of the search must occur. */
export function selectDocuments(all: readonly Indexed[], selection: Selection): Indexed[] {
  const words = selection.text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = all.filter(
    ({ document, text, codes, decisions, isNew }) =>
      (selection.status === '' || document.status === selection.status) &&
      (selection.code === '' || codes.has(selection.code)) &&
      (selection.decision === '' || decisions.has(selection.decision)) &&
      (selection.age === '' || isNew) &&
      words.every((word) => text.includes(word)),
  );
  const { column } = selection;
  // Whoever looks first looks for what needs someone.
  if (column === '') return shown.sort((a, b) => compareBy('status', a, b) || b.weight - a.weight);
  const sign = selection.isDescending ? -1 : 1;
  return shown.sort((a, b) => sign * compareBy(column, a, b));
}

function compareBy(column: Column, a: Indexed, b: Indexed): number {
  if (column === 'findings') return a.weight - b.weight;
  if (column === 'status') return statuses.indexOf(a.document.status) - statuses.indexOf(b.document.status);
  const [left, right] = [a.document[column] || a.document.label, b.document[column] || b.document.label];
  return left === right ? 0 : collator.compare(left, right);
}

const collator = new Intl.Collator('en', { numeric: true });
