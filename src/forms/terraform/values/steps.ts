// Steps into values: attributes, keys, and splats.
import type { Step } from '../syntax/tree.js';
import type { Context } from './context.js';
import { broken, isList, isMap, isSet, toNumber, unknown, type Value, whole } from './value.js';

/** What steps lead to. */
export function takeSteps(value: Value, steps: readonly Step[], context: Context): Value {
  let current = value;
  for (const [at, step] of steps.entries()) {
    if (current === unknown || current === broken) return current;
    if (step.kind === 'splat') return spread(current, step.full, { steps: steps.slice(at + 1), context });
    const key = step.kind === 'attribute' ? step.name : context.evaluate(step.key, context);
    current = stepInto(current, key);
  }
  return current;
}

function stepInto(value: Value, key: Value): Value {
  if (key === unknown) return unknown;
  if (isMap(value)) return typeof key === 'string' ? (value.get(key) ?? broken) : unknown;
  const index = isList(value) ? toNumber(key) : undefined;
  if (isList(value)) return index === undefined ? unknown : (value[index] ?? broken);
  return unknown;
}

/** What is no list is a list of itself, and null an empty one. */
function spread(value: Value, full: boolean, rest: { steps: readonly Step[]; context: Context }): Value {
  const { steps, context } = rest;
  const end = full ? -1 : steps.findIndex((step) => step.kind !== 'attribute');
  const [inner, outer] = end === -1 ? [steps, []] : [steps.slice(0, end), steps.slice(end)];
  const items: readonly Value[] = isSet(value) ? value.items : isList(value) ? value : value === null ? [] : [value];
  return takeSteps(whole(items.map((item) => takeSteps(item, inner, context))), outer, context);
}
