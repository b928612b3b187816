// Finds uses of v1 clusters in an expression.
import { literalText } from '../module/blocks.js';
import { v1ClusterType } from '../module/clusters.js';
import { listChildren } from '../syntax/children.js';
import type { Call, Expression, ForExpression, HclFile, Template, Traversal } from '../syntax/tree.js';
import { declareNames, type Surroundings, shapeOf, walkClusters } from './shapes.js';
import type { Role, Use } from './uses.js';

/** Where uses are found, and what is done with them. */
export interface Search {
  readonly file: HclFile;
  readonly around: Surroundings;
  readonly role: Role;
  readonly note: (use: Use) => void;
}

/** Functions that only look at keys or at how many there are. */
const lookAtKeys = new Set(['keys', 'length']);

/** Expressions whose value is what is in them. */
const transparent: ReadonlySet<Expression['kind']> = new Set(['parens', 'tuple', 'object', 'conditional']);

/** Goes through an expression. */
export function searchExpression(expression: Expression, search: Search): void {
  const { kind } = expression;
  const inner: Search = search.role === 'followed' && !transparent.has(kind) ? { ...search, role: 'value' } : search;
  if (kind === 'variable') noteName(expression, search);
  else if (kind === 'traversal') searchTraversal(expression, search);
  else if (kind === 'call') searchCall(expression, search);
  else if (kind === 'for') searchFor(expression, search);
  else if (kind === 'template') searchTemplate(expression, inner);
  else for (const child of listChildren(expression)) searchExpression(child, inner);
}

/** A name that `for` declared, as a whole. */
function noteName(variable: Expression & { kind: 'variable' }, { file, around, role, note }: Search): void {
  const shape = around.names.get(variable.name);
  const { start, end } = variable;
  if (shape) note({ file, shape, role, start, end, type: undefined, steps: [], spread: undefined });
}

function searchTraversal(traversal: Traversal, search: Search): void {
  const { root, steps, start, end } = traversal;
  const { file, around, note } = search;
  const walk = walkClusters(traversal, around);
  const value: Search = { ...search, role: 'value' };
  for (const step of steps) if (step.kind === 'index') searchExpression(step.key, value);
  if (root.kind !== 'variable') searchExpression(root, walk ? { ...search, role: 'followed' } : value);
  if (!walk) return;
  const type =
    root.kind === 'variable' && root.name === v1ClusterType && !around.names.has(root.name) ? root : undefined;
  const behind = steps.slice(walk.used);
  const { shape } = walk;
  const spread = walk.spread && (walk.spread.full ? 'full' : 'attributes');
  note({ file, shape, role: search.role, start, end, type, steps: behind, spread });
}

/** What a function is given is used as the function's value is, where that is clusters; else as a whole. */
function searchCall(call: Call, search: Search): void {
  const { name, args } = call;
  const isFollowed = lookAtKeys.has(name) || (search.role === 'followed' && shapeOf(call, search.around) !== undefined);
  for (const arg of args) searchExpression(arg, { ...search, role: isFollowed ? 'followed' : 'value' });
}

function searchFor(expression: ForExpression, search: Search): void {
  const { collection, key, value, condition } = expression;
  const isFollowed = search.role === 'followed' && shapeOf(expression, search.around) !== undefined;
  const around = declareNames(expression, search.around);
  const inner: Search = { ...search, around, role: 'value' };
  searchCollection(collection, search);
  for (const part of [key, condition]) if (part) searchExpression(part, inner);
  searchExpression(value, isFollowed ? { ...inner, role: 'followed' } : inner);
}

/** What a `for` goes through is followed by its name, where that is clusters. */
function searchCollection(collection: Expression, search: Search): void {
  const isMany = shapeOf(collection, search.around)?.isMany === true;
  searchExpression(collection, { ...search, role: isMany ? 'followed' : 'value' });
}

function searchTemplate(template: Template, search: Search): void {
  const { parts } = template;
  if (search.role.startsWith('depends-on')) noteQuoted(template, search);
  const open: Search[] = [];
  let current = search;
  for (const part of parts) {
    if (part.kind === 'interpolation') searchExpression(part.value, current);
    if (part.kind === 'if') searchExpression(part.condition, current);
    if (part.kind === 'for') {
      searchCollection(part.collection, current);
      open.push(current);
      current = { ...current, around: declareNames(part, current.around) };
    }
    if (part.kind === 'endfor') current = open.pop() ?? search;
  }
}

const quoted = /^ionoscloud_pg_cluster\.([\w-]+)/;

/** In old modules what is depended on may be a text. */
function noteQuoted(template: Template, { file, around, role, note }: Search): void {
  const name = quoted.exec(literalText(template) ?? '')?.[1];
  const cluster = name === undefined ? undefined : around.clusters.get(name);
  if (name === undefined) return;
  const { start, end } = template;
  const type = { start: start + 1, end: start + 1 + v1ClusterType.length };
  const shape = { clusters: cluster ? [cluster] : [], isMany: false };
  note({ file, shape, role, start, end, type, steps: [], spread: undefined });
}
