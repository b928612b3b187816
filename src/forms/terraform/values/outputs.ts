// Outputs of called modules.
import type { Attribute, Block, Step } from '../syntax/tree.js';
import { childrenOf } from './children.js';
import type { Context } from './context.js';
import { recall } from './memory.js';
import { findRepeat } from './repeat.js';
import { takeSteps } from './steps.js';
import { unknown, type Value } from './value.js';

/** What `module.name…` gives: the output of one instance; all of them at once are not followed. */
export function resolveOutput(name: string, steps: readonly Step[], context: Context): Value {
  const call = context.scope.instance.module.calls.get(name);
  if (!call) return unknown;
  const isRepeated = findRepeat(call.block) !== undefined;
  const [first, ...others] = steps;
  const key = isRepeated && first?.kind === 'index' ? context.evaluate(first.key, context) : undefined;
  const [output, ...rest] = isRepeated ? others : steps;
  const child = childrenOf(call, context).find((one) => !one.isUnknown && one.key === key);
  if (!child || output?.kind !== 'attribute') return unknown;
  const { instance } = child;
  const block = instance.module.outputs.get(output.name)?.block;
  const value = block && findAttribute(block, 'value');
  if (!block || !value) return unknown;
  if (findAttribute(block, 'sensitive')) context.trail.isSecret = true;
  const inner = { ...context, scope: { instance } };
  const given = recall(`output.${output.name}`, inner, (own) => own.evaluate(value.value, own));
  return takeSteps(given, rest, context);
}

function findAttribute(block: Block, name: string): Attribute | undefined {
  return block.body.items.find((item): item is Attribute => item.kind === 'attribute' && item.name === name);
}
