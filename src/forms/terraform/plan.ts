// What `terraform show -json` says of a plan: what is to become of each resource.
import { isObject } from '../../model/json.js';
import { textAt, toPointer, valueAt } from '../../model/path.js';
import { addressOf, listInstances } from './state.js';

/** What becomes of a resource; `none` where it stays as it is. */
export type PlannedAction = 'none' | 'create' | 'update' | 'delete' | 'replace' | 'forget' | 'read';

/** One resource of a plan. */
export interface PlannedResource {
  /** With keys: `module.db["a"].ionoscloud_pg_cluster.main[0]`. */
  readonly address: string;
  readonly type: string;
  readonly action: PlannedAction;
  /** Whether it is brought in from what exists already. */
  readonly isImported: boolean;
  /** The id that it is imported by, else the one that it has; without the location that stands before it. */
  readonly id: string | undefined;
  /** Its attributes as they are, and as they are planned. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  /** `true` in the place of each planned value that is not known yet, or that is secret. */
  readonly unknown: unknown;
  readonly sensitive: unknown;
  /** Names of what makes another one necessary, such as `backup.location`. */
  readonly because: readonly string[];
  /** JSON Pointer of it in the plan. */
  readonly pointer: string;
}

/** What is said of a plan as a whole. */
export interface Plan {
  readonly isErrored: boolean;
  readonly isComplete: boolean;
  readonly resources: readonly PlannedResource[];
  /** The addresses and types of what is in the state that the plan was made from. */
  readonly known: readonly { readonly address: string; readonly type: string }[];
}

/** Whether a value is a plan. */
export function isPlan(value: unknown): boolean {
  return isObject(value) && 'planned_values' in value && typeof value['format_version'] === 'string';
}

/** Reads a plan. What is not as plans are is left out. */
export function readPlan(value: unknown): Plan {
  const changes = valueAt(value, ['resource_changes']);
  const known = listInstances(valueAt(value, ['prior_state']));
  return {
    isErrored: valueAt(value, ['errored']) === true,
    isComplete: valueAt(value, ['complete']) !== false,
    resources: (Array.isArray(changes) ? changes : []).flatMap(readChange),
    known: known.map((instance) => ({ address: addressOf(instance), type: instance.type })),
  };
}

function readChange(entry: unknown, index: number): PlannedResource[] {
  const [address, type, change] = [textAt(entry, 'address'), textAt(entry, 'type'), valueAt(entry, ['change'])];
  const actions = valueAt(change, ['actions']);
  if (address === undefined || type === undefined || !isObject(change) || !Array.isArray(actions)) return [];
  const { before, after, importing, replace_paths: paths } = change;
  const members = isObject(after) ? after : {};
  return [
    {
      address,
      type,
      action: readAction(actions),
      isImported: isObject(importing),
      id: readId(importing) ?? textAt(after, 'id') ?? textAt(before, 'id'),
      before: isObject(before) ? before : {},
      after: members,
      unknown: change['after_unknown'],
      sensitive: change['after_sensitive'],
      because: (Array.isArray(paths) ? paths : []).map((path) => (Array.isArray(path) ? path.join('.') : '')),
      pointer: toPointer(['resource_changes', index]),
    },
  ];
}

function readAction(actions: readonly unknown[]): PlannedAction {
  if (actions.includes('create'))
    return actions.includes('delete') || actions.includes('forget') ? 'replace' : 'create';
  const [only] = actions;
  if (only === 'update' || only === 'delete' || only === 'forget' || only === 'read') return only;
  return 'none';
}

/** `de/txl:5b0e…`, or the same in parts. */
function readId(importing: unknown): string | undefined {
  const id = textAt(importing, 'id') ?? textAt(valueAt(importing, ['identity']), 'id');
  return id?.slice(id.lastIndexOf(':') + 1);
}
