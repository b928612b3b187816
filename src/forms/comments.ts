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
  const index = indexChanges(placement.changes);
  return comments.map((comment) => {
    const path = comment.path.slice(placement.base.length);
    const to = findPlace(path, index, placement);
    if (to !== undefined) return { ...comment, to };
    const isSecret = isAmongCredentials(path) || index.hidden.has(path) || placement.secrets().areIn(comment.text);
    return isSecret ? { ...comment, text: ` ${redacted}` } : comment;
  });
}

/** What became of the fields of a document; there may be as many comments as fields. */
interface Index {
  /** Where a change put a field. */
  readonly moved: ReadonlyMap<string, string | undefined>;
  /** Where changes put what stands below a container. */
  readonly below: ReadonlyMap<string, readonly string[]>;
  /** The deepest container of those, as far as it was asked for. */
  readonly containers: Map<string, string | undefined>;
  /** The fields whose values are not shown, and all that such a field stands in. */
  readonly hidden: ReadonlySet<string>;
}

function indexChanges(changes: readonly Change[]): Index {
  const moved = new Map<string, string | undefined>();
  const below = new Map<string, string[]>();
  const hidden = new Set<string>();
  for (const { from, to, before } of changes) {
    for (const pointer of from) {
      if (to.length > 0 && !moved.has(pointer)) moved.set(pointer, to[0]);
      const above = listAbove(pointer);
      if (before.includes(redacted)) for (const container of [pointer, ...above]) hidden.add(container);
      for (const container of to.length > 0 ? above : []) {
        const known = below.get(container);
        if (known) known.push(...to);
        else below.set(container, [...to]);
      }
    }
  }
  return { moved, below, containers: new Map(), hidden };
}

function listAbove(pointer: string): string[] {
  const above: string[] = [];
  for (let at = pointer.lastIndexOf('/'); at > 0; at = pointer.lastIndexOf('/', at - 1))
    above.push(pointer.slice(0, at));
  return above;
}

function findPlace(path: string, index: Index, { isRequest }: Placement): string | undefined {
  if (!isRequest) return findInDocument(path, index);
  const own = requestPlaces.get(path);
  if (own !== undefined) return own;
  const to = findInDocument(path === '/body/properties' ? '/properties' : path, index);
  return to === undefined ? undefined : `/body${to}`;
}

/** Where the parts of a stored request are in that of v2. */
const requestPlaces: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['/method', '/method'],
  ['/url', '/url'],
  ['/path', '/url'],
  ['/body', '/body'],
]);

function findInDocument(path: string, { moved, below, containers }: Index): string | undefined {
  if (path === '' || path === '/properties') return path;
  if (moved.has(path)) return moved.get(path);
  if (containers.has(path)) return containers.get(path);
  const held = below.get(path);
  const container = held && commonContainer(held);
  containers.set(path, container);
  return container;
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
