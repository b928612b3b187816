// Where the fields of a composed YAML document stand, through aliases and merge keys.
import { type Alias, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { fromPointer } from '../model/path.js';
import { findPairStart, isMergeKey, readKey } from './yaml-nodes.js';
import { readWritten } from './yaml-scalar.js';

interface Entry {
  readonly start: number;
  readonly value: unknown;
}

interface Found {
  readonly entry: Entry;
  readonly exact: boolean;
}

/** Looks fields of one document up; offsets are those of the parsed text. */
export interface YamlIndex {
  /** Offset of a field's key (of an item, of the document), or of the nearest container that exists. */
  readonly findOffset: (pointer: string) => number;
  /** The text of a plain scalar exactly as written; undefined for anything else. */
  readonly findWritten: (pointer: string) => string | undefined;
}

/** Makes the index of a document's nodes; each container on the way to an asked field is listed once. */
export function createYamlIndex(root: unknown, targets: ReadonlyMap<Alias, Node>): YamlIndex {
  const containers = new Map<unknown, ReadonlyMap<string, Entry>>();

  function resolve(node: unknown): unknown {
    return isAlias(node) ? targets.get(node) : node;
  }

  function membersOf(node: unknown): ReadonlyMap<string, Entry> {
    const known = containers.get(node);
    if (known) return known;
    const members = new Map<string, Entry>();
    // Set before it is filled, so that an alias inside its own anchor finds an end.
    containers.set(node, members);
    if (isSeq(node)) {
      for (const [index, value] of node.items.entries()) members.set(String(index), { start: findStart(value), value });
    } else if (isMap(node) || isPair(node)) {
      const pairs = isMap(node) ? node.items : [node];
      for (const pair of pairs) addPair(members, pair);
      for (const pair of pairs) if (isMergeKey(pair.key)) addMerged(members, pair);
    }
    return members;
  }

  function addPair(members: Map<string, Entry>, pair: Pair): void {
    const key = isMergeKey(pair.key) ? undefined : readKey(resolve(pair.key));
    if (key !== undefined) members.set(key, { start: findPairStart(pair), value: pair.value });
  }

  function addMerged(members: Map<string, Entry>, pair: Pair): void {
    const value = resolve(pair.value);
    for (const source of isSeq(value) ? value.items : [value]) {
      for (const [key, entry] of membersOf(resolve(source))) if (!members.has(key)) members.set(key, entry);
    }
  }

  const found = new Map<string, Found>([['', { entry: { start: findStart(root), value: root }, exact: true }]]);

  /** Changes and findings ask for the same places again and again, and for their neighbours. */
  function find(pointer: string): Found {
    const known = found.get(pointer);
    if (known) return known;
    const cut = pointer.lastIndexOf('/');
    const container = find(pointer.slice(0, cut));
    const [key = ''] = fromPointer(pointer.slice(cut));
    const entry = container.exact ? membersOf(resolve(container.entry.value)).get(key) : undefined;
    const result = entry ? { entry, exact: true } : { entry: container.entry, exact: false };
    found.set(pointer, result);
    return result;
  }

  return {
    findOffset: (pointer) => find(pointer).entry.start,
    findWritten: (pointer) => {
      const { entry, exact } = find(pointer);
      const value = resolve(entry.value);
      return exact && isScalar(value) ? readWritten(value) : undefined;
    },
  };
}

function findStart(node: unknown): number {
  return isPair(node) ? findPairStart(node) : ((node as Node | null)?.range?.[0] ?? 0);
}
