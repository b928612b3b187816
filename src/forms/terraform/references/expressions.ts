// Finds uses of v1 clusters in an expression.
import { v1ClusterType } from '../module/clusters.js';
import { listChildren } from '../syntax/children.js';
import type { Call, Expression, ForExpression, HclFile, Name, Template, Traversal } from '../syntax/tree.js';
import { type Shape, type Surroundings, shapeOf, walkClusters } from './shapes.js';
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
const transparent: ReadonlySet<Expression['kind']> = new Set(['parens', 'tuple', 'conditional']);

/** Goes through an expression. */
export function searchExpression(expression: Expression, search: Search): void {
  const { kind } = expression;
  const inner: Search = search.role === 'followed' && !transparent.has(kind) ? { ...search, role: 'value' } : search;
  if (kind === 'variable') noteName(expression, search);
  else if (kind === 'traversal') searchTraversal(expression, search);
  else if (kind === 'call') searchCall(expression, search);
  else if (kind === 'for') searchFor(expression, inner);
  else if (kind === 'template') searchTemplate(expression, inner);
  else for (const child of listChildren(expression)) searchExpression(child, inner);
}

/** A name that `for` declared, as a whole. */
function noteName(variable: Expression & { kind: 'variable' }, { file, around, role, note }: Search): void {
  const shape = around.names.get(variable.name);
  const { start, end } = variable;
  if (shape) note({ file, shape, role, start, end, type: undefined, steps: [], isSpread: false });
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
  const { shape, isSpread } = walk;
  note({ file, shape, role: search.role, start, end, type, steps: behind, isSpread });
}

/** What a function is given is used as the function's value is, where that is clusters; else as a whole. */
function searchCall(call: Call, search: Search): void {
  const { name, args } = call;
  const isFollowed = lookAtKeys.has(name) || (search.role === 'followed' && shapeOf(call, search.around) !== undefined);
  for (const arg of args) searchExpression(arg, { ...search, role: isFollowed ? 'followed' : 'value' });
}

function searchFor(expression: ForExpression, search: Search): void {
  const { collection, key, value, condition } = expression;
  const inner = declare(expression, search);
  searchExpression(collection, { ...search, role: isMany(shapeOf(collection, search.around)) ? 'followed' : 'value' });
  for (const part of [key, value, condition]) if (part) searchExpression(part, inner);
}

/** The same search where a `for` has declared its names. */
function declare(introduction: ForNames, search: Search): Search {
  const { keyName, valueName, collection } = introduction;
  const shape = shapeOf(collection, search.around);
  const names = new Map(search.around.names);
  if (keyName) names.set(keyName.name, undefined);
  names.set(valueName.name, isMany(shape) ? { ...shape, isMany: false } : undefined);
  return { ...search, around: { ...search.around, names } };
}

interface ForNames {
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
}

function isMany(shape: Shape | undefined): shape is Shape {
  return shape?.isMany === true;
}

function searchTemplate({ parts }: Template, search: Search): void {
  const open: Search[] = [];
  let current = search;
  for (const part of parts) {
    if (part.kind === 'interpolation') searchExpression(part.value, current);
    if (part.kind === 'if') searchExpression(part.condition, current);
    if (part.kind === 'for') {
      const { collection } = part;
      const role = isMany(shapeOf(collection, current.around)) ? 'followed' : 'value';
      searchExpression(collection, { ...current, role });
      open.push(current);
      current = declare(part, current);
    }
    if (part.kind === 'endfor') current = open.pop() ?? search;
  }
}
