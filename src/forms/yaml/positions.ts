// Where the fields of a composed YAML document stand, through aliases and merge keys.
import { type Alias, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { unescapeKey } from '../../model/path.js';
import { findPairStart, findStart, isMergeKey, readKey } from './nodes.js';
import { readWritten } from './scalar.js';

/** A field, or what stands for one that is not there: the place of the nearest container that is. */
interface Entry {
  readonly start: number;
  readonly value: unknown;
}

type Members = ReadonlyMap<string, Pair>;

const noMembers: Members = new Map();
/** The value of a field that is not there. */
const absent = Symbol('absent');

/** Looks fields of one document up; offsets are those of the parsed text. */
export interface YamlIndex {
  /** Offset of a field's key (of an item, of the document), or of the nearest container that exists. */
  readonly findOffset: (pointer: string) => number;
  /** The text of a plain scalar exactly as written; undefined for anything else. */
  readonly findWritten: (pointer: string) => string | undefined;
}

/** Makes the index of a document's nodes; each object on the way to an asked field is listed once. */
export function createYamlIndex(root: unknown, targets: ReadonlyMap<Alias, Node>): YamlIndex {
  const objects = new Map<unknown, Members>();
  // Changes and findings ask for the fields of the same containers again and again.
  const containers = new Map<string, Entry>([['', { start: findStart(root), value: resolve(root) }]]);

  function resolve(node: unknown): unknown {
    return isAlias(node) ? targets.get(node) : node;
  }

  function membersOf(node: unknown): Members {
    const known = objects.get(node);
    if (known) return known;
    if (!isMap(node) && !isPair(node)) return noMembers;
    const members = new Map<string, Pair>();
    // Set before it is filled, so that an alias inside its own anchor finds an end.
    objects.set(node, members);
    const pairs = isMap(node) ? node.items : [node];
    for (const pair of pairs) addPair(members, pair);
    for (const pair of pairs) if (isMergeKey(pair.key)) addMerged(members, pair);
    return members;
  }

  function addPair(members: Map<string, Pair>, pair: Pair): void {
    const key = isMergeKey(pair.key) ? undefined : readKey(resolve(pair.key));
    if (key !== undefined) members.set(key, pair);
  }

  function addMerged(members: Map<string, Pair>, pair: Pair): void {
    const value = resolve(pair.value);
    for (const source of isSeq(value) ? value.items : [value]) {
      for (const [key, entry] of membersOf(resolve(source))) if (!members.has(key)) members.set(key, entry);
    }
  }

  function find(pointer: string): Entry {
    if (pointer === '') return findContainer('');
    const cut = pointer.lastIndexOf('/');
    const { start, value } = findContainer(pointer.slice(0, cut));
    const key = unescapeKey(pointer.slice(cut + 1));
    if (isSeq(value)) {
      const item = /^\d+$/.test(key) ? value.items[Number(key)] : undefined;
      return item === undefined ? { start, value: absent } : { start: findStart(item), value: item };
    }
    const pair = membersOf(value).get(key);
    return pair ? { start: findPairStart(pair), value: pair.value } : { start, value: absent };
  }

  function findContainer(pointer: string): Entry {
    const known = containers.get(pointer);
    if (known) return known;
    const { start, value } = find(pointer);
    const container = { start, value: resolve(value) };
    containers.set(pointer, container);
    return container;
  }

  return {
    findOffset: (pointer) => find(pointer).start,
    findWritten: (pointer) => {
      const value = resolve(find(pointer).value);
      return isScalar(value) ? readWritten(value) : undefined;
    },
  };
}
