// Terraform plans as `terraform show -json` prints them (Terraform 1.11, provider 6.7.34), made of v1 clusters and of what is
// planned for them, and cases for every message about a plan.
import { prepareOptions, readAs, type TranslateOptions, verifyPlan } from '../../src/index.js';
import { isObject } from '../../src/model/json.js';
import { valueAt } from '../../src/model/path.js';
import type { ReportEntry } from '../../src/report/entry.js';
import { type Draft, putAt } from './base.js';

/** An entry of `resource_changes`. */
export type PlannedChange = Draft;

const v1Type = 'ionoscloud_pg_cluster';
const v2Type = 'ionoscloud_pg_cluster_v2';
const provider = 'registry.terraform.io/ionos-cloud/ionoscloud';

/** The attributes that a state has of a v1 cluster. */
export function makeAttributes(changes: Readonly<Record<string, unknown>> = {}): Draft {
  return lay(
    {
      allow_replace: false,
      backup_location: 'eu-central-3',
      connection_pooler: [{ enabled: true, pool_mode: 'transaction' }],
      connections: [{ cidr: '10.17.40.21/24', datacenter_id: '7d1b0c52-93ae-4f60-8a2d-51c6e0b7f394', lan_id: '3' }],
      cores: 4,
      credentials: [{ password: 'Winch6!Halyard', username: 'ledger' }],
      display_name: 'hall-ledger',
      dns_name: 'pg-35007284a416c89d.postgresql.de-txl.ionos.com',
      from_backup: [],
      id: '5b0e7a14-c2d9-4f83-9b16-0d7ae41c8e25',
      instances: 2,
      location: 'de/txl',
      maintenance_window: [{ day_of_the_week: 'Tuesday', time: '02:15:00' }],
      postgres_version: '15',
      ram: 8192,
      storage_size: 51200,
      storage_type: 'SSD Premium',
      synchronization_mode: 'ASYNCHRONOUS',
      timeouts: null,
    },
    changes,
  );
}

/** The attributes that v2 has of the same cluster, as an import brings them. */
export function makeImported(changes: Readonly<Record<string, unknown>> = {}): Draft {
  return lay(
    {
      backup: { location: 'eu-central-3', retention_days: 7 },
      connection_pooler: 'TRANSACTION',
      connections: {
        datacenter_id: '7d1b0c52-93ae-4f60-8a2d-51c6e0b7f394',
        lan_id: '3',
        primary_instance_address: '10.17.40.21/24',
      },
      credentials: null,
      description: null,
      dns_name: 'pg-35007284a416c89d.postgresql.de-txl.ionos.com',
      id: '5b0e7a14-c2d9-4f83-9b16-0d7ae41c8e25',
      instances: { cores: 4, count: 2, ram: 8, storage_size: 50 },
      location: 'de/txl',
      logs_enabled: false,
      maintenance_window: { day_of_the_week: 'Tuesday', time: '02:15:00' },
      metrics_enabled: false,
      name: 'hall-ledger',
      replication_mode: 'ASYNCHRONOUS',
      restore_from_backup: null,
      timeouts: null,
      version: '15',
    },
    changes,
  );
}

/** A v1 cluster and what becomes of it. */
export function leave(
  changes: Readonly<Record<string, unknown>> = {},
  action = 'forget',
  name = 'ledger',
): PlannedChange {
  const change = { actions: [action], before: makeAttributes(changes), after: null, after_unknown: {} };
  return describe({ type: v1Type, name, change });
}

/** How a v2 cluster is adopted: differences of what is there now, and of what is planned. */
export interface Adoption {
  readonly now?: Readonly<Record<string, unknown>>;
  readonly planned?: Readonly<Record<string, unknown>>;
  readonly unknown?: Readonly<Record<string, unknown>>;
  readonly sensitive?: Readonly<Record<string, unknown>>;
  readonly actions?: readonly string[];
  readonly importing?: unknown;
  readonly because?: readonly (readonly string[])[];
  readonly name?: string;
}

