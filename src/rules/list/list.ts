// What surrounds the items of a list. It becomes that of a v2 list where the items become answers of v2.
import { matchOperation, writeV2Path } from '../../model/operation.js';
import { hostOf, keepOr } from '../answers.js';
import { type Context, listRule } from '../define.js';

const evidence = 'v1 and v2 SDK models of lists.';

function nameList({ target }: Context): 'clusters' | 'backups' | 'versions' {
  if (target === 'PostgresVersionReadList') return 'versions';
  return target === 'BackupReadList' ? 'backups' : 'clusters';
}

function writeUrl(path: string, location: string | undefined, context: Context): string {
  return `${hostOf(location, context) ?? ''}${context.basePath ?? ''}${path}`;
}

/** A link of v1 names a page of a host that is gone; the same page of the v2 host takes its place. */
function moveLink(link: string | undefined, location: string | undefined, context: Context): string | undefined {
  const matched = link ? matchOperation(context.facts.operations, 'GET', link) : undefined;
  const path = matched ? writeV2Path(matched) : undefined;
  return path === undefined ? undefined : writeUrl(path, location, context);
}

const link = {
  kind: 'map',
  summary: 'links is called _links in v2, and names pages of the v2 host.',
  evidence,
  url: true,
  looks: ['location'],
  map: () => ({}),
} as const;

/** `type` stays. */
export const listType = listRule({
  id: 'listRead/type',
  kind: 'map',
  summary: 'The type of the list stays.',
  evidence,
  ...keepOr('type', () => 'collection'),
});

/** `id` stays; v2 asks for one. */
export const listId = listRule({
  id: 'listRead/id',
  kind: 'map',
  summary: 'The id of the list stays; it is not always a UUID.',
  evidence,
  ...keepOr('id', nameList),
});

/** The region that all items share. */
export const listRegion = listRule({
  id: 'listRead/region',
  kind: 'supply',
  summary: 'A v2 host answers for one region: where all items are of one, the list is of its host.',
  evidence: 'v2 SDK (one host for each region).',
  to: ['location'],
});

/** `href` of the list on the v2 host. */
export const listHref = listRule({
  id: 'listRead/href',
  kind: 'supply',
  summary: 'href is composed for the v2 host; where items are on several hosts, it names none.',
  evidence: 'v2 SDK (href is required).',
  from: ['href'],
  to: ['href'],
  url: true,
  looks: ['location'],
  // That of v1 names a host that is gone.
  map: () => ({}),
  derive: ([location], context) => writeUrl(`/${nameList(context)}`, location, context),
});

/** `offset` stays. */
export const listOffset = listRule({
  id: 'listRead/offset',
  kind: 'map',
  summary: 'The offset stays; 0 is the default.',
  evidence,
  ...keepOr('offset', () => 0),
});

/** `limit` stays. */
export const listLimit = listRule({
  id: 'listRead/limit',
  kind: 'map',
  summary: 'The limit stays; 100 is the default.',
  evidence,
  ...keepOr('limit', () => 100),
});

/** `links.prev` → `_links.prev`. */
export const listPrev = listRule({
  ...link,
  id: 'listRead/prev',
  from: ['links.prev', '_links.prev', 'links.previous', '_links.previous'],
  to: ['_links.prev'],
  derive: ([location], context, links) => moveLink(links.find(Boolean), location, context),
});

/** `links.self` → `_links.self`. */
export const listSelf = listRule({
  ...link,
  id: 'listRead/self',
  from: ['links.self', '_links.self'],
  to: ['_links.self'],
  derive: ([location], context, links) =>
    moveLink(links.find(Boolean), location, context) ?? writeUrl(`/${nameList(context)}`, location, context),
});

/** `links.next` → `_links.next`. */
export const listNext = listRule({
  ...link,
  id: 'listRead/next',
  from: ['links.next', '_links.next'],
  to: ['_links.next'],
  derive: ([location], context, links) => moveLink(links.find(Boolean), location, context),
});
