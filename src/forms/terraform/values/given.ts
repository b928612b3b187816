// What a name was given: an expression of a module, or a value of a JSON file.
import type { Given, GivenValue } from '../module/module.js';
import type { Context } from './context.js';
import { fromJson, type Value } from './value.js';

/** What something given is in its module. Where nothing else gave the value, this is where it comes from. */
export function evaluateGiven(given: Given, name: string, context: Context): Value {
  const value = evaluateValue(given.value, context);
  const { origins } = context.trail;
  if (origins.length === 0) origins.push({ source: given.source, at: given.at, name });
  return value;
}

function evaluateValue(value: GivenValue, context: Context): Value {
  return 'json' in value ? fromJson(value.json) : context.evaluate(value.expression, context);
}
