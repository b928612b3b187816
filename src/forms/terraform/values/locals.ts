// Locals. Of an object that is written out, only the member that is asked for is evaluated: beside it there may be secrets.
import { isSecretName } from '../../../model/secret.js';
import type { GivenValue } from '../module/module.js';
import type { Step } from '../syntax/tree.js';
import type { Context } from './context.js';
import { evaluateGiven } from './given.js';
import { recall } from './memory.js';
import { takeSteps } from './steps.js';
import { unknown, type Value } from './value.js';

/** What `local.name…` gives. */
export function resolveLocal(name: string, steps: readonly Step[], context: Context): Value {
  const given = context.scope.instance.module.locals.get(name);
  if (!given) return unknown;
  const members = [name];
  let { value } = given;
  for (const step of steps) {
    const member = step.kind === 'attribute' ? findMember(value, step.name) : undefined;
    if (!member || step.kind !== 'attribute') break;
    members.push(step.name);
    value = member;
  }
  if (members.some(isSecretName)) context.trail.isSecret = true;
  const label = `local.${members.join('.')}`;
  const found = recall(label, context, (inner) => evaluateGiven({ ...given, value }, label, inner));
  return takeSteps(found, steps.slice(members.length - 1), context);
}

function findMember(value: GivenValue, name: string): GivenValue | undefined {
  if ('json' in value || value.expression.kind !== 'object') return undefined;
  const { items } = value.expression;
  if (items.some(({ key }) => key.kind !== 'variable')) return undefined;
  const found = items.filter(({ key }) => key.kind === 'variable' && key.name === name);
  return found.length === 1 && found[0] ? { expression: found[0].value } : undefined;
}
