// The expressions within an expression.
import type { Expression, TemplatePart } from './expressions.js';

/** The expressions right below one, in their order; bare names as keys of objects are none. */
export function listChildren(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
      return [];
    case 'template':
      return expression.parts.flatMap(listOfPart);
    case 'traversal':
      return [expression.root, ...expression.steps.flatMap((step) => (step.kind === 'index' ? [step.key] : []))];
    case 'call':
      return expression.args;
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.items.flatMap(({ key, value }) => (key.kind === 'variable' ? [value] : [key, value]));
    case 'for':
      return [expression.collection, expression.key, expression.value, expression.condition].filter(
        (part) => part !== undefined,
      );
    case 'unary':
      return [expression.operand];
    case 'operation':
      return expression.operands;
    case 'conditional':
      return [expression.condition, expression.then, expression.otherwise];
    case 'parens':
      return [expression.inner];
  }
}

function listOfPart(part: TemplatePart): readonly Expression[] {
  if (part.kind === 'interpolation') return [part.value];
  if (part.kind === 'if') return [part.condition];
  return part.kind === 'for' ? [part.collection] : [];
}
