// The changes of one document as text: v1 on the left, v2 on the right, where and why.
import type { Change, ChangeKind } from '../../../model/change.js';
import type { Json } from '../../../model/json.js';
import { formatPlace } from '../../../model/place.js';
import { toPrintable } from '../../printable.js';
import type { ReportDocument } from '../../report.js';
import { describeSide } from '../../wording.js';
import { alignColumns, wrapText } from './columns.js';
import type { Palette, TextStyle } from './style.js';

const marks: Readonly<Record<ChangeKind, { readonly sign: string; readonly paint: keyof Palette }>> = {
  keep: { sign: '=', paint: 'dim' },
  map: { sign: '~', paint: 'cyan' },
  drop: { sign: '-', paint: 'red' },
  supply: { sign: '+', paint: 'green' },
};
/** What reasons are set in by, the indentation of a document included. */
const reasonIndent = 8;
/** What all lines of a document are set in by. */
const documentIndent = 4;
/** The sign before the cells of a change, and what stands between them. */
const betweenCells = '~ '.length + ' → '.length + '  '.length;

/** The lines that show the changes of a document, without indentation: in columns, where the terminal is wide enough. */
export function formatChanges({ changes, source }: ReportDocument, style: TextStyle): string[] {
  const rows = changes.map((change) => [
    formatSide(change.from, change.before),
    formatSide(change.to, change.after),
    change.at ? toPrintable(formatPlace(source, change.at)) : '',
  ]);
  const aligned = alignColumns(rows, style.measure);
  const isWide = aligned.every((cells) => style.measure(cells.join('')) + betweenCells + documentIndent <= style.width);
  return changes.flatMap((change, index) => [
    ...(isWide ? [layInColumns(change, aligned[index] ?? [], style)] : layUnder(change, rows[index] ?? [], style)),
    ...formatReason(change, style),
  ]);
}

function layInColumns({ kind }: Change, [left, right, place = '']: readonly string[], { palette }: TextStyle): string {
  const { sign, paint } = marks[kind];
  return `${palette[paint](sign)} ${left} → ${right}  ${palette.dim(place)}`.trimEnd();
}

/** On one line where it fits, else the right side under the left. The file stands above the changes. */
function layUnder({ kind, at }: Change, [left = '', right = '']: readonly string[], style: TextStyle): string[] {
  const { palette, width, measure } = style;
  const { sign, paint } = marks[kind];
  const place = at ? `${at.line}:${at.column}` : '';
  const room = width - documentIndent;
  const line = `${left} → ${right}`;
  const mark = palette[paint](sign);
  if (measure(`${sign} ${line}  ${place}`) <= room) return [`${mark} ${line}  ${palette.dim(place)}`.trimEnd()];
  const [first = '', ...more] = wrapText(left, room - 2, measure);
  const below = wrapText(`→ ${right}  ${place}`.trimEnd(), room - 2, measure);
  return [`${mark} ${first}`, ...[...more, ...below].map((rest) => `  ${rest}`)];
}

/** A value that stays where it is needs no reason. */
function formatReason({ kind, why }: Change, { palette, width, measure }: TextStyle): string[] {
  if (kind === 'keep') return [];
  const reasons = wrapText(toPrintable(why), width - reasonIndent, measure);
  return reasons.map((reason) => palette.dim(`    ${reason}`));
}

function formatSide(pointers: readonly string[], values: readonly Json[]): string {
  return describeSide(pointers, values).join(', ') || '(nothing)';
}
