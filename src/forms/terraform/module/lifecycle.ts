// What `lifecycle` says of a cluster.
import type { Attribute, Block, Expression } from '../syntax/tree.js';
import { findArgument, findBlocks, literalText } from './blocks.js';

/** `ignore_changes` of a block. */
export interface IgnoredChanges {
  readonly argument: Attribute;
  /** Whether it is `all`. */
  readonly isAll: boolean;
  /** What it names, each dotted without indexes: `ram`, `credentials.password`. */
  readonly names: readonly string[];
}

/** What changes of a block are ignored; undefined where it does not say. */
export function readIgnoredChanges(block: Block): IgnoredChanges | undefined {
  const [lifecycle] = findBlocks(block.body, 'lifecycle');
  const argument = lifecycle && findArgument(lifecycle.body, 'ignore_changes');
  if (!argument) return undefined;
  const { value } = argument;
  const items = value.kind === 'tuple' ? value.items : [];
  const names = items.map(nameIgnored);
  const isAll = value.kind === 'variable' && value.name === 'all';
  return { argument, isAll: isAll || names.includes('*'), names };
}

/** Whether changes of credentials are ignored as a whole: then an import leaves them null. */
export function ignoresCredentials(block: Block): boolean {
  const ignored = readIgnoredChanges(block);
  return ignored !== undefined && (ignored.isAll || ignored.names.includes('credentials'));
}

/** The argument that an item names, as a reference or, as in old modules, as a text. */
function nameIgnored(item: Expression): string {
  const text = literalText(item);
  if (text !== undefined) return text;
  if (item.kind === 'variable') return item.name;
  if (item.kind !== 'traversal' || item.root.kind !== 'variable') return '';
  const members = item.steps.flatMap((step) => (step.kind === 'attribute' ? [step.name] : []));
  return [item.root.name, ...members].join('.');
}
