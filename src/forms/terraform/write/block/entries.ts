// What stands in the v2 block, in its order: the arguments of v1 where they stood, gathered into objects, and Terraform's
// own items. Comments go where their argument goes.
import { isMeta, type OpenedBlock } from '../../block/open.js';
import type { BodyParts, ItemPart, Part } from '../../block/parts.js';
import type { HclComment } from '../../syntax/tree.js';
import type { ArgumentLeaf } from './leaves.js';

/** A part of the v2 block. */
export type Entry = ObjectEntry | TextEntry;

/** Comments around an entry, as they are written. */
interface Surroundings {
  readonly before: readonly string[];
  readonly behind: readonly string[];
  readonly below: readonly string[];
  /** Whether a blank line stands above it. */
  readonly isApart: boolean;
}

/** One argument, one block as it was, or comments alone, where the text is empty. */
export interface TextEntry extends Surroundings {
  readonly kind: 'argument' | 'meta' | 'lone';
  readonly text: string;
}

/** An argument whose value is an object. */
export interface ObjectEntry extends Surroundings {
  readonly kind: 'object';
  readonly name: string;
  readonly opening: readonly string[];
  readonly rows: TextEntry[];
}

/** What entries are made of. */
export interface EntrySource {
  readonly opened: OpenedBlock;
  readonly leaves: ReadonlyMap<string, readonly ArgumentLeaf[]>;
  /** The text of an item that is Terraform's own; undefined where it goes. */
  readonly writeMeta: (part: ItemPart) => string | undefined;
}

interface Building extends EntrySource {
  readonly entries: Entry[];
  readonly objects: Map<string, ObjectEntry>;
}

const alone: Surroundings = { before: [], behind: [], below: [], isApart: false };

/** Lists the entries of the v2 block. */
export function listEntries(source: EntrySource): Entry[] {
  const building: Building = { ...source, entries: [], objects: new Map() };
  // A blank line above what goes is one above what follows.
  let isApart = false;
  for (const part of source.opened.parts.parts) {
    const count = building.entries.length;
    addPart({ ...part, isApart: part.isApart || isApart }, building);
    isApart = building.entries.length === count && (part.isApart || isApart);
  }
  addNew(building);
  return building.entries;
}

function addPart(part: Part, building: Building): void {
  if (part.kind === 'lone') building.entries.push(makeLone(part, building));
  else if (isMeta(part.item)) addMeta(part, building);
  else if (part.item.kind === 'attribute') addLeaves(leavesOf(part, building), surround(part, building), building);
  else addBlock(part, building);
}

function makeLone({ comments, isApart }: Part & { kind: 'lone' }, building: Building): TextEntry {
  return { kind: 'lone', text: '', ...alone, before: textsOf(comments, building), isApart };
}

function addMeta(part: ItemPart, building: Building): void {
  const text = building.writeMeta(part);
  const around = surround(part, building);
  if (text !== undefined) return void building.entries.push({ kind: 'meta', text, ...around });
  const before = [...around.before, ...around.behind, ...around.below];
  if (before.length > 0) building.entries.push({ kind: 'lone', text: '', ...alone, before, isApart: around.isApart });
}

/** Adds what an argument became; its comments go with the first of it. */
function addLeaves([first, ...rest]: readonly ArgumentLeaf[], around: Surroundings, building: Building): void {
  if (!first) return;
  addLeaf(first, around, building);
  for (const leaf of rest) addLeaf(leaf, alone, building);
}

function addLeaf({ path, text }: ArgumentLeaf, around: Surroundings, building: Building): void {
  const [name, member] = path;
  if (member === undefined) {
    building.entries.push({ kind: 'argument', text: `${name} = ${text}`, ...around });
    return;
  }
  const known = building.objects.get(name);
  const object = known ?? openObject(name, { ...alone, isApart: around.isApart }, building);
  object.rows.push({
    kind: 'argument',
    text: `${member} = ${text}`,
    ...around,
    isApart: around.isApart && known !== undefined,
  });
}

