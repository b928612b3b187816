// The modules that a module calls, as they are created.
import type { ModuleCall, ModuleInstance } from '../module/module.js';
import { type Context, createTrail, noNames } from './context.js';
import { type Repetition, repeat } from './repeat.js';

/** What is called deeper than this calls itself, or might as well. */
const maxDepth = 12;

/** A called module, once for each key of its call. */
export interface Child extends Pick<Repetition, 'key' | 'isUnknown'> {
  readonly instance: ModuleInstance;
}

const families = new WeakMap<ModuleInstance, Map<ModuleCall, readonly Child[]>>();

/** What a call in a module instance creates; nothing where the called folder is not part of the run. */
export function childrenOf(call: ModuleCall, context: Context): readonly Child[] {
  const { instance } = context.scope;
  const family = families.get(instance) ?? new Map<ModuleCall, readonly Child[]>();
  families.set(instance, family);
  let children = family.get(call);
  if (!children) {
    // Whoever asks again on the way here asks in a circle.
    family.set(call, []);
    children = createChildren(call, { ...context, scope: { instance }, trail: createTrail(), names: noNames });
    family.set(call, children);
  }
  return children;
}

function createChildren(call: ModuleCall, context: Context): Child[] {
  const { instance } = context.scope;
  const { to: module } = call;
  if (!module || instance.address.split('module.').length > maxDepth) return [];
  const base = `${instance.address === '' ? '' : `${instance.address}.`}module.${call.name}`;
  const { state, budget } = instance;
  return repeat(call.block, listStated(base, state.modules), context).map(({ key, isUnknown, suffix, scope }) => ({
    key,
    isUnknown,
    instance: {
      module,
      address: base + suffix,
      isUnknown: isUnknown || instance.isUnknown,
      parent: { call, scope },
      state,
      budget,
    },
  }));
}

/** The keys that a state has behind an address. */
function listStated(base: string, modules: readonly string[]): (string | number)[] {
  const keys = new Set<string | number>();
  for (const address of modules) {
    if (!address.startsWith(`${base}[`)) continue;
    const key = /^(?:"((?:[^"\\]|\\.)*)"|(\d+))\]/.exec(address.slice(base.length + 1));
    if (key) keys.add(key[2] === undefined ? (key[1] ?? '') : Number(key[2]));
  }
  return [...keys];
}
