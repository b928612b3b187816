// Which variables give an argument its value, and whether they are multiplied on the way.
import { findArgument } from '../module/blocks.js';
import type { ClusterBlock, Module, Variable } from '../module/module.js';
import type { Expression, Step } from '../syntax/tree.js';

/** A variable that gives an argument its value. */
export interface Feed {
  readonly module: Module;
  readonly variable: Variable;
  /** How often its value is multiplied by the unit on the way, less how often it is divided by it. */
  readonly factor: number;
}

/** Where the way of a value is followed. */
interface Way {
  readonly module: Module;
  /** What `each.value` comes from. */
  readonly each: Expression | undefined;
  readonly factor: number;
  /** How many names may still be followed. */
  readonly left: number;
}

const maxNames = 12;
/** Functions that give one of their arguments, or a number near it. */
const passing = new Set(['max', 'min', 'ceil', 'floor', 'try', 'coalesce', 'tonumber', 'lookup', 'nonsensitive']);

/** Lists the variables that give an argument of a cluster its value; `unit` is what MB are divided by to be GB. */
export function listFeeds({ block, module }: ClusterBlock, value: Expression, unit: number): readonly Feed[] {
  const feeds: Feed[] = [];
  const each = findArgument(block.body, 'for_each')?.value;
  follow(value, { module, each, factor: 0, left: maxNames }, { unit, feeds });
  return feeds;
}

interface Search {
  readonly unit: number;
  readonly feeds: Feed[];
}

function follow(expression: Expression, way: Way, search: Search): void {
  switch (expression.kind) {
    case 'parens':
      follow(expression.inner, way, search);
      return;
    case 'conditional':
      follow(expression.then, way, search);
      follow(expression.otherwise, way, search);
      return;
    case 'call':
      if (passing.has(expression.name)) for (const arg of expression.args) follow(arg, way, search);
      return;
    case 'operation':
      followOperation(expression, way, search);
      return;
    case 'traversal':
      if (expression.root.kind === 'variable') followName(expression.root.name, expression.steps, { way, search });
      return;
    default:
      return;
  }
}

function followOperation(operation: Expression & { kind: 'operation' }, way: Way, search: Search): void {
  let { factor } = way;
  for (const [at, operand] of operation.operands.entries()) {
    if (operand.kind !== 'literal' || operand.value !== search.unit) continue;
    const sign = at === 0 ? operation.operators[0] : operation.operators[at - 1];
    if (sign === '*') factor++;
    if (sign === '/' && at > 0) factor--;
  }
  for (const operand of operation.operands) follow(operand, { ...way, factor }, search);
}

function followName(root: string, [first]: readonly Step[], { way, search }: { way: Way; search: Search }): void {
  const { module, each, factor, left } = way;
  if (first?.kind !== 'attribute' || left === 0) return;
  const next: Way = { ...way, left: left - 1 };
  if (root === 'each' && first.name === 'value' && each) follow(each, { ...next, each: undefined }, search);
  if (root === 'local') {
    const value = module.locals.get(first.name)?.value;
    if (value && 'expression' in value) follow(value.expression, next, search);
  }
  const variable = root === 'var' ? module.variables.get(first.name) : undefined;
  if (!variable) return;
  search.feeds.push({ module, variable, factor });
  for (const { block, from } of module.callers) {
    const argument = findArgument(block.body, variable.name);
    if (argument)
      follow(argument.value, { ...next, module: from, each: findArgument(block.body, 'for_each')?.value }, search);
  }
}
