// Where each comment of the v1 text goes: it follows its field to the place a change put it, or is stranded.
import type { Change } from '../model/change.js';
import type { Comment } from '../model/comment.js';
import { redacted } from '../model/json.js';
import type { Needles } from '../model/needles.js';
import { isAmongCredentials } from '../model/secret.js';
import type { PlacedComment } from '../model/translation.js';

/** What decides where comments go. */
export interface Placement {
  readonly changes: readonly Change[];
  /** JSON Pointer of the document in its text: `/items/3` for a list item. */
  readonly base: string;
  /** Whether the document is a stored request, whose comments follow their fields into the request of v2. */
  readonly isRequest: boolean;
  /** Texts that no report may show, such as the password of the document; asked for only where a comment is stranded. */
  readonly secrets: () => Needles;
}

/** Places comments; a stranded one has no `to`, and says `[redacted]` where its text or its field is a secret. */
export function placeComments(comments: readonly Comment[], placement: Placement): PlacedComment[] {
  const { changes, isRequest } = placement;
  const moves = { isRequest, moved: changes.filter((change) => change.to.length > 0) };
  return comments.map((comment) => {
    const to = findPlace(comment.path.slice(placement.base.length), moves);
    if (to !== undefined) return { ...comment, to };
    return isSecret(comment, placement) ? { ...comment, text: ` ${redacted}` } : comment;
  });
}

/** The changes that lead to a place, told once for all comments. */
interface Moves extends Pick<Placement, 'isRequest'> {
  readonly moved: readonly Change[];
}

function findPlace(path: string, { isRequest, moved }: Moves): string | undefined {
  if (!isRequest) return findInDocument(path, moved);
  const own = requestPlaces[path];
  if (own !== undefined) return own;
  const to = findInDocument(path === '/body/properties' ? '/properties' : path, moved);
  return to === undefined ? undefined : `/body${to}`;
}

/** Where the parts of a stored request are in that of v2. */
const requestPlaces: Readonly<Record<string, string>> = {
  '': '',
  '/method': '/method',
  '/url': '/url',
  '/path': '/url',
  '/body': '/body',
};

function findInDocument(path: string, moved: readonly Change[]): string | undefined {
  if (path === '' || path === '/properties') return path;
  const own = moved.find((change) => change.from.includes(path));
  if (own) return own.to[0];
  const below = moved.filter((change) => change.from.some((from) => from.startsWith(`${path}/`)));
  return below.length > 0 ? commonContainer(below.flatMap((change) => change.to)) : undefined;
}

/** The deepest pointer above all of the given ones; the pointer itself where there is one only. */
function commonContainer(pointers: readonly string[]): string | undefined {
  const [first = '', ...others] = pointers.map((pointer) => pointer.split('/'));
  if (first === '') return undefined;
  if (others.length === 0) return first.join('/');
  const shared = first.findIndex((key, depth) => others.some((other) => other[depth] !== key));
  const container = first.slice(0, shared === -1 ? undefined : shared).join('/');
  return container === '' || container === '/properties' ? pointers[0] : container;
}

function isSecret(comment: Comment, { changes, base, secrets }: Placement): boolean {
  const path = comment.path.slice(base.length);
  if (isAmongCredentials(path)) return true;
  const hidden = changes.some(
    (change) =>
      change.before.includes(redacted) && change.from.some((from) => from === path || from.startsWith(`${path}/`)),
  );
  return hidden || secrets().areIn(comment.text);
}