function openObject(
  name: string,
  around: Surroundings & { readonly opening?: readonly string[] },
  building: Building,
): ObjectEntry {
  const object: ObjectEntry = { kind: 'object', name, opening: [], rows: [], ...around };
  building.objects.set(name, object);
  building.entries.push(object);
  return object;
}

/** Adds what a block became: an object with its members, or one argument, which takes all its comments. */
function addBlock(part: ItemPart, building: Building): void {
  const { body } = part;
  const below = listItems(body).flatMap((item) => leavesOf(item, building));
  const [first] = below;
  if (!first || !body) return;
  const around = surround(part, building);
  if (first.path.length === 1) return void addLeaves(below, gatherComments(part, building), building);
  const object = openObject(first.path[0], { ...around, opening: textsOf(body.opening, building) }, building);
  for (const inner of body.parts) {
    if (inner.kind === 'lone') object.rows.push(makeLone(inner, building));
    else
      for (const [at, { path, text }] of leavesOf(inner, building).entries())
        object.rows.push({
          kind: 'argument',
          text: `${path.at(-1)} = ${text}`,
          ...(at === 0 ? surround(inner, building) : alone),
        });
  }
}

function listItems(body: BodyParts | undefined): ItemPart[] {
  return (body?.parts ?? []).filter((part): part is ItemPart => part.kind === 'item');
}

/** All comments of a block as those of one argument: one that stood at the end of a line stays there, if it is the only one. */
function gatherComments(part: ItemPart, building: Building): Surroundings {
  const own = surround(part, building);
  const items = listItems(part.body).map((item) => surround(item, building));
  const lone = (part.body?.parts ?? []).flatMap((inner) =>
    inner.kind === 'lone' ? textsOf(inner.comments, building) : [],
  );
  const behind = [...items.flatMap((item) => item.behind), ...own.behind];
  const inner = items.flatMap(({ before, below }) => [...before, ...below]);
  const above = [...own.before, ...textsOf(part.body?.opening ?? [], building), ...inner, ...lone];
  return behind.length === 1
    ? { ...own, before: above, behind }
    : { ...own, before: [...above, ...behind], behind: [] };
}

function leavesOf({ item }: ItemPart, { opened, leaves }: Building): readonly ArgumentLeaf[] {
  return leaves.get(opened.pointers.get(item) ?? '-') ?? [];
}

/** Arguments that v1 has not stand in their object, or behind all others but Terraform's own at the end. */
function addNew(building: Building): void {
  const { entries, objects, leaves } = building;
  const end = entries.findLastIndex(({ kind }) => kind !== 'meta') + 1;
  const trailing = entries.splice(end);
  for (const leaf of leaves.get('') ?? []) {
    const known = objects.has(leaf.path[0]);
    addLeaf(leaf, { ...alone, isApart: !known && leaf.path.length === 2 }, building);
  }
  entries.push(...trailing);
}

function surround({ before, within, behind, below, isApart, item }: ItemPart, building: Building): Surroundings {
  const texts = leavesOfItem(item, building);
  const lost = within.filter((comment) => !texts.some((text) => text.includes(textOf(comment, building))));
  return {
    before: textsOf([...before, ...lost], building),
    behind: textsOf(behind, building),
    below: textsOf(below, building),
    isApart,
  };
}

function leavesOfItem(item: ItemPart['item'], { opened, leaves }: Building): readonly string[] {
  return (leaves.get(opened.pointers.get(item) ?? '-') ?? []).map(({ text }) => text);
}

function textsOf(comments: readonly HclComment[], building: Building): readonly string[] {
  return comments.map((comment) => textOf(comment, building));
}

function textOf({ start, end }: HclComment, { opened }: Building): string {
  return opened.cluster.file.text.slice(start, end).replaceAll('\r\n', '\n');
}
