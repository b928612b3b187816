// Terraform modules for tests, written as texts by file name.

import { facts } from '../../src/facts/index.js';
import type { Fact } from '../../src/forms/terraform/facts/fact.js';
import { listObstacles } from '../../src/forms/terraform/facts/obstacles.js';
import { judgePins } from '../../src/forms/terraform/facts/pins.js';
import { judgeUnits } from '../../src/forms/terraform/facts/units.js';
import type { Module, Project, StateInstance } from '../../src/forms/terraform/module/module.js';
import { readProject } from '../../src/forms/terraform/module/read.js';
import { findUses } from '../../src/forms/terraform/references/find.js';
import { type RewrittenUses, rewriteUses } from '../../src/forms/terraform/references/rewrite.js';
import type { ReferenceRow } from '../../src/forms/terraform/references/rows.js';
import { applyEdits, type Edit } from '../../src/forms/terraform/write/edits.js';

/** Texts by file name. */
export type Texts = Readonly<Record<string, string>>;

/** Reads modules; a state is of the root folder. */
export function readTexts(texts: Texts, state: readonly StateInstance[] = []): Project {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return readProject(files, new Map([['', state]]));
}

/** The module of a folder. */
export function moduleOf({ modules }: Project, folder = ''): Module {
  const module = modules.find((one) => one.folder === folder);
  if (!module) throw new Error(`no module in ${folder}`);
  return module;
}

/** One module of one file. */
export function readOne(text: string): Module {
  return moduleOf(readTexts({ 'main.tf': text }));
}

/** What v1's attributes are in v2, as far as tests of references need it. */
export const referenceRows: readonly ReferenceRow[] = [
  ...['id', 'dns_name', 'location'].map((name) => ({ from: name, to: name, warns: false })),
  { from: 'display_name', to: 'name', warns: false },
  { from: 'cores', to: 'instances.cores', warns: false },
  { from: 'ram', to: 'instances.ram', write: (text) => `(${text} * 1024)`, warns: true },
  { from: 'backup_location', to: 'backup.location', warns: false },
  { from: 'connections.cidr', to: 'connections.primary_instance_address', warns: false },
  { from: 'maintenance_window.time', to: 'maintenance_window.time', warns: false },
  { from: 'credentials.username', to: 'credentials.username', warns: false },
  { from: 'credentials.password', to: 'credentials.password', warns: false },
  {
    from: 'connection_pooler.enabled',
    to: 'connection_pooler',
    write: (text) => `(${text} != "DISABLED")`,
    warns: false,
  },
  { from: 'connection_pooler.pool_mode', to: 'connection_pooler', write: (text) => `lower(${text})`, warns: false },
];

/** What becomes of all references of a module. */
export function rewriteModule(module: Module): RewrittenUses {
  return rewriteUses(findUses(module), referenceRows);
}

/** The text of a file with edits applied. */
export function textOf(module: Module, edits: readonly Edit[], path = 'main.tf'): string {
  const file = module.files.find((one) => one.path === path);
  if (!file) throw new Error(`no file ${path}`);
  return applyEdits(file, edits);
}

/** Everything that is found out about a module beside its clusters. */
export function listFacts(module: Module): readonly Fact[] {
  const units = { arguments: ['ram', 'storage_size'], mbPerGb: facts.limits.mbPerGb };
  return [
    ...rewriteModule(module).facts,
    ...judgePins(module, facts.terraform).facts,
    ...listObstacles(module),
    ...module.clusters.flatMap((cluster) => judgeUnits(cluster, units)),
  ];
}

/** Facts as one line each, with their places. */
export function showFacts(found: readonly Fact[]): string[] {
  return found.map(({ code, source, at, data }) => {
    const words = Object.values(data ?? {}).filter((word) => word !== '');
    return [`${source}:${at?.line}:${at?.column}`, code, ...words].join(' ');
  });
}
