// Questions to blocks that are asked everywhere.
import type { Attribute, Block, Body, Expression } from '../syntax/tree.js';

/** An argument of a block by its name. */
export function findArgument(body: Body, name: string): Attribute | undefined {
  return body.items.find((item): item is Attribute => item.kind === 'attribute' && item.name === name);
}

/** The blocks of a type in a body. */
export function findBlocks(body: Body, type: string): readonly Block[] {
  return body.items.filter((item): item is Block => item.kind === 'block' && item.type === type);
}

/** The text of an expression that is one, written out. */
export function literalText(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'parens') return literalText(expression.inner);
  if (expression?.kind !== 'template') return undefined;
  let text = '';
  for (const part of expression.parts) {
    if (part.kind !== 'text') return undefined;
    text += part.value;
  }
  return text;
}

/** Whether an argument is written out as `true` or `false`; undefined for anything else. */
export function literalBoolean(attribute: Attribute | undefined): boolean | undefined {
  const value = attribute?.value;
  return value?.kind === 'literal' && typeof value.value === 'boolean' ? value.value : undefined;
}
