// Type constraints of variables: a value becomes what its variable's `type` says.
import type { Expression } from '../syntax/tree.js';
import {
  broken,
  compareTexts,
  isList,
  isMap,
  isSet,
  toBoolean,
  toNumber,
  toText,
  unknown,
  type Value,
} from './value.js';

/** What a `default` in `optional(type, default)` gives. */
type Evaluate = (expression: Expression) => Value;

/** A value as a type constraint asks for it; unknown where the constraint is not understood or does not fit. */
export function convert(value: Value, type: Expression | undefined, evaluate: Evaluate): Value {
  if (type === undefined || value === unknown || value === broken || value === null) return value;
  if (type.kind === 'variable') return convertTo(value, type.name);
  if (type.kind !== 'call') return unknown;
  const [of] = type.args;
  if (of === undefined) return unknown;
  if (type.name === 'list') return convertItems(value, of, evaluate);
  if (type.name === 'set') return toSet(convertItems(value, of, evaluate));
  if (type.name === 'map') return convertMembers(value, () => ({ type: of }), evaluate);
  if (type.name === 'object' && of.kind === 'object') return convertObject(value, readMembers(of), evaluate);
  if (type.name === 'tuple' && of.kind === 'tuple') return convertTuple(value, of.items, evaluate);
  return unknown;
}

function convertTo(value: Value, name: string): Value {
  if (name === 'any') return value;
  if (name === 'string') return toText(value) ?? unknown;
  if (name === 'number') return toNumber(value) ?? (typeof value === 'string' ? unknown : unknown);
  if (name === 'bool') return toBoolean(value) ?? unknown;
  if (name === 'list') return convertItems(value, undefined, () => unknown);
  if (name === 'map') return isMap(value) ? value : unknown;
  return name === 'set' ? toSet(value) : unknown;
}

function convertItems(value: Value, of: Expression | undefined, evaluate: Evaluate): Value {
  const items = isSet(value) ? value.items : value;
  return isList(items) ? items.map((item) => convert(item, of, evaluate)) : unknown;
}

function convertTuple(value: Value, types: readonly Expression[], evaluate: Evaluate): Value {
  if (!isList(value) || value.length !== types.length) return unknown;
  return value.map((item, index) => convert(item, types[index], evaluate));
}

interface Member {
  readonly type: Expression | undefined;
  /** Whether it may be left out. */
  readonly optional?: boolean;
  readonly default?: Expression | undefined;
}

function readMembers({ items }: Expression & { kind: 'object' }): ReadonlyMap<string, Member> {
  return new Map(
    items.map(({ key, value }): [string, Member] => {
      const name =
        key.kind === 'variable'
          ? key.name
          : key.kind === 'template' && key.parts[0]?.kind === 'text'
            ? key.parts[0].value
            : '';
      if (value.kind !== 'call' || value.name !== 'optional') return [name, { type: value }];
      return [name, { type: value.args[0], optional: true, default: value.args[1] }];
    }),
  );
}

function convertMembers(value: Value, memberOf: (name: string) => Member, evaluate: Evaluate): Value {
  if (!isMap(value)) return unknown;
  return new Map([...value].map(([key, member]) => [key, convert(member, memberOf(key).type, evaluate)]));
}

/** What the type does not name is dropped, as Terraform does. */
function convertObject(value: Value, members: ReadonlyMap<string, Member>, evaluate: Evaluate): Value {
  if (!isMap(value)) return unknown;
  const object = new Map<string, Value>();
  for (const [name, member] of members) {
    const given = value.get(name);
    if (given === undefined && !member.optional) return unknown;
    const isDefault = (given === undefined || given === null) && member.default !== undefined;
    const chosen = isDefault && member.default ? evaluate(member.default) : (given ?? null);
    object.set(name, convert(chosen, member.type, evaluate));
  }
  return object;
}

/** A set of what a list holds; only of texts, numbers and booleans is its order known. */
export function toSet(value: Value): Value {
  if (isSet(value) || value === unknown || value === broken) return value;
  if (!isList(value)) return unknown;
  const texts = value.filter((item) => typeof item === 'string');
  if (texts.length !== value.length) return unknown;
  return { items: [...new Set(texts)].sort(compareTexts) };
}
