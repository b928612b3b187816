// What an HTML report carries as data: the report, with everything that repeats from document to document told once.
import type { Change } from '../../../model/change.js';
import type { Finding } from '../../../model/finding.js';
import type { Json } from '../../../model/json.js';
import { toPrintable } from '../../printable.js';
import type { Report, ReportDocument, ReportFinding } from '../../report.js';
import { listSupplyLines } from '../../supply-line.js';
import { listOpen, placeThere } from '../../wording.js';

/** What changes of one kind have in common: everything but values and places. */
export type ChangeType = Pick<Change, 'kind' | 'rule' | 'from' | 'to' | 'why'>;

/** What equal findings have in common: everything but places. */
export interface FindingType extends Pick<Finding, 'code' | 'rule' | 'severity' | 'message' | 'remedy'> {
  readonly from: string;
  readonly to: string;
  /** The decisions that an error or a warning asks for. */
  readonly decisions: readonly string[];
  /** Where the v2 document of a comparison says it. */
  readonly there: string;
}

/** Index of a type, line and column (0 for none), then the values: v1's, and v2's where they are not the same. */
export type PackedChange = readonly [type: number, line: number, column: number, ...values: Json[]];
/** Index of a type, line and column (0 for none), and 1 where an earlier report lacks it, 0 where not, -1 without. */
export type PackedFinding = readonly [type: number, line: number, column: number, age: number];

/** One document on the page. */
export interface PageDocument extends Pick<ReportDocument, 'anchor' | 'label' | 'kind' | 'status'> {
  readonly name: string;
  /** The id, else the digest. */
  readonly id: string;
  readonly target: string;
  readonly region: string;
  readonly request: string;
  /** The command line that supplies what is open; empty where nothing is. */
  readonly command: string;
  readonly changes: readonly PackedChange[];
  readonly findings: readonly PackedFinding[];
  /** Comments without a place in v2: line and text. */
  readonly comments: readonly (readonly [line: number, text: string])[];
  readonly body?: Json;
  /** Indexes of operations; the value of one is what stands at its path in the body. */
  readonly patch?: readonly number[];
}

/** The data of a page. */
export interface PageData {
  readonly changeTypes: readonly ChangeType[];
  readonly findingTypes: readonly FindingType[];
  /** JSON Patch operations without values: the operation's name, a space, the path. */
  readonly operations: readonly string[];
  readonly documents: readonly PageDocument[];
}

/** Packs a report for a page. */
export function packReport(report: Report): PageData {
  const changeTypes = createTable<ChangeType>();
  const findingTypes = createTable<FindingType>();
  const operations = createTable<string>();
  const documents = report.documents.map((document): PageDocument => {
    const {
      name = '',
      digest = '',
      id = digest,
      location = '',
      request,
      target = '',
      kind,
      status,
      strandedComments,
    } = document;
    const preview = document.preview();
    return {
      anchor: document.anchor,
      label: toPrintable(document.label),
      name: toPrintable(name),
      id: toPrintable(id),
      kind,
      target,
      region: toPrintable(location),
      status,
      request: request ? toPrintable(`${request.method} ${request.url}`) : '',
      command: listSupplyLines([document])[0] ?? '',
      changes: document.changes.map((change): PackedChange => {
        const { kind: done, from, to, why, rule, before, after, at } = change;
        const type = changeTypes.add({ kind: done, rule, from, to, why });
        const values = done === 'keep' ? before : [...before, ...after];
        return [type, at?.line ?? 0, at?.column ?? 0, ...values];
      }),
      findings: document.findings.map((finding): PackedFinding => {
        const { at, isNew } = finding;
        const age = isNew === undefined ? -1 : Number(isNew);
        return [findingTypes.add(typeOf(finding)), at?.line ?? 0, at?.column ?? 0, age];
      }),
      comments: strandedComments.map(({ at, text }) => [at.line, toPrintable(text)]),
      ...(preview ? { body: preview.body } : {}),
      ...(preview?.patch ? { patch: preview.patch.map((operation) => operations.add(nameOperation(operation))) } : {}),
    };
  });
  return { changeTypes: changeTypes.rows, findingTypes: findingTypes.rows, operations: operations.rows, documents };
}

function typeOf(finding: ReportFinding): FindingType {
  const { code, severity, rule, message, remedy, from = '', to = '' } = finding;
  const said = { message: toPrintable(message), remedy: toPrintable(remedy) };
  return {
    code,
    rule,
    severity,
    ...said,
    from,
    to,
    decisions: listOpen(finding),
    there: toPrintable(placeThere(finding)),
  };
}

function nameOperation(operation: Json): string {
  const { op, path } = operation as { readonly op: string; readonly path: string };
  return `${op} ${path}`;
}

/** A table in which equal rows stand once. */
function createTable<Row>(): { readonly rows: Row[]; readonly add: (row: Row) => number } {
  const rows: Row[] = [];
  const known = new Map<string, number>();
  const add = (row: Row): number => {
    const key = JSON.stringify(row);
    const index = known.get(key) ?? rows.length;
    if (index === rows.length) {
      known.set(key, index);
      rows.push(row);
    }
    return index;
  };
  return { rows, add };
}
