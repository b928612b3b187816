// JSON files of a module, and files of variables. They are read, and never written.
import { isObject, type Json, type JsonObject } from '../../../model/json.js';
import { toPointer } from '../../../model/path.js';
import { readJson } from '../../json/read.js';
import { parseHcl } from '../syntax/parse.js';
import type { Expression } from '../syntax/tree.js';
import type { DataFile, Given, GivenInFiles, ModuleFile } from './module.js';
import { loadOrder } from './names.js';

/** A `.tf.json` file. */
export function readJsonFile({ path, text }: ModuleFile): DataFile {
  const { value, problems, locate } = readJson(text);
  return { path, kind: 'tf.json', value: value as Json | undefined, problems, locate };
}

/** A member of a JSON file: its name, its value and where it stands. */
export interface JsonMember {
  readonly name: string;
  readonly value: Json;
  readonly pointer: string;
}

/** The members of what stands at keys of a JSON file. JSON may put lists around objects at every level. */
export function listMembers(value: Json | undefined, keys: readonly string[]): readonly JsonMember[] {
  let level: readonly JsonMember[] = value === undefined ? [] : [{ name: '', value, pointer: '' }];
  for (const key of keys) level = level.flatMap(openObjects).filter(({ name }) => name === key);
  return level.flatMap(openObjects);
}

function openObjects({ name, value, pointer }: JsonMember): JsonMember[] {
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) =>
      openObjects({ name, value: item, pointer: pointer + toPointer([index]) }),
    );
  if (!isObject(value)) return [];
  return Object.entries(value as JsonObject).map(([key, member]) => ({
    name: key,
    value: member,
    pointer: pointer + toPointer([key]),
  }));
}

/** A text of a JSON file as the expression that it holds: `string`, `${list(string)}`. */
export function parseJsonText(value: Json | undefined): Expression | undefined {
  if (typeof value !== 'string') return undefined;
  const inner = /^\$\{(.*)\}$/s.exec(value)?.[1] ?? value;
  const [item] = parseHcl('', `value = ${inner}`).body.items;
  return item?.kind === 'attribute' ? item.value : undefined;
}

/** Values of variables by name, as files of variables give them. */
export type GivenValues = ReadonlyMap<string, GivenInFiles>;

/** A file of variables, and what it gives. */
export interface VariablesFile {
  readonly file: DataFile;
  readonly values: ReadonlyMap<string, Given>;
}

/** Reads a file of variables, in native syntax or JSON. */
export function readVariablesFile({ path, text }: ModuleFile): VariablesFile {
  const values = new Map<string, Given>();
  if (path.endsWith('.json')) {
    const file: DataFile = { ...readJsonFile({ path, text }), kind: 'tfvars' };
    for (const { name, value: json, pointer } of listMembers(file.value, []))
      values.set(name, { source: path, at: file.locate(pointer), value: { json } });
    return { file, values };
  }
  const { body, problems, placeAt } = parseHcl(path, text);
  for (const item of body.items)
    if (item.kind === 'attribute')
      values.set(item.name, { source: path, at: placeAt(item.start), value: { expression: item.value } });
  return { file: { path, kind: 'tfvars', value: undefined, problems, locate: () => undefined }, values };
}

/** What files of variables give: of those that Terraform loads by itself the last one, and each that may be named. */
export function mergeVariables(files: readonly VariablesFile[]): GivenValues {
  const loaded = new Map<string, Given>();
  const named = new Map<string, Given[]>();
  const orderOf = ({ file }: VariablesFile) => loadOrder(file.path);
  const sorted = [...files].sort(
    (left, right) => (orderOf(left) ?? 0) - (orderOf(right) ?? 0) || (left.file.path < right.file.path ? -1 : 1),
  );
  for (const one of sorted)
    for (const [name, given] of one.values) {
      if (orderOf(one) !== undefined) loaded.set(name, given);
      else named.set(name, [...(named.get(name) ?? []), given]);
    }
  const names = new Set([...loaded.keys(), ...named.keys()]);
  return new Map([...names].map((name) => [name, { loaded: loaded.get(name), named: named.get(name) ?? [] }]));
}
