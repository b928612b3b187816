// The comments of a cluster's block, each with the field that it belongs to.
import type { Comment } from '../../../model/comment.js';
import type { HclComment, HclFile } from '../syntax/tree.js';
import type { OpenedBlock } from './open.js';
import type { BodyParts, ItemPart } from './parts.js';

/** Lists the comments of a block. Those of Terraform's own items, and those that stand alone, belong to the document. */
export function listComments({ cluster: { file }, parts, pointers }: OpenedBlock): Comment[] {
  return [...ofBody(parts, '')].map(({ comments, path, position }) => ({
    path,
    position,
    text: comments.map((comment) => readComment(comment, file)).join('\n'),
    at: file.placeAt(comments[0]?.start ?? 0),
  }));

  function* ofBody(body: BodyParts, base: string): Generator<Group> {
    yield* group(body.opening, base, 'before');
    for (const part of body.parts) {
      if (part.kind === 'lone') yield* group(part.comments, base, 'after');
      else yield* ofItem(part, pathOf(part, base));
    }
  }

  function* ofItem({ before, within, behind, below, body }: ItemPart, path: string): Generator<Group> {
    yield* group([...before, ...within], path, 'before');
    if (body) yield* ofBody(body, path);
    yield* group(behind, path, 'line');
    yield* group(below, path, 'after');
  }

  function pathOf({ item }: ItemPart, base: string): string {
    return pointers.get(item) ?? base;
  }
}

interface Group extends Pick<Comment, 'path' | 'position'> {
  readonly comments: readonly HclComment[];
}

function* group(comments: readonly HclComment[], path: string, position: Comment['position']): Generator<Group> {
  if (comments.length > 0) yield { comments, path, position };
}

/** The text of a comment without its signs. */
function readComment({ start, end, style }: HclComment, { text }: HclFile): string {
  const written = text.slice(start + style.length, end);
  return style === '/*' ? written.replace(/\*\/$/, '') : written;
}
