// Terraform's own items of a resource, which stay: but for names of arguments that are called differently in v2, and what
// v2's resource does not take.
import type { ItemPart } from '../../block/parts.js';
import { findArgument, literalBoolean } from '../../module/blocks.js';
import { readIgnoredChanges } from '../../module/lifecycle.js';
import type { Placed } from '../../module/module.js';
import type { Block, HclFile } from '../../syntax/tree.js';
import { applyEdits, type Edit } from '../edits.js';

/** Names of arguments of v1, and what they are called in v2; undefined for what v2 has not. */
export type ArgumentNames = (name: string) => string | undefined;

const guard = 'prevent_destroy = true # until the first apply has adopted the cluster; a plan that replaces it fails';

/** What the items of a block are written with. */
export interface MetaSettings {
  /** The resource. */
  readonly placed: Placed;
  readonly names: ArgumentNames;
  /** References to other clusters, as v2 has them. */
  readonly edits: readonly Edit[];
}

/** The text of an item that stays; undefined for one that goes. */
export function writeMeta({ item }: ItemPart, { placed, names, edits }: MetaSettings): string | undefined {
  const own = item.kind === 'block' ? listChanges(item, placed, names) : [];
  const text = applyEdits(placed.file, [...edits, ...own], item).replaceAll('\r\n', '\n');
  return item.kind === 'block' && item.type === 'timeouts' && /\{\s*\}$/.test(text) ? undefined : text;
}

/** The block that keeps a cluster from being destroyed, where v1 has none. */
export const lifecycle = `lifecycle {\n${guard}\n}`;

function listChanges(block: Block, placed: Placed, names: ArgumentNames): Edit[] {
  const { file } = placed;
  if (block.type === 'timeouts') return dropRead(block, file);
  return block.type === 'lifecycle' ? [...guardLifecycle(block, file), ...renameIgnored(placed, names)] : [];
}

/** v2 reads without a limit of its own. */
function dropRead({ body }: Block, file: HclFile): Edit[] {
  const read = findArgument(body, 'read');
  if (!read) return [];
  const line = /^[ \t]*\r?\n[ \t]*/.exec(file.text.slice(read.end))?.[0] ?? '';
  return [{ file, start: read.start, end: read.end + line.length, text: '' }];
}

function guardLifecycle({ body, open, close }: Block, file: HclFile): Edit[] {
  const own = findArgument(body, 'prevent_destroy');
  if (own)
    return literalBoolean(own) === true ? [] : [{ file, start: own.value.start, end: own.value.end, text: 'true' }];
  const inner = file.text.slice(open + 1, close);
  const end = open + 1 + inner.trimEnd().length;
  // A block on one line has to be opened first.
  const opening = inner.includes('\n') ? [] : [{ file, start: open + 1, end: open + 1, text: '\n' }];
  return [...opening, { file, start: end, end: close, text: `\n${guard}\n` }];
}

function renameIgnored({ file, block }: Placed, names: ArgumentNames): Edit[] {
  const ignored = readIgnoredChanges(block);
  const value = ignored?.argument.value;
  if (value?.kind !== 'tuple') return [];
  return value.items.flatMap((item, index): Edit[] => {
    const name = names(ignored?.names[index] ?? '');
    if (name !== undefined) return [{ file, start: item.start, end: item.end, text: name }];
    const comma = /^\s*,[ \t]*/.exec(file.text.slice(item.end, value.end));
    if (comma) return [{ file, start: item.start, end: item.end + comma[0].length, text: '' }];
    const before = value.items[index - 1];
    const isPlain = before && /^[\s,]*$/.test(file.text.slice(before.end, item.start));
    return [{ file, start: isPlain ? before.end : item.start, end: item.end, text: '' }];
  });
}
