// The changes of one document as text: v1 on the left, v2 on the right, where and why.
import type { Change, ChangeKind } from '../../../model/change.js';
import type { Json } from '../../../model/json.js';
import { toDotted } from '../../../model/path.js';
import { formatPlace } from '../../../model/place.js';
import { printValue, toPrintable } from '../../printable.js';
import type { ReportDocument } from '../../report.js';
import { alignColumns, wrapText } from './columns.js';
import type { Palette, TextStyle } from './style.js';

const marks: Readonly<Record<ChangeKind, { readonly sign: string; readonly paint: keyof Palette }>> = {
  keep: { sign: '=', paint: 'dim' },
  map: { sign: '~', paint: 'cyan' },
  drop: { sign: '-', paint: 'red' },
  supply: { sign: '+', paint: 'green' },
};
const valueLimit = 60;
/** What reasons are set in by, the indentation of a document included. */
const reasonIndent = 8;

/** The lines that show the changes of a document, without indentation. */
export function formatChanges({ changes, source }: ReportDocument, style: TextStyle): string[] {
  const rows = changes.map((change) => [
    formatSide(change.from, change.before),
    formatSide(change.to, change.after),
    change.at ? toPrintable(formatPlace(source, change.at)) : '',
  ]);
  const aligned = alignColumns(rows, style.measure);
  return changes.flatMap((change, index) => formatChange(change, aligned[index] ?? [], style));
}

function formatChange(change: Change, cells: readonly string[], style: TextStyle): string[] {
  const { palette, width, measure } = style;
  const [left = '', right = '', place = ''] = cells;
  const { sign, paint } = marks[change.kind];
  const line = `${palette[paint](sign)} ${left} → ${right}  ${palette.dim(place)}`.trimEnd();
  // A value that stays where it is needs no reason.
  if (change.kind === 'keep') return [line];
  const reasons = wrapText(toPrintable(change.why), width - reasonIndent, measure);
  return [line, ...reasons.map((reason) => palette.dim(`    ${reason}`))];
}

function formatSide(pointers: readonly string[], values: readonly Json[]): string {
  if (pointers.length === 0) return '(nothing)';
  return pointers.map((pointer, index) => formatField(pointer, values[index])).join(', ');
}

function formatField(pointer: string, value: Json | undefined): string {
  const path = toPrintable(toDotted(pointer)) || '(document)';
  return value === undefined ? path : `${path}: ${printValue(value, valueLimit)}`;
}
