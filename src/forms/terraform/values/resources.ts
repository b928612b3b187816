// Attributes of resources and data: what the configuration gives them, else what a state has.
import { isSecretName } from '../../../model/secret.js';
import type { Placed, StateInstance } from '../module/module.js';
import type { Attribute, Step } from '../syntax/tree.js';
import type { Context } from './context.js';
import { recall } from './memory.js';
import { findRepeat } from './repeat.js';
import { takeSteps } from './steps.js';
import { broken, fromJson, unknown, type Value } from './value.js';

/** What `type.name…` or `data.type.name…` gives. */
export function resolveResource(root: string, steps: readonly Step[], context: Context): Value {
  const isData = root === 'data';
  const names = steps.slice(0, isData ? 2 : 1).map((step) => (step.kind === 'attribute' ? step.name : ''));
  const address = [root, ...names].join('.');
  const placed = context.scope.instance.module.resources.get(address);
  const rest = steps.slice(names.length);
  if (!placed) return unknown;
  const type = (isData ? names[0] : root) ?? '';
  if (isSecretName(type) || rest.some((step) => step.kind === 'attribute' && isSecretName(step.name)))
    context.trail.isSecret = true;
  const [first, ...behind] = rest;
  const attribute = first?.kind === 'attribute' ? findAttribute(placed, first.name) : undefined;
  if (attribute) {
    const name = `${address}.${attribute.name}`;
    const value = recall(name, context, (inner) => inner.evaluate(attribute.value, inner));
    if (value !== unknown) return takeSteps(value, behind, context);
  }
  const stated = takeSteps(resolveState(address, placed, context), rest, context);
  // What a state does not have may be an attribute of a newer provider.
  return stated === broken ? unknown : stated;
}

/** Blocks that repeat are asked of the state alone. */
function findAttribute({ block }: Placed, name: string): Attribute | undefined {
  if (findRepeat(block)) return undefined;
  return block.body.items.find((item): item is Attribute => item.kind === 'attribute' && item.name === name);
}

function resolveState(address: string, { block }: Placed, context: Context): Value {
  const { state, address: module } = context.scope.instance;
  const instances = state.resources.get(module === '' ? address : `${module}.${address}`) ?? [];
  const repeat = findRepeat(block)?.name;
  const [first] = instances;
  if (!first) return unknown;
  if (repeat === 'for_each') return new Map(instances.map((one) => [String(one.key), attributesOf(one)]));
  if (repeat === 'count') return toList(instances);
  return instances.length === 1 && first.key === undefined ? attributesOf(first) : unknown;
}

function toList(instances: readonly StateInstance[]): Value {
  const list: Value[] = [];
  for (const one of instances)
    if (typeof one.key === 'number' && one.key <= instances.length) list[one.key] = attributesOf(one);
  return list.length === instances.length ? Array.from(list, (item) => item ?? unknown) : unknown;
}

function attributesOf({ attributes }: StateInstance): Value {
  return fromJson(attributes);
}
