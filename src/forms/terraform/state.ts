// Terraform states: `terraform.tfstate` of version 4, and what `terraform show -json` prints of one, as resource instances.
import { isObject, type JsonObject } from '../../model/json.js';
import { type Path, textAt, toPointer, valueAt } from '../../model/path.js';
import type { StateInstance } from './module/module.js';

/** A resource instance with its place in the text of the state. */
export interface PlacedInstance extends StateInstance {
  /** JSON Pointer of its attributes. */
  readonly pointer: string;
}

/** The address of an instance, with keys: `module.db["a"].ionoscloud_pg_cluster.main[0]`. */
export function addressOf({ module, mode, type, name, key }: Omit<StateInstance, 'attributes'>): string {
  const words = [module, mode === 'data' ? 'data' : '', type, name].filter((word) => word !== '');
  return words.join('.') + (key === undefined ? '' : `[${JSON.stringify(key)}]`);
}

/** Whether a value is a state in one of both forms; a plan, which has one inside, is none. */
export function isState(value: unknown): boolean {
  if (!isObject(value) || 'planned_values' in value) return false;
  if (value['version'] === 4 && Array.isArray(value['resources'])) return 'terraform_version' in value;
  return 'format_version' in value && isObject(valueAt(value, ['values', 'root_module']));
}

/** The resource instances of a state, with those of data sources. Nothing of a value that is no state. */
export function listInstances(state: unknown): PlacedInstance[] {
  const stored = valueAt(state, ['resources']);
  if (Array.isArray(stored)) return stored.flatMap(listStored);
  return listModule(valueAt(state, shownRoot), '', shownRoot);
}

const shownRoot = ['values', 'root_module'];

/** An entry of `resources` in a stored state: one resource with all of its instances. */
function listStored(entry: unknown, index: number): PlacedInstance[] {
  const instances = valueAt(entry, ['instances']);
  const described = describe(entry, textAt(entry, 'module') ?? '');
  if (!described || !Array.isArray(instances)) return [];
  return instances.flatMap((instance, at) => {
    // What was replaced and could not be destroyed yet is no part of the configuration any more.
    if (textAt(instance, 'deposed') !== undefined) return [];
    const path = ['resources', index, 'instances', at, 'attributes'];
    return complete(described, { holder: instance, member: 'attributes', key: valueAt(instance, ['index_key']), path });
  });
}

/** A module as `terraform show` has it, with those below it. */
function listModule(module: unknown, address: string, path: Path): PlacedInstance[] {
  const resources = valueAt(module, ['resources']);
  const below = valueAt(module, ['child_modules']);
  const own = (Array.isArray(resources) ? resources : []).flatMap((resource, at) => {
    const described = describe(resource, address);
    if (!described || textAt(resource, 'deposed_key') !== undefined) return [];
    const place = [...path, 'resources', at, 'values'];
    return complete(described, { holder: resource, member: 'values', key: valueAt(resource, ['index']), path: place });
  });
  const children = (Array.isArray(below) ? below : []).flatMap((child, at) =>
    listModule(child, textAt(child, 'address') ?? '', [...path, 'child_modules', at]),
  );
  return [...own, ...children];
}

type Described = Pick<StateInstance, 'module' | 'mode' | 'type' | 'name'>;

function describe(resource: unknown, module: string): Described | undefined {
  const [mode, type, name] = [textAt(resource, 'mode'), textAt(resource, 'type'), textAt(resource, 'name')];
  const isKnown = (mode === 'managed' || mode === 'data') && type !== undefined && name !== undefined;
  return isKnown ? { module, mode, type, name } : undefined;
}

interface Held {
  readonly holder: unknown;
  readonly member: string;
  readonly key: unknown;
  readonly path: Path;
}

function complete(described: Described, { holder, member, key, path }: Held): PlacedInstance[] {
  const attributes = valueAt(holder, [member]);
  if (!isObject(attributes)) return [];
  const isKey = typeof key === 'string' || typeof key === 'number';
  return [
    { ...described, key: isKey ? key : undefined, attributes: attributes as JsonObject, pointer: toPointer(path) },
  ];
}
