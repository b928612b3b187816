// What forms have to know of the rules, as plain data: which types fields have, and how v1's attributes are found in v2.
import { facts } from '../../facts/index.js';
import { toArgument, toAttribute } from '../../forms/terraform/fields.js';
import type { ReferenceRow } from '../../forms/terraform/references/rows.js';
import { hclAlgebra } from '../../forms/terraform/write/algebra.js';
import type { LeafType } from '../../model/leaf.js';
import { clusterMappings } from '../../rules/index.js';
import { listLeaves } from '../../schema/leaves.js';
import { v1Cluster } from '../../schema/v1-cluster.js';
import { findRoute } from '../routes.js';

let types: ReadonlyMap<string, LeafType> | undefined;
let rows: readonly ReferenceRow[] | undefined;

/** The types of v1's fields, by dotted path. */
export function fieldTypes(): ReadonlyMap<string, LeafType> {
  types ??= new Map(listLeaves(v1Cluster).map(({ path, type }) => [path, type]));
  return types;
}

/** What only the server tells, and both resources have. */
const computed = ['id', 'dns_name'].map((name) => ({ from: name, to: name, warns: false }));

/** How what reads v1's attributes reads v2's: by the same rules as the attributes themselves. */
export function referenceRows(): readonly ReferenceRow[] {
  rows ??= [...computed, ...listMapped()];
  return rows;
}

function listMapped(): ReferenceRow[] {
  const recalls = new Map(clusterMappings.map(({ id, recall }) => [id, recall]));
  return findRoute('resource').plan.steps.flatMap(({ id, sources, slots: [slot] }) => {
    const to = slot?.pointer === undefined ? undefined : toArgument(slot.pointer)?.join('.');
    if (to === undefined) return [];
    const recall = recalls.get(id);
    return sources.flatMap(({ pointer }, at): ReferenceRow[] => {
      const from = toAttribute(pointer);
      if (!recall) return [{ from, to, warns: false }];
      const write = (text: string) => recall(text, hclAlgebra, facts)[at] ?? text;
      // A container that a rule looks at is no attribute that anybody could read.
      if (recall('', hclAlgebra, facts)[at] === undefined) return [];
      return [{ from, to, write, warns: fieldTypes().get(toField(pointer)) === 'number' }];
    });
  });
}

function toField(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '.');
}

/** What arguments of v1 are called in `ignore_changes` of v2; undefined for what v2 has not. */
export function nameArgument(name: string): string | undefined {
  const all = referenceRows();
  const own = all.find(({ from }) => from === name)?.to;
  if (own !== undefined) return own;
  const below = all.filter(({ from }) => from.startsWith(`${name}.`)).map(({ to }) => to.split('.')[0]);
  return below[0];
}

/** The arguments of v1 that count in MB. */
export function megabyteArguments(): readonly string[] {
  return referenceRows().flatMap(({ from, warns }) => (warns ? [from] : []));
}
