// The parts of a body in their order: items with the comments that are theirs, and comments that stand alone.

import type { Range } from '../syntax/expressions.js';
import type { Attribute, Block, Body, HclComment } from '../syntax/tree.js';

/** An item of a body with its comments, or comments that belong to no item. */
export type Part = ItemPart | LonePart;

/** An item and the comments that go where it goes. */
export interface ItemPart {
  readonly kind: 'item';
  readonly item: Attribute | Block;
  /** On lines of their own, right above it. */
  readonly before: readonly HclComment[];
  /** Within it; those in the body of a block are of that body. */
  readonly within: readonly HclComment[];
  /** Behind it, on the line where it ends. */
  readonly behind: readonly HclComment[];
  /** On lines of their own, right below it, with a blank line or nothing below them. */
  readonly below: readonly HclComment[];
  /** Whether a blank line stands above it and its comments. */
  readonly isApart: boolean;
  /** The parts of its body, where it is a block. */
  readonly body: BodyParts | undefined;
}

/** Comments on lines of their own, away from items. */
export interface LonePart {
  readonly kind: 'lone';
  readonly comments: readonly HclComment[];
  readonly isApart: boolean;
}

/** What stands between the braces of a block. */
export interface BodyParts {
  /** Behind the opening brace. */
  readonly opening: readonly HclComment[];
  readonly parts: readonly Part[];
}

/** A text with its comments, in their order. */
export interface Commented {
  readonly text: string;
  readonly comments: readonly HclComment[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Takes a body apart. */
export function listParts(body: Body, { text, comments }: Commented): BodyParts {
  const opening: HclComment[] = [];
  const parts: Part[] = [];
  const rows = [...listRows(body, { text, comments }, opening)];
  let end = body.start;
  for (const [index, row] of rows.entries()) {
    const isApart = countBreaks(text, end, row.start) > 1;
    const next = rows[index + 1];
    const last = parts.at(-1);
    if ('item' in row) {
      const above = last?.kind === 'lone' && !isApart ? last : undefined;
      if (above) parts.pop();
      parts.push(openItem(row, { text, comments }, above ?? { comments: [], isApart }));
    } else if (last?.kind === 'item' && !isApart && !(next && countBreaks(text, row.end, next.start) < 2)) {
      parts[parts.length - 1] = { ...last, below: row.comments };
    } else parts.push({ kind: 'lone', comments: row.comments, isApart });
    end = row.end;
  }
  return { opening, parts };
}

/** An item with what stands on its lines, or comments on neighbouring lines of their own. */
type Row = Range &
  (
    | { readonly item: Attribute | Block; readonly behind: HclComment[]; readonly within: HclComment[] }
    | { readonly comments: HclComment[] }
  );

/** The rows of a body; what stands behind its opening brace goes to `opening`. */
function listRows(body: Body, { text, comments }: Commented, opening: HclComment[]): Row[] {
  const rows: Mutable<Row>[] = [];
  const items = [...body.items];
  let item = items.shift();
  for (const comment of comments) {
    if (comment.start < body.start || comment.end > body.end) continue;
    while (item && item.start <= comment.start) {
      rows.push({ item, start: item.start, end: item.end, behind: [], within: [] });
      item = items.shift();
    }
    addComment(rows, comment, { text, opening, start: body.start });
  }
  for (const rest of item ? [item, ...items] : [])
    rows.push({ item: rest, start: rest.start, end: rest.end, behind: [], within: [] });
  return rows;
}

interface Above {
  readonly text: string;
  readonly opening: HclComment[];
  readonly start: number;
}

function addComment(rows: Mutable<Row>[], comment: HclComment, { text, opening, start }: Above): void {
  const last = rows.at(-1);
  const breaks = countBreaks(text, last?.end ?? start, comment.start);
  if (last && 'item' in last && comment.start < last.item.end) return void last.within.push(comment);
  if (!last && breaks === 0) return void opening.push(comment);
  if (last && 'item' in last && breaks === 0) last.behind.push(comment);
  else if (last && 'comments' in last && breaks <= 1) last.comments.push(comment);
  else return void rows.push({ comments: [comment], start: comment.start, end: comment.end });
  last.end = comment.end;
}

function openItem(
  row: Row & { readonly item: Attribute | Block; readonly behind: HclComment[]; readonly within: HclComment[] },
  commented: Commented,
  above: Pick<LonePart, 'comments' | 'isApart'>,
): ItemPart {
  const { item, behind, within } = row;
  const body = item.kind === 'block' ? listParts(item.body, { text: commented.text, comments: within }) : undefined;
  const own =
    item.kind === 'block' ? within.filter(({ start }) => start < item.body.start || start > item.body.end) : within;
  return { kind: 'item', item, before: above.comments, within: own, behind, below: [], isApart: above.isApart, body };
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
