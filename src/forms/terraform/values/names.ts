// What names stand for: variables, locals, `each`, `count`, resources, data and outputs of modules.
import { isSecretName } from '../../../model/secret.js';
import type { Step, Variable } from '../syntax/tree.js';
import { type Context, joinTrail } from './context.js';
import { resolveLocal } from './locals.js';
import { recall } from './memory.js';
import { resolveOutput } from './outputs.js';
import { resolveResource } from './resources.js';
import { takeSteps } from './steps.js';
import { unknown, type Value } from './value.js';
import { evaluateVariable } from './variables.js';

/** What a name with the steps behind it gives. */
export function resolve({ name }: Variable, steps: readonly Step[], context: Context): Value {
  const own = context.names.get(name);
  if (own !== undefined) return takeSteps(own, steps, context);
  const [first, ...rest] = steps;
  if (first?.kind !== 'attribute') return unknown;
  if (rest.some(namesSecret)) context.trail.isSecret = true;
  switch (name) {
    case 'each':
    case 'count':
      return takeSteps(resolveRepeat(name, first.name, context), rest, context);
    case 'var':
      return takeSteps(resolveVariable(first.name, context), rest, context);
    case 'local':
      return resolveLocal(first.name, rest, context);
    case 'module':
      return resolveOutput(first.name, rest, context);
    case 'path':
    case 'terraform':
    case 'self':
      return unknown;
    default:
      return resolveResource(name, steps, context);
  }
}

/** Whether a member is a secret by its name: `each.value.password`. */
function namesSecret(step: Step): boolean {
  return step.kind === 'attribute' && isSecretName(step.name);
}

function resolveRepeat(name: 'each' | 'count', member: string, { scope, trail }: Context): Value {
  if (name === 'count') return member === 'index' ? (scope.index ?? unknown) : unknown;
  if (scope.each) joinTrail(trail, scope.each.trail);
  if (member === 'key') return scope.each?.key ?? unknown;
  return member === 'value' ? ((scope.each?.value as Value | undefined) ?? unknown) : unknown;
}

function resolveVariable(name: string, context: Context): Value {
  if (isSecretName(name)) context.trail.isSecret = true;
  return recall(`var.${name}`, context, (inner) => evaluateVariable(name, inner));
}
