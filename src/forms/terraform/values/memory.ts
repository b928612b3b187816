// What was evaluated once, with what was met on the way. A name that leads to itself is not known.
import type { ModuleInstance } from '../module/module.js';
import { type Context, createTrail, joinTrail, type Trail } from './context.js';
import { unknown, type Value } from './value.js';

interface Remembered {
  readonly value: Value;
  readonly trail: Trail;
}

const memories = new WeakMap<ModuleInstance, Map<string, Remembered>>();

/** What a name of a module stands for, evaluated when it is first asked for, without the names around whoever asks. */
export function recall(name: string, context: Context, evaluate: (inner: Context) => Value): Value {
  const { instance } = context.scope;
  const memory = memories.get(instance) ?? new Map<string, Remembered>();
  memories.set(instance, memory);
  let remembered = memory.get(name);
  if (!remembered) {
    memory.set(name, { value: unknown, trail: createTrail() });
    const trail = createTrail();
    const value = evaluate({ scope: { instance }, names: new Map(), trail, evaluate: context.evaluate });
    remembered = { value, trail };
    memory.set(name, remembered);
  }
  joinTrail(context.trail, remembered.trail);
  return remembered.value;
}
