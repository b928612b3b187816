// What is written for a cluster: the v2 block in the place of v1's, and behind it, or in the root module, what hands the
// cluster over.
import {
  type Anchor,
  findAnchor,
  insertBlocks,
  writeImports,
  writeRemoved,
} from '../../forms/terraform/write/adopt.js';
import { replaceBlock } from '../../forms/terraform/write/block/write.js';
import type { Edit } from '../../forms/terraform/write/edits.js';
import { groupBy } from '../../model/group.js';
import type { TranslatedCluster } from './cluster.js';

/** The edits that write a cluster. */
export function writeCluster({ opened, text, adopted }: TranslatedCluster): Edit[] {
  const { cluster } = opened;
  const own: Anchor = { file: cluster.file, end: cluster.block.end };
  const groups = [...groupBy(adopted, ({ instance }) => nameAnchor(findAnchor(cluster, instance))).values()];
  const imports = groups.flatMap((group) => {
    const [first] = group;
    return first ? [{ anchor: findAnchor(cluster, first.instance), blocks: writeImports(cluster, group) }] : [];
  });
  const isHere = ({ anchor }: { readonly anchor: Anchor }) => nameAnchor(anchor) === nameAnchor(own);
  const here = imports.filter(isHere).flatMap(({ blocks }) => blocks);
  const elsewhere = imports.filter((one) => !isHere(one)).map(({ anchor, blocks }) => insertBlocks(anchor, blocks));
  return [replaceBlock(opened, text), insertBlocks(own, [...here, writeRemoved(cluster)]), ...elsewhere];
}

function nameAnchor({ file, end }: Anchor): string {
  return `${file.path}:${end}`;
}
