// Values of variables: what a caller, a file of variables or a default gives.
import type { Given, Variable } from '../module/module.js';
import { type Context, noNames } from './context.js';
import { evaluateGiven } from './given.js';
import { convert } from './types.js';
import { isMap, toJson, unknown, type Value } from './value.js';

/** A value with more parts is not compared. */
const maxParts = 10_000;

/** What a variable is in its module. */
export function evaluateVariable(name: string, context: Context): Value {
  const { module, parent } = context.scope.instance;
  const variable = module.variables.get(name);
  if (!variable) return unknown;
  if (variable.isSensitive) context.trail.isSecret = true;
  const given = parent ? evaluateArgument(variable, context) : evaluateFiles(variable, context);
  return convert(given, variable.type, (expression) => context.evaluate(expression, context));
}

/** What a caller hands in, evaluated where the caller stands. */
function evaluateArgument(variable: Variable, context: Context): Value {
  const { parent } = context.scope.instance;
  const attribute = parent?.call.block.body.items.find(
    (item) => item.kind === 'attribute' && item.name === variable.name,
  );
  if (!parent || attribute?.kind !== 'attribute') return evaluateDefault(variable, context);
  const { file } = parent.call;
  const given: Given = {
    source: file.path,
    at: file.placeAt(attribute.start),
    value: { expression: attribute.value },
  };
  const value = evaluateGiven(given, `var.${variable.name}`, { ...context, scope: parent.scope, names: noNames });
  return value === null && !variable.isNullable ? evaluateDefault(variable, context) : value;
}

function evaluateDefault(variable: Variable, context: Context): Value {
  return variable.default ? evaluateGiven(variable.default, `var.${variable.name}`, context) : unknown;
}

/** Where files may be chosen, the value is known if all that it may be is the same. */
function evaluateFiles(variable: Variable, context: Context): Value {
  const { loaded, named } = variable.given;
  const usual = loaded ?? variable.default;
  const values = [...(usual ? [usual] : []), ...named].map((given) =>
    evaluateGiven(given, `var.${variable.name}`, context),
  );
  const [first = unknown, ...rest] = values;
  if (first === null && !variable.isNullable) return evaluateDefault(variable, context);
  return rest.every((other) => isSame(first, other)) ? first : unknown;
}

function isSame(left: Value, right: Value): boolean {
  const [a, b] = [toJson(left, { left: maxParts }), toJson(right, { left: maxParts })];
  return a !== undefined && !isMap(left) && JSON.stringify(a) === JSON.stringify(b);
}
