// Terraform's own items of a resource, which stay: but for names of arguments that are called differently in v2, and what
// v2's resource does not take.
import type { ItemPart } from '../../block/parts.js';
import { findArgument } from '../../module/blocks.js';
import type { Expression } from '../../syntax/expressions.js';
import type { Block, HclFile } from '../../syntax/tree.js';

/** Names of arguments of v1, and what they are called in v2; undefined for what v2 has not. */
export type ArgumentNames = (name: string) => string | undefined;

const guard = 'prevent_destroy = true # until the first apply has adopted the cluster; a plan that replaces it fails';

/** A change within a text. */
interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text of an item that stays; undefined for one that goes. */
export function writeMeta({ item }: ItemPart, file: HclFile, names: ArgumentNames): string | undefined {
  const patches = item.kind === 'block' ? listPatches(item, file.text, names) : [];
  const text = patch(file.text.slice(item.start, item.end), patches, item.start).replaceAll('\r\n', '\n');
  return item.kind === 'block' && item.type === 'timeouts' && /\{\s*\}$/.test(text) ? undefined : text;
}

/** The block that keeps a cluster from being destroyed, where v1 has none. */
export const lifecycle = `lifecycle {\n${guard}\n}`;

function listPatches(block: Block, text: string, names: ArgumentNames): Patch[] {
  if (block.type === 'timeouts') return dropRead(block, text);
  return block.type === 'lifecycle' ? [...guardLifecycle(block, text), ...renameIgnored(block, text, names)] : [];
}

/** v2 reads without a limit of its own. */
function dropRead({ body }: Block, text: string): Patch[] {
  const read = findArgument(body, 'read');
  if (!read) return [];
  const line = /^[ \t]*\r?\n[ \t]*/.exec(text.slice(read.end))?.[0] ?? '';
  return [{ start: read.start, end: read.end + line.length, text: '' }];
}

function guardLifecycle({ body, open, close }: Block, text: string): Patch[] {
  const own = findArgument(body, 'prevent_destroy');
  const inner = text.slice(open + 1, close);
  const end = open + 1 + inner.trimEnd().length;
  // A block on one line has to be opened first.
  const opening = inner.includes('\n') ? [] : [{ start: open + 1, end: open + 1, text: '\n' }];
  if (!own) return [...opening, { start: end, end: close, text: `\n${guard}\n` }];
  const isOn = own.value.kind === 'literal' && own.value.value === true;
  return isOn ? [] : [{ start: own.value.start, end: own.value.end, text: 'true' }];
}

function renameIgnored({ body }: Block, text: string, names: ArgumentNames): Patch[] {
  const value = findArgument(body, 'ignore_changes')?.value;
  if (value?.kind !== 'tuple') return [];
  return value.items.flatMap((item, index): Patch[] => {
    const name = names(nameOf(item, text));
    if (name !== undefined) return [{ start: item.start, end: item.end, text: name }];
    const comma = /^\s*,[ \t]*/.exec(text.slice(item.end));
    if (comma) return [{ start: item.start, end: item.end + comma[0].length, text: '' }];
    const before = value.items[index - 1];
    const isPlain = before && /^[\s,]*$/.test(text.slice(before.end, item.start));
    return [{ start: isPlain ? before.end : item.start, end: item.end, text: '' }];
  });
}

/** The name of an argument without its index: `connections[0].cidr` gives `connections.cidr`. */
function nameOf(item: Expression, text: string): string {
  if (item.kind === 'template') return item.parts.map((part) => (part.kind === 'text' ? part.value : '')).join('');
  return text.slice(item.start, item.end).replaceAll(/\s|\[\d+\]|\.\d+(?=\.|$)/g, '');
}

function patch(text: string, patches: readonly Patch[], offset: number): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of patches.toSorted((left, right) => left.start - right.start)) {
    result += text.slice(at, Math.max(at, start - offset)) + put;
    at = Math.max(at, end - offset);
  }
  return result + text.slice(at);
}
