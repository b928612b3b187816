// What expressions are known to be. Never a guess: what is not sure is not known.
import type { Known, Scope } from '../module/module.js';
import type { Call, Expression, ForExpression, ObjectExpression } from '../syntax/tree.js';
import { exact, negate, operate } from './arithmetic.js';
import { type Context, createTrail, noNames } from './context.js';
import { collectionFunctions } from './functions/collections.js';
import type { Functions } from './functions/functions.js';
import { networkFunctions } from './functions/network.js';
import { numberFunctions } from './functions/numbers.js';
import { textFunctions } from './functions/text.js';
import { resolve } from './names.js';
import { takeSteps } from './steps.js';
import { evaluateTemplate } from './templates.js';
import {
  broken,
  entriesOf,
  findSilent,
  isList,
  isPrimitive,
  toBoolean,
  toJson,
  toNumber,
  toText,
  unknown,
  type Value,
  whole,
} from './value.js';

/** Evaluations that wait for another; more would not be followed by a person either, and the stack is finite. */
const maxDepth = 500;
/** A value with more parts is of no use to a cluster. */
const maxParts = 10_000;

/** What an expression is known to be where it stands; undefined where nothing tells. */
export function evaluateKnown(expression: Expression, scope: Scope): Known | undefined {
  const trail = createTrail();
  const value = toJson(evaluate(expression, { scope, names: noNames, trail, evaluate }), { left: maxParts });
  return value === undefined ? undefined : { value, isSecret: trail.isSecret, origins: trail.origins };
}

/** What an expression gives. */
export function evaluate(expression: Expression, context: Context): Value {
  const { budget } = context.scope.instance;
  if (budget.left <= 0 || budget.depth >= maxDepth) return unknown;
  budget.left--;
  budget.depth++;
  const value = evaluateKind(expression, context);
  budget.depth--;
  return value;
}

function evaluateKind(expression: Expression, context: Context): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'parens':
      return evaluate(expression.inner, context);
    case 'template':
      return evaluateTemplate(expression, context);
    case 'variable':
      return resolve(expression, [], context);
    case 'traversal':
      return evaluateTraversal(expression, context);
    case 'tuple':
      return whole(expression.items.map((item) => evaluate(item, context)));
    case 'object':
      return evaluateObject(expression, context);
    case 'unary':
      return evaluateUnary(expression.operator, evaluate(expression.operand, context));
    case 'operation':
      return evaluateOperation(expression, context);
    case 'conditional':
      return evaluateConditional(expression, context);
    case 'for':
      return evaluateFor(expression, context);
    case 'call':
      return evaluateCall(expression, context);
  }
}

function evaluateTraversal({ root, steps }: Expression & { kind: 'traversal' }, context: Context): Value {
  if (root.kind === 'variable') return resolve(root, steps, context);
  return takeSteps(evaluate(root, context), steps, context);
}

function evaluateUnary(operator: '-' | '!', value: Value): Value {
  if (operator === '!' || value === unknown || value === broken) return negate(value);
  const number = toNumber(value);
  return number === undefined ? unknown : exact(-number);
}

function evaluateOperation({ operands, operators }: Expression & { kind: 'operation' }, context: Context): Value {
  const [first = unknown, ...rest] = operands.map((operand) => evaluate(operand, context));
  return rest.reduce<Value>((left, right, at) => operate(operators[at] ?? '+', left, right), first);
}

/** Both sides become of one type: a number beside a text is a text. */
function evaluateConditional(expression: Expression & { kind: 'conditional' }, context: Context): Value {
  const condition = evaluate(expression.condition, context);
  if (condition === unknown || condition === broken) return condition;
  const isMet = toBoolean(condition);
  if (isMet === undefined) return unknown;
  const chosen = evaluate(isMet ? expression.then : expression.otherwise, context);
  if (!isPrimitive(chosen) || typeof chosen === 'string') return chosen;
  const other = evaluate(isMet ? expression.otherwise : expression.then, { ...context, trail: createTrail() });
  return typeof other === 'string' ? (toText(chosen) ?? unknown) : chosen;
}

function evaluateObject({ items }: ObjectExpression, context: Context): Value {
  const object = new Map<string, Value>();
  for (const { key, value } of items) {
    const name = key.kind === 'variable' ? key.name : evaluate(key, context);
    if (name === unknown || name === broken) return name;
    const text = toText(name);
    if (text === undefined) return unknown;
    const member = evaluate(value, context);
    if (member === broken) return broken;
    object.set(text, member);
  }
  return object;
}

function evaluateFor(expression: ForExpression, context: Context): Value {
  const collection = evaluate(expression.collection, context);
  if (collection === unknown || collection === broken) return collection;
  const entries = entriesOf(collection);
  // Of what is empty the condition is still looked at.
  if (!entries || (entries.length === 0 && expression.condition)) return unknown;
  const results: [Value, Value][] = [];
  for (const [key, item] of entries) {
    const names = new Map(context.names).set(expression.valueName.name, item);
    if (expression.keyName) names.set(expression.keyName.name, key);
    const inner = { ...context, names };
    const isTaken = expression.condition ? evaluate(expression.condition, inner) : true;
    if (typeof isTaken !== 'boolean') return isTaken === broken ? broken : unknown;
    if (!isTaken) continue;
    results.push([expression.key ? evaluate(expression.key, inner) : null, evaluate(expression.value, inner)]);
  }
  const values = whole(results.map(([, value]) => value));
  return expression.key && values !== broken ? collect(results, expression.groups) : values;
}

function collect(results: readonly (readonly [Value, Value])[], groups: boolean): Value {
  const silent = findSilent(results.map(([key]) => key));
  if (silent) return silent;
  const object = new Map<string, Value>();
  for (const [key, value] of results) {
    const name = toText(key);
    if (name === undefined) return unknown;
    if (object.has(name) && !groups) return broken;
    const earlier = object.get(name);
    object.set(name, groups ? [...(earlier !== undefined && isList(earlier) ? earlier : []), value] : value);
  }
  return object;
}

const functions: Functions = { ...textFunctions, ...numberFunctions, ...collectionFunctions, ...networkFunctions };

function evaluateCall(call: Call, context: Context): Value {
  const { name, args, expands } = call;
  if (name === 'try') return evaluateTry(args, context);
  const values = args.map((arg) => evaluate(arg, context));
  const last = values.at(-1);
  if (expands && (last === undefined || !isList(last))) return last === broken ? broken : unknown;
  const given = expands && last !== undefined && isList(last) ? [...values.slice(0, -1), ...last] : values;
  if (name === 'can') return given[0] === unknown ? unknown : given[0] !== broken;
  const silent = findSilent(given);
  if (silent) return silent;
  if (name === 'coalesce') return coalesce(given);
  const [only = unknown] = given;
  if (name === 'sensitive') context.trail.isSecret = true;
  if (name === 'sensitive' || name === 'nonsensitive') return only;
  return Object.hasOwn(functions, name) ? (functions[name]?.(given) ?? unknown) : unknown;
}

/** The first argument that does not fail. */
function evaluateTry(args: readonly Expression[], context: Context): Value {
  for (const arg of args) {
    const value = evaluate(arg, context);
    if (value !== broken) return value;
  }
  return broken;
}

/** The first argument that is neither null nor an empty text; texts win over numbers, which become texts beside them. */
function coalesce(values: readonly Value[]): Value {
  for (const value of values) {
    if (value === null || value === '') continue;
    return typeof value !== 'string' && values.some((other) => typeof other === 'string')
      ? (toText(value) ?? unknown)
      : value;
  }
  return broken;
}
