// The expressions that arguments are given, to be read in place of the resource: v2 keeps no password, an import may leave
// the user name empty, and what is forgotten has no attributes.
import { findArgument, findBlocks } from '../module/blocks.js';
import { v1ClusterType } from '../module/clusters.js';
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

/** Names that mean something in their own block only. */
const boundNames = ['each', 'count', 'self'];

/** An expression as it can be read elsewhere; `text` is what it is written as. */
export function reuseExpression(value: Expression, text: string): OwnExpression {
  const names = listNames(value);
  const isHeredoc = value.kind === 'template' && value.style !== 'quoted';
  if (isHeredoc || boundNames.some((name) => names.includes(name))) return { kind: 'bound' };
  const isLoose = value.kind === 'operation' || value.kind === 'conditional' || value.kind === 'unary';
  return { kind: names.length === 0 ? 'literal' : 'expression', text: isLoose ? `(${text})` : text };
}

/** The expression of `credentials.username` or `credentials.password`. */
export function findOwnExpression(cluster: ClusterBlock, member: string): OwnExpression {
  const [credentials] = findBlocks(cluster.block.body, 'credentials');
  const value = credentials && findArgument(credentials.body, member)?.value;
  // What reads another v1 cluster is about to change.
  if (!value || listNames(value).includes(v1ClusterType)) return { kind: 'bound' };
  return reuseExpression(value, cluster.file.text.slice(value.start, value.end));
}

/** The names that traversals of an expression begin with. */
function listNames(expression: Expression): string[] {
  if (expression.kind === 'variable') return [expression.name];
  return listChildren(expression).flatMap(listNames);
}
