// The v1 block of a cluster as its v2 block.
import type { OpenedBlock } from '../../block/open.js';
import { toLineEnds } from '../adopt.js';
import type { Edit } from '../edits.js';
import { layOut } from '../layout/layout.js';
import { listEntries } from './entries.js';
import { listArguments, type Translated } from './leaves.js';
import { lifecycle, type MetaSettings, writeMeta } from './meta.js';
import { renderBlock } from './render.js';

/** What a block is written with. */
export interface WriteSettings extends Omit<MetaSettings, 'placed'> {
  readonly translated: Translated;
}

/** The text of the v2 block, laid out, with `\n` at the ends of lines. */
export function writeBlock(opened: OpenedBlock, { translated, names, edits }: WriteSettings): string {
  const { cluster, parts } = opened;
  const { file } = cluster;
  const leaves = listArguments(translated);
  const entries = listEntries({
    opened,
    leaves,
    writeMeta: (part) => writeMeta(part, { placed: cluster, names, edits }),
  });
  const hasLifecycle = cluster.block.body.items.some((item) => item.kind === 'block' && item.type === 'lifecycle');
  if (!hasLifecycle) entries.push({ kind: 'meta', text: lifecycle, before: [], behind: [], below: [], isApart: true });
  const opening = parts.opening.map(({ start, end }) => file.text.slice(start, end));
  return layOut(renderBlock(entries, { name: cluster.name, opening }));
}

/** Puts a v2 block in the place of the v1 block. */
export function replaceBlock({ cluster: { file, block } }: OpenedBlock, text: string): Edit {
  return { file, start: block.start, end: block.end, text: toLineEnds(text, file) };
}
