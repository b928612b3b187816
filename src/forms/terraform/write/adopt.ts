// The blocks that hand a cluster over: `import` takes it into v2's resource, `removed` takes v1's out of the state. Import
// blocks stand in root modules, where alone Terraform takes them.

import type { Opaque } from '../../../model/opaque.js';
import { v1ClusterType } from '../module/clusters.js';
import type { ClusterBlock, ModuleInstance, ResourceInstance } from '../module/module.js';
import { v2ClusterType } from '../references/rewrite.js';
import type { HclFile } from '../syntax/tree.js';
import { writeLiteral } from './algebra.js';
import type { Edit } from './edits.js';
import { layOut } from './layout/layout.js';

/** A cluster to be imported. */
export interface Adopted {
  readonly instance: ResourceInstance;
  /** In HCL, as the provider takes it: `"de/fra:5b0e7a14-…"`. */
  readonly importId: string;
}

/** Where blocks are put: behind the line on which a block ends. */
export interface Anchor {
  readonly file: HclFile;
  readonly end: number;
}

/** The root module's file and place that the import of an instance goes to. */
export function findAnchor({ file, block }: ClusterBlock, { scope }: ResourceInstance): Anchor {
  const call = outermostCall(scope.instance);
  return call ? { file: call.file, end: call.block.end } : { file, end: block.end };
}

function outermostCall({
  parent,
}: ModuleInstance): { readonly file: HclFile; readonly block: { readonly end: number } } | undefined {
  if (!parent) return undefined;
  return outermostCall(parent.scope.instance) ?? parent.call;
}

/** The v2 address of an instance, with keys. */
export function addressOf({ name }: ClusterBlock, { scope, key }: ResourceInstance): string {
  return base(name, scope.instance) + (key === undefined ? '' : `[${writeKey(key)}]`);
}

function base(name: string, { address }: ModuleInstance): string {
  return [address, v2ClusterType, name].filter((part) => part !== '').join('.');
}

function writeKey(key: string | number): string {
  return typeof key === 'string' ? writeLiteral(key) : String(key);
}

/**
 * The id that the provider imports. A location that nothing tells is read where the block reads it, as long as that can be
 * read outside of the block, in a root module.
 */
export function writeImportId(
  id: string,
  location: string | Opaque,
  { key, scope }: ResourceInstance,
): string | undefined {
  if (typeof location === 'string') return writeLiteral(`${location}:${id}`);
  const isReadable = key === undefined && !scope.instance.parent && !/\b(?:each|count|self)\b|\n/.test(location.text);
  return isReadable ? `"\${${location.text}}:${id}"` : undefined;
}

/** The import blocks of the instances of a block that are of one root module. */
export function writeImports(cluster: ClusterBlock, adopted: readonly Adopted[]): string[] {
  const [first] = adopted;
  const isMap = adopted.length > 0 && adopted.every(({ instance }) => typeof instance.key === 'string');
  if (!first || !isMap || first.instance.scope.instance.parent)
    return adopted.map(({ instance, importId }) => writeImport(addressOf(cluster, instance), importId));
  const rows = adopted.map(({ instance, importId }) => `${writeKey(instance.key ?? '')} = ${importId}`);
  const each = `for_each = {\n${rows.join('\n')}\n}\n\n`;
  return [writeImport(`${base(cluster.name, first.instance.scope.instance)}[each.key]`, 'each.value', each)];
}

function writeImport(to: string, id: string, each = ''): string {
  return layOut(`import {\n${each}to = ${to}\nid = ${id}\n}`);
}

/** The block that takes a v1 cluster out of the state and leaves it alone. */
export function writeRemoved({ name }: ClusterBlock): string {
  return layOut(`removed {\nfrom = ${v1ClusterType}.${name}\n\nlifecycle {\ndestroy = false\n}\n}`);
}

/** Puts blocks behind an anchor, each with a blank line above it. */
export function insertBlocks({ file, end }: Anchor, blocks: readonly string[]): Edit {
  const lineEnd = file.text.indexOf('\n', end);
  const isLast = lineEnd === -1;
  // The line break that ends the line stays behind what is put in.
  const at = isLast ? file.text.length : lineEnd - (file.eol === '\r\n' && file.text[lineEnd - 1] === '\r' ? 1 : 0);
  const text = blocks.map((block) => `\n\n${block}`).join('');
  return { file, start: at, end: at, text: toLineEnds(text + (isLast ? '\n' : ''), file) };
}

/** A text with the line ends of a file. */
export function toLineEnds(text: string, { eol }: HclFile): string {
  return eol === '\n' ? text : text.replaceAll('\n', eol);
}
