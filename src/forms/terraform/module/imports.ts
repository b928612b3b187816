// The `import` blocks of modules: which cluster an address is to be.
import { createTrail, noNames } from '../values/context.js';
import { evaluate, evaluateKnown } from '../values/evaluate.js';
import { repeat } from '../values/repeat.js';
import { findArgument, findBlocks } from './blocks.js';
import type { Module } from './module.js';

/** The ids that a root module imports, by address with keys; those that nothing tells are left out. */
export function listImports({ files, instances: [instance] }: Module): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  if (!instance) return ids;
  const context = { scope: { instance }, names: noNames, trail: createTrail(), evaluate };
  for (const { body, text } of files)
    for (const block of findBlocks(body, 'import')) {
      const [to, id] = ['to', 'id'].map((name) => findArgument(block.body, name)?.value);
      if (!to || !id) continue;
      const written = text.slice(id.start, id.end);
      for (const { key, scope } of repeat(block, [], context)) {
        const address = text.slice(to.start, to.end).replaceAll(/\s/g, '');
        const told = evaluateKnown(id, scope)?.value ?? literalEnd(written);
        if (typeof told !== 'string') continue;
        ids.set(address.replace('[each.key]', `[${JSON.stringify(key)}]`), told.slice(told.lastIndexOf(':') + 1));
      }
    }
  return ids;
}

/** The id behind a location that nothing tells: `"${var.location}:498ae72f-…"`. */
function literalEnd(text: string): string | undefined {
  return /:([\da-f-]{36})"$/i.exec(text)?.[1];
}
