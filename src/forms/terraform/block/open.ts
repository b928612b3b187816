// The block of a v1 cluster, taken apart once: which of its items are fields of the document, and which are Terraform's.
import { toApiName } from '../fields.js';
import type { ClusterBlock } from '../module/module.js';
import { sliceRanges } from '../syntax/ranges.js';
import type { Attribute, Block, Body } from '../syntax/tree.js';
import { type BodyParts, listParts } from './parts.js';

/** The block of a cluster with what its items are. */
export interface OpenedBlock {
  readonly cluster: ClusterBlock;
  readonly parts: BodyParts;
  /** JSON Pointers of the items that are fields of the v1 document, or containers of them. */
  readonly pointers: ReadonlyMap<Attribute | Block, string>;
  /** What is wrong with its form. */
  readonly faults: readonly Fault[];
}

/** Why a block cannot be read as a document; the names of messages. */
export interface Fault {
  readonly id: 'dynamic' | 'repeated' | 'as-attribute' | 'not-a-name';
  readonly name: string;
  readonly item: Attribute | Block;
}

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

/** The blocks of v1's resource that hold fields; all but the first are of objects, of which there is one. */
const containers: ReadonlySet<string> = new Set([
  'connections',
  'connection_pooler',
  'maintenance_window',
  'credentials',
  'from_backup',
]);
const metaArguments: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on']);
const metaBlocks: ReadonlySet<string> = new Set(['lifecycle', 'timeouts', 'provisioner', 'connection', 'dynamic']);
/** What v1's resource takes and v2's does not, without a word in the API. */
const goneArgument = 'allow_replace';

/** Whether an item of a resource is Terraform's own and stays in v2. */
export function isMeta(item: Attribute | Block): boolean {
  return item.kind === 'block' ? metaBlocks.has(item.type) : metaArguments.has(item.name);
}

/** Whether an item has no place in v2, and says nothing of the cluster. */
export function isGone(item: Attribute | Block): boolean {
  return item.kind === 'attribute' && item.name === goneArgument;
}

/** Takes the block of a cluster apart. */
export function openBlock(cluster: ClusterBlock): OpenedBlock {
  const { file, block } = cluster;
  const comments = sliceRanges(file.comments, block.body);
  // What stands between the words of its first line goes behind them.
  const head = sliceRanges(file.comments, { start: block.start, end: block.open });
  const parts = listParts(block.body, { text: file.text, comments });
  const pointers = new Map<Attribute | Block, string>();
  addPointers(block.body, '/properties', pointers);
  return {
    cluster,
    parts: { ...parts, opening: [...head, ...parts.opening] },
    pointers,
    faults: [...judgeName(cluster), ...findFaults(block.body)],
  };
}

function addPointers(body: Body, base: string, pointers: Map<Attribute | Block, string>): void {
  let connections = 0;
  for (const item of body.items) {
    if (isMeta(item) && base === '/properties') continue;
    const name = toApiName(item.kind === 'block' ? item.type : item.name);
    const isListed = item.kind === 'block' && item.type === 'connections';
    const pointer = `${base}/${name}${isListed ? `/${connections}` : ''}`;
    if (isListed) connections += 1;
    pointers.set(item, pointer);
    if (item.kind === 'block') addPointers(item.body, pointer, pointers);
  }
}

/** Terraform takes no other names, and no address could be written of one. */
function judgeName({ name, block }: ClusterBlock): Fault[] {
  return identifier.test(name) ? [] : [{ id: 'not-a-name', name, item: block }];
}

function findFaults(body: Body): Fault[] {
  const seen = new Set<string>();
  return body.items.flatMap((item): Fault[] => {
    if (item.kind === 'attribute')
      return containers.has(item.name) ? [{ id: 'as-attribute', name: item.name, item }] : [];
    if (item.type === 'dynamic') return [{ id: 'dynamic', name: item.labels[0]?.text ?? '', item }];
    const isRepeated = seen.has(item.type) && item.type !== 'connections' && containers.has(item.type);
    seen.add(item.type);
    return isRepeated ? [{ id: 'repeated', name: item.type, item }] : [];
  });
}
