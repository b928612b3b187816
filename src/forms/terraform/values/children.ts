// The modules that a module calls, as they are created.
import { findStringEnd } from '../../../model/quoted.js';
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

/** The key in brackets that begins at an offset of an address: a text in quotes, as it is written, or a number. */
function readKey(address: string, start: number): string | number | undefined {
  const isText = address.charAt(start) === '"';
  const end = isText ? findStringEnd(address, start) : address.indexOf(']', start) - 1;
  if (address.charAt(end + 1) !== ']') return undefined;
  const digits = address.slice(start, end + 1);
  if (isText) return address.slice(start + 1, end);
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

/** The keys that a state has behind an address. */
function listStated(base: string, modules: readonly string[]): (string | number)[] {
  const keys = new Set<string | number>();
  for (const address of modules) {
    if (!address.startsWith(`${base}[`)) continue;
    const key = readKey(address, base.length + 1);
    if (key !== undefined) keys.add(key);
  }
  return [...keys];
}
