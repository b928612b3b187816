// The expressions that a cluster's credentials are given, to be read in place of the cluster: v2 keeps no password, and an
// import may leave the user name empty.
import { findArgument, findBlocks } from '../module/blocks.js';
import type { ClusterBlock } from '../module/module.js';
import { listChildren } from '../syntax/children.js';
import type { Expression } from '../syntax/tree.js';

/** What can be read elsewhere in place of an argument. */
export type OwnExpression =
  | { readonly kind: 'expression'; readonly text: string }
  /** It is written out: to repeat it would spread a secret. */
  | { readonly kind: 'literal'; readonly text: string }
  /** It is missing, or means something in its block only. */
  | { readonly kind: 'bound' };

/** Names that mean something in their own block only, or are about to change. */
const boundNames = new Set(['each', 'count', 'self', 'ionoscloud_pg_cluster']);

/** The expression of `credentials.username` or `credentials.password`. */
export function findOwnExpression(cluster: ClusterBlock, member: string): OwnExpression {
  const [credentials] = findBlocks(cluster.block.body, 'credentials');
  const argument = credentials && findArgument(credentials.body, member);
  if (!argument) return { kind: 'bound' };
  const { value } = argument;
  const names = listNames(value);
  const isHeredoc = value.kind === 'template' && value.style !== 'quoted';
  if (isHeredoc || names.some((name) => boundNames.has(name))) return { kind: 'bound' };
  const text = cluster.file.text.slice(value.start, value.end);
  const isLoose = value.kind === 'operation' || value.kind === 'conditional' || value.kind === 'unary';
  return { kind: names.length === 0 ? 'literal' : 'expression', text: isLoose ? `(${text})` : text };
}

/** The names that traversals of an expression begin with. */
function listNames(expression: Expression): string[] {
  if (expression.kind === 'variable') return [expression.name];
  return listChildren(expression).flatMap(listNames);
}
