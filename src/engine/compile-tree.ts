// The v1 side of a plan: the sources that rules name, and the tree of leaves with an owner for each.
import { toKey } from '../model/json.js';
import type { Leaf } from '../model/leaf.js';
import type { Rule } from '../model/rule.js';
import { type Node, RuleListError, type V1Place } from './plan.js';

/** The distinct v1 paths that rules claim or look at, ready to be read. */
export function listSources(rules: readonly Rule<never>[], prefix: string): Map<string, V1Place> {
  const sources = new Map<string, V1Place>();
  for (const rule of rules) {
    for (const path of [...rule.from, ...(rule.reads ?? [])]) {
      if (!path.startsWith(prefix)) throw new RuleListError(`${rule.id}: ${path} is not below ${prefix}`);
      if (!sources.has(path)) sources.set(path, { index: sources.size, ...toPlace(path.slice(prefix.length)) });
    }
  }
  return sources;
}

/** A bit for each sort of value. */
export const bits = { string: 1, integer: 2, number: 4, boolean: 8, list: 16, object: 32 } as const;

interface GrowingNode extends Node {
  children: Map<string, GrowingNode> | undefined;
  takes: Node['takes'];
  sorts: number;
}

/** The tree of v1 leaves. Throws for a leaf that no rule claims and for a place that two rules claim. */
export function buildTree(
  rules: readonly Rule<never>[],
  { leaves, prefix, sources }: { leaves: readonly Leaf[]; prefix: string; sources: ReadonlyMap<string, V1Place> },
): Node {
  const claims = listClaims(rules);
  const root: GrowingNode = {
    ...toPlace(''),
    children: new Map(),
    takes: 'object',
    sorts: bits.object,
    source: -1,
    claimer: -1,
    owner: undefined,
  };
  const known = new Set<string>();
  for (const leaf of leaves) {
    let node = root;
    const keys = leaf.path.split('.').map(toKey);
    for (const [depth, key] of keys.entries()) {
      const path = keys.slice(0, depth + 1).join('.');
      known.add(prefix + path);
      node.children ??= new Map();
      node.takes = key === '*' ? 'list' : 'object';
      node.sorts = bits[node.takes];
      const next: GrowingNode = node.children.get(key) ?? {
        ...toPlace(path),
        children: undefined,
        takes: leaf.takes,
        sorts: leaf.takes.reduce((sorts, scalar) => sorts | bits[scalar], 0),
        source: sources.get(prefix + path)?.index ?? -1,
        claimer: claims.get(prefix + path) ?? -1,
        owner: claims.get(prefix + path) ?? node.owner,
      };
      node.children.set(key, next);
      node = next;
    }
    if (node.owner === undefined) throw new RuleListError(`${prefix}${leaf.path} is claimed by no rule`);
  }
  for (const path of sources.keys()) if (!known.has(path)) throw new RuleListError(`v1 has no ${path}`);
  return root;
}

function listClaims(rules: readonly Rule<never>[]): Map<string, number> {
  const claims = new Map<string, number>();
  for (const [index, rule] of rules.entries()) {
    for (const path of rule.from) {
      const earlier = claims.get(path);
      if (earlier !== undefined) throw new RuleListError(`${path} is claimed by ${rules[earlier]?.id} and ${rule.id}`);
      claims.set(path, index);
    }
  }
  return claims;
}

function toPlace(path: string): Pick<V1Place, 'pointer' | 'around'> {
  const [before = '', after] = path.split(/\.\*(?=\.|$)/);
  if (after === undefined) return { pointer: toPointer(before), around: undefined };
  const around = [toPointer(before), toPointer(after.slice(1))] as const;
  return { pointer: `${around[0]}/0${around[1]}`, around };
}

function toPointer(path: string): string {
  return path === '' ? '' : `/${path.replaceAll('.', '/')}`;
}

/** The JSON Pointer of a source or node in a document, given the index of the array item. */
export function pointerAt(place: Pick<V1Place, 'pointer' | 'around'>, item: number | undefined): string {
  return place.around && item ? `${place.around[0]}/${item}${place.around[1]}` : place.pointer;
}