/** A v2 cluster that is imported as it is. */
export function adopt(adoption: Adoption = {}): PlannedChange {
  const {
    now = {},
    planned = {},
    unknown = {},
    sensitive = {},
    actions = ['update'],
    because,
    name = 'ledger',
  } = adoption;
  const before = makeImported(now);
  const credentials = { database: 'ledger', password: null, password_version: '1', username: 'ledger' };
  const open = { logs_enabled: true, metrics_enabled: true, ...unknown };
  const sent = Object.entries(makeImported({ ...now, credentials, ...planned }));
  const importing = 'importing' in adoption ? adoption.importing : { id: `de/txl:${before['id']}` };
  const change = {
    actions,
    before: actions.includes('create') && actions.length === 1 ? null : before,
    after: Object.fromEntries(sent.filter(([member]) => valueAt(open, [member]) !== true)),
    after_unknown: open,
    after_sensitive: { credentials: { password: true }, ...sensitive },
    ...(because ? { replace_paths: because } : {}),
    ...(importing ? { importing } : {}),
  };
  return describe({ type: v2Type, name, change });
}

/** A resource that is no cluster. */
export function other(
  type: string,
  actions: readonly string[],
  because?: readonly (readonly string[])[],
): PlannedChange {
  const replace = because ? { replace_paths: because } : {};
  return describe({ type, name: 'other', change: { actions, before: { id: 'x' }, after: { id: 'x' }, ...replace } });
}

function describe({ type, name, change }: { type: string; name: string; change: Draft }): PlannedChange {
  return { address: `${type}.${name}`, mode: 'managed', type, name, provider_name: provider, change };
}

/** A plan of some changes; what was in the state before is told by those of them that have a past. */
export function makePlan(changes: readonly PlannedChange[], more: Readonly<Record<string, unknown>> = {}): Draft {
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: changes,
    prior_state: { format_version: '1.0', terraform_version: '1.11.4', values: { root_module: {} } },
    configuration: { root_module: {} },
    ...more,
  };
}

/** The state of a plan with a v1 cluster that no change is told of, and a user of v1. */
export function makePriorState(): Draft {
  const types = [v1Type, 'ionoscloud_pg_user'];
  const resources = types.map((type) => ({
    address: `${type}.left`,
    mode: 'managed',
    type,
    name: 'left',
    values: { id: 'x' },
  }));
  return { prior_state: { format_version: '1.0', values: { root_module: { resources } } } };
}

/** Judges a plan. */
export async function judgePlan(plan: unknown, options?: TranslateOptions): Promise<ReportEntry[]> {
  const { documents } = await readAs(JSON.stringify(plan, null, 1), 'json');
  return verifyPlan({ name: 'plan.json', documents }, prepareOptions(options));
}

/** A plan with the codes, without `verify/`, that it gives beside its sums, in their order. */
export interface PlanCase {
  readonly title: string;
  readonly plan: unknown;
  readonly says: readonly string[];
}

const adopted = ['expected/computed', 'expected/sent', 'expected/write-only'];

