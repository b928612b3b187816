// The v2 side of a plan: the slots that rules write, and the document they make, keys in the order of the schema.
import { toKey } from '../model/json.js';
import type { Leaf } from '../model/leaf.js';
import type { Block, Part, V2Place } from './plan.js';

/** What the slots of a target are made of. */
export interface SlotSpec {
  /** Leaves of the v2 document as it is written. */
  readonly v2: readonly Leaf[];
  /** What the document's own paths lack of the rules': `properties.` for bare properties, else empty. */
  readonly v2Prefix: string;
  /** v2 values that only the request holds. */
  readonly outOfBody: readonly string[];
  /** Whether options and decisions can supply a v2 path; all where left out. */
  readonly isDecidable?: (path: string) => boolean;
  /** The widest sections of decisions for a v2 path; those of single documents where left out. */
  readonly sectionsOf?: (path: string) => V2Place['sections'];
}

/** The slots of a target, by dotted path. */
export function listSlots({
  v2,
  v2Prefix,
  outOfBody,
  isDecidable = () => true,
  sectionsOf = () => ({ silent: 'clusters', said: 'clusters' }),
}: SlotSpec): Map<string, V2Place> {
  const slots = new Map<string, V2Place>();
  const add = (path: string, pointer: string | undefined, required: boolean) => {
    const decision = toDecision(path);
    const decidable = { isDecidable: isDecidable(decision), sections: sectionsOf(decision) };
    slots.set(path, { path, index: slots.size, pointer, decision, ...decidable, required });
  };
  for (const leaf of v2) add(v2Prefix + leaf.path, `/${leaf.path.replaceAll('.', '/')}`, leaf.required);
  for (const path of outOfBody) add(path, undefined, false);
  return slots;
}

interface GrowingPart extends Part {
  children: GrowingPart[] | undefined;
  always: boolean;
}

/** The tree that documents are built along. */
export function buildParts(leaves: readonly Leaf[], prefix: string, slots: ReadonlyMap<string, V2Place>): Part[] {
  const root: GrowingPart = { key: '', slot: -1, children: [], optional: false, always: false };
  for (const leaf of leaves) {
    const keys = leaf.path.split('.').map(toKey);
    let part = root;
    for (const [depth, key] of keys.entries()) {
      const path = keys.slice(0, depth + 1).join('.');
      const isLeaf = depth === keys.length - 1;
      let next = part.children?.find((child) => child.key === key);
      if (!next) {
        const slot = isLeaf ? (slots.get(prefix + path)?.index ?? -1) : -1;
        const optional = isLeaf ? !leaf.requiredInContainer : leaf.optionalContainers.includes(path);
        next = { key, slot, children: isLeaf ? undefined : [], optional, always: !isLeaf && !optional };
        part.children?.push(next);
      }
      // A required member is either there or missing; only a block without any may be empty.
      if (isLeaf && leaf.requiredInContainer) part.always = false;
      part = next;
    }
  }
  return root.children ?? [];
}

/** The optional blocks of a document. */
export function listBlocks(parts: readonly Part[]): Block[] {
  return parts.flatMap((part) => {
    if (!part.children) return [];
    const own = part.optional ? [{ required: listRequired(part.children), all: listAll(part.children) }] : [];
    return [...own, ...listBlocks(part.children)];
  });
}

function listRequired(parts: readonly Part[]): number[] {
  return parts.flatMap((part) => (part.optional ? [] : part.children ? listRequired(part.children) : [part.slot]));
}

function listAll(parts: readonly Part[]): number[] {
  return parts.flatMap((part) => (part.children ? listAll(part.children) : [part.slot]));
}

function toDecision(path: string): string {
  return path.startsWith('properties.') ? path.slice('properties.'.length) : path;
}
