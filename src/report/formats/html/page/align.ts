// Puts v1 beside v2: one row for each change, findings where they belong, in the order of the v1 text.
import { severities } from '../../../../model/finding.js';
import type { Json } from '../../../../model/json.js';
import { fromPointer, toDotted, valueAt } from '../../../../model/path.js';
import type { FindingType, PackedChange, PageData, PageDocument } from '../page-data.js';

/** What happened to a field, in one word for people. */
export type Mark = 'kept' | 'renamed' | 'converted' | 'dropped' | 'supplied' | 'unknown';

/** A field of one side with its value; the value is absent where it is not to be shown. */
export interface Field {
  readonly path: string;
  readonly value?: Json;
}

/** A finding with its place in the v1 text (line 0 for none); `age` as packed. */
export interface PlacedFinding extends FindingType {
  readonly line: number;
  readonly column: number;
  readonly age: number;
}

/** One row of the side-by-side view. */
export interface AlignedRow {
  readonly mark: Mark;
  readonly v1: readonly Field[];
  readonly v2: readonly Field[];
  readonly why: string;
  /** Id of the rule; empty for none. */
  readonly rule: string;
  readonly line: number;
  readonly findings: readonly PlacedFinding[];
}

/** The rows of a document, and the findings that belong to none of them. */
export interface Alignment {
  readonly rows: readonly AlignedRow[];
  readonly rest: readonly PlacedFinding[];
}

/** The findings of a document, in their order. */
export function listFindings(data: PageData, document: PageDocument): PlacedFinding[] {
  return document.findings.flatMap(([index, line, column, age]) => {
    const type = data.findingTypes[index];
    return type ? [{ ...type, line, column, age }] : [];
  });
}

/** Aligns a document. Every finding stands in exactly one place. */
export function alignDocument(data: PageData, document: PageDocument): Alignment {
  const open = new Set(listFindings(data, document));
  const rows = document.changes.flatMap((change) => alignChange(data, change, open));
  const unknown = [...open].filter(
    (finding) => finding.from !== '' && finding.code.startsWith('document/unknown-field'),
  );
  for (const finding of unknown) {
    open.delete(finding);
    rows.push({ ...nothing, v1: [{ path: toDotted(finding.from) }], line: finding.line, findings: [finding] });
  }
  // What v1 holds comes first, in its order; what v2 has besides follows.
  const order = ({ line, v1 }: AlignedRow) => (v1.length === 0 ? Number.POSITIVE_INFINITY : line);
  const weight = ({ severity }: FindingType) => severities.indexOf(severity);
  return {
    rows: rows.sort((a, b) => compare(order(a), order(b))),
    rest: [...open].sort((a, b) => weight(a) - weight(b)),
  };
}

const nothing = { mark: 'unknown', v2: [], why: 'v1 has no such field; it is not forwarded.', rule: '' } as const;

function alignChange(data: PageData, packed: PackedChange, open: Set<PlacedFinding>): AlignedRow[] {
  const [index, line, _column, ...values] = packed;
  const type = data.changeTypes[index];
  if (!type) return [];
  const { kind, from, to, why, rule } = type;
  const before = values.slice(0, from.length);
  const after = kind === 'keep' ? before : values.slice(from.length);
  const isSame = before.length === after.length && JSON.stringify(before) === JSON.stringify(after);
  const marks = { keep: 'kept', drop: 'dropped', supply: 'supplied', map: isSame ? 'renamed' : 'converted' } as const;
  const findings = [...open].filter(
    (finding) => to.includes(finding.to) || from.some((path) => isAt(path, finding.from)),
  );
  for (const finding of findings) open.delete(finding);
  return [{ mark: marks[kind], v1: pair(from, before), v2: pair(to, after), why, rule, line, findings }];
}

/** Whether a field is the one that a finding is about, or stands in it. */
function isAt(path: string, place: string): boolean {
  return place !== '' && (path === place || path.startsWith(`${place}/`));
}

function pair(pointers: readonly string[], values: readonly Json[]): Field[] {
  return pointers.map((pointer, index) => ({ path: toDotted(pointer), value: values[index] ?? null }));
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** The JSON Patch of a document: its operations, with values from the body. */
export function unpackPatch(data: PageData, document: PageDocument): Json[] {
  return (document.patch ?? []).map((index) => {
    const [op = '', path = ''] = (data.operations[index] ?? '').split(/ (.*)/s);
    return op === 'remove'
      ? { op, path }
      : { op, path, value: (valueAt(document.body, fromPointer(path)) ?? null) as Json };
  });
}