/** Every case. */
export const planCases: readonly PlanCase[] = [
  { title: 'a cluster that is adopted as it is', plan: makePlan([leave(), adopt()]), says: adopted },
  {
    title: 'a cluster whose credentials are ignored: nothing changes',
    plan: makePlan([
      leave(),
      adopt({
        actions: ['no-op'],
        planned: { credentials: null },
        unknown: { logs_enabled: false, metrics_enabled: false },
      }),
    ]),
    says: ['expected/filled', 'expected/filled'],
  },
  {
    title: 'a cluster imported by its identity',
    plan: makePlan([leave(), adopt({ importing: { identity: { id: makeImported()['id'], location: 'de/txl' } } })]),
    says: adopted,
  },
  {
    title: 'timeouts',
    plan: makePlan([leave(), adopt({ planned: { timeouts: { create: '2h' } } })]),
    says: [...adopted, 'expected/timeouts'],
  },
  {
    title: 'memory left in MB',
    plan: makePlan([leave(), adopt({ planned: { 'instances.ram': 8192 } })]),
    says: [...adopted, 'drift/changed', 'drift/applied'],
  },
  {
    title: 'a disk that was grown since',
    plan: makePlan([
      leave(),
      adopt({ now: { 'instances.storage_size': 80 }, planned: { 'instances.storage_size': 50 } }),
    ]),
    says: [...adopted, 'drift/applied'],
  },
  {
    title: 'another user name',
    plan: makePlan([leave(), adopt({ planned: { 'credentials.username': 'clerk' } })]),
    says: [...adopted, 'drift/changed'],
  },
  {
    title: 'a pooler that nothing is said of any more',
    plan: makePlan([
      leave(),
      adopt({ planned: { connection_pooler: undefined }, unknown: { connection_pooler: true } }),
    ]),
    says: [...adopted, 'drift/applied', 'loss/missing'],
  },
  {
    title: 'a pooler that is off, and nothing is said of it',
    plan: makePlan([
      leave({ connection_pooler: [{ enabled: false, pool_mode: 'transaction' }] }),
      adopt({
        now: { connection_pooler: 'DISABLED' },
        planned: { connection_pooler: undefined },
        unknown: { connection_pooler: true },
      }),
    ]),
    says: [...adopted, 'expected/default'],
  },
  {
    title: 'a LAN that is only made by the apply',
    plan: makePlan([
      leave(),
      adopt({ planned: { 'connections.lan_id': undefined }, unknown: { connections: { lan_id: true } } }),
    ]),
    says: [...adopted, 'drift/undetermined', 'drift/applied'],
  },
  {
    title: 'an import from another place',
    plan: makePlan([
      leave(),
      adopt({
        actions: ['delete', 'create'],
        importing: { id: `de/fra:${makeImported()['id']}` },
        because: [['location']],
      }),
    ]),
    says: [...adopted, 'plan/replaced'],
  },
  {
    title: 'no import',
    plan: makePlan([leave(), adopt({ actions: ['create'], importing: undefined, planned: { id: undefined } })]),
    says: ['plan/not-imported', 'plan/created'],
  },
  {
    title: 'the import of another cluster',
    plan: makePlan([leave(), adopt({ now: { id: '3c0f5e6a-9a5d-4f55-8f58-0f2f1f1f7b11' } })]),
    says: ['plan/not-imported', 'plan/imported-alone', 'expected/computed', 'expected/sent'],
  },
  {
    title: 'two imports of one cluster',
    plan: makePlan([leave(), adopt(), adopt({ name: 'twin' })]),
    says: [...adopted, 'plan/imported-twice'],
  },
  {
    title: 'no removed block',
    plan: makePlan([leave({}, 'delete'), adopt()]),
    says: [...adopted, 'plan/destroyed'],
  },
  { title: 'a cluster of v1 that stays', plan: makePlan([leave({}, 'no-op')]), says: ['plan/kept'] },
  {
    title: 'a cluster that was adopted before, and is changed',
    plan: makePlan([
      adopt({ importing: undefined, now: { credentials: { username: 'ledger' } }, planned: { version: '16' } }),
    ]),
    says: ['drift/applied', 'drift/applied', 'expected/computed'],
  },
  { title: 'nothing of ours', plan: makePlan([]), says: ['plan/without-clusters'] },
  {
    title: 'a part of the state only',
    plan: makePlan([leave(), adopt()], makePriorState()),
    says: [...adopted, 'plan/left-out', 'plan/asks-v1'],
  },
  {
    title: 'a plan that Terraform could not finish, and one for later',
    plan: makePlan([leave(), adopt()], { errored: true, complete: false }),
    says: [...adopted, 'plan/errored', 'plan/incomplete'],
  },
  {
    title: 'other resources',
    plan: makePlan([
      leave(),
      adopt(),
      other('terraform_data', ['delete', 'create'], [['triggers_replace']]),
      other('random_password', ['delete']),
      other('ionoscloud_lan', ['create']),
      other('ionoscloud_pg_user', ['no-op']),
      other('ionoscloud_pg_database', ['forget']),
      other('ionoscloud_server', ['update']),
      other('ionoscloud_pg_versions_v2', ['read']),
    ]),
    says: [
      ...adopted,
      'plan/other-replaced',
      'plan/other-destroyed',
      'plan/other-created',
      'plan/asks-v1',
      'plan/other-forgotten',
    ],
  },
  { title: 'a payload', plan: { id: 'x', properties: {} }, says: ['sides/no-plan'] },
];

function lay(document: Draft, changes: Readonly<Record<string, unknown>>): Draft {
  const copy = structuredClone(document);
  for (const [path, value] of Object.entries(changes)) putAt(copy, path, value);
  return copy;
}

/** A document in the words of Terraform: snake case, and each block of v1 a list of one. */
export function toAttributes(properties: unknown, isOfV1: boolean, depth = 0): unknown {
  if (Array.isArray(properties)) return properties.map((item) => toAttributes(item, isOfV1, depth + 1));
  if (!isObject(properties)) return properties;
  const members = Object.entries(properties).map(([name, value]) => {
    const renamed = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const converted = toAttributes(value, isOfV1, depth + 1);
    const key = !isOfV1 && depth === 0 && renamed === 'connection' ? 'connections' : renamed;
    return [key, isOfV1 && isObject(converted) ? [converted] : converted];
  });
  return Object.fromEntries(members);
}
