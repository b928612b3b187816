// The block of a v2 cluster as the leaves of its v2 document: a value where it is written out, else an expression.
import { isObject, isScalar, type Json } from '../../../model/json.js';
import type { LeafType } from '../../../model/leaf.js';
import { createOpaque, type Opaque } from '../../../model/opaque.js';
import { toV2Path } from '../fields.js';
import { literalText } from '../module/blocks.js';
import type { Known, ResourceBlock, ResourceInstance } from '../module/module.js';
import type { Expression, ObjectItem } from '../syntax/expressions.js';
import type { Body } from '../syntax/tree.js';
import { evaluateKnown } from '../values/evaluate.js';
import { isMeta } from './open.js';
import { convert, type FieldTypes, readLiteral, textOf, unwrap } from './read.js';

/** What a place of a v2 document has, and where that stands in the file. */
export interface ReadLeaf {
  readonly value: Json | Opaque;
  /** Offset in the text of the file. */
  readonly start: number;
}

/** The leaves of one of the clusters of a v2 block, by JSON Pointer; `types` are those of v2's fields. */
export function readV2Leaves(
  { block, file }: ResourceBlock,
  { scope }: ResourceInstance,
  types: FieldTypes,
): Map<string, ReadLeaf> {
  const leaves = new Map<string, ReadLeaf>();

  function add(keys: readonly string[], value: Json | Opaque, start: number): void {
    const path = keys[0] === 'location' ? 'location' : toV2Path(keys);
    if (path === undefined || value === null) return;
    const pointer = path === 'location' ? '/location' : `/properties/${path.replaceAll('.', '/')}`;
    leaves.set(pointer, { value, start });
  }

  function readBody(body: Body, above: readonly string[]): void {
    for (const item of body.items) {
      if (above.length === 0 && isMeta(item)) continue;
      if (item.kind === 'block') readBody(item.body, [...above, item.type]);
      else readValue(item.value, [...above, item.name], item.start);
    }
  }

  function readValue(value: Expression, keys: readonly string[], start: number): void {
    if (value.kind === 'object') {
      for (const item of value.items) readValue(item.value, [...keys, keyOf(item)], item.start);
      return;
    }
    const type = typeAt(types, keys);
    const literal = readLiteral(value);
    if (literal !== undefined) return void add(keys, convert(literal, type), start);
    const own = unwrap(value);
    const known = evaluateKnown(value, scope);
    const text = textOf(own, file, []);
    if (known && isObject(known.value)) return void addMembers({ ...known, text }, keys, start);
    const converted = known && convert(known.value, type);
    const opaque = { text, known: converted, isSecret: known?.isSecret ?? false };
    add(keys, createOpaque(opaque), start);
  }

  /** An object that an expression gives. */
  function addMembers({ value, isSecret, text }: KnownObject, keys: readonly string[], start: number) {
    for (const [name, member] of Object.entries(value ?? {})) {
      const path = [...keys, name];
      const own = { isSecret, text: `${text}.${name}` };
      if (isObject(member)) addMembers({ ...own, value: member as Json }, path, start);
      else if (isScalar(member))
        add(path, createOpaque({ ...own, known: convert(member, typeAt(types, path)) }), start);
    }
  }

  readBody(block.body, []);
  return leaves;
}

/** What an expression gives, where that is an object. */
interface KnownObject extends Pick<Known, 'value' | 'isSecret'> {
  readonly text: string;
}

function typeAt(types: FieldTypes, keys: readonly string[]): LeafType | undefined {
  return types.get(`properties.${toV2Path(keys) ?? ''}`);
}

function keyOf({ key }: ObjectItem): string {
  if (key.kind === 'variable') return key.name;
  return literalText(key) ?? '';
}
