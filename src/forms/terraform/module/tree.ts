// Which folders belong to one configuration.
import type { Module, Project } from './module.js';

/**
 * The modules that share their provider with a v1 cluster: a root module that leads to one, and all that it calls, since
 * Terraform chooses one version for all of them.
 */
export function listConcerned({ modules }: Project): ReadonlySet<Module> {
  const above = new Set<Module>();
  for (const module of modules) if (module.clusters.length > 0) collect(module, above, listCallers);
  const concerned = new Set<Module>();
  for (const module of above) collect(module, concerned, listCalled);
  return concerned;
}

function listCallers({ callers }: Module): Module[] {
  return callers.map(({ from }) => from);
}

function listCalled({ calls }: Module): Module[] {
  return [...calls.values()].flatMap(({ to }) => (to ? [to] : []));
}

/** A module and what follows from it, without end in circles. */
function collect(module: Module, found: Set<Module>, next: (module: Module) => readonly Module[]): void {
  const open = [module];
  for (const one of open) {
    if (found.has(one)) continue;
    found.add(one);
    open.push(...next(one));
  }
}
