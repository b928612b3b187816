// The law of references on generated modules: what reads a v1 cluster gives, when it reads the v2 cluster, the same value;
// by HashiCorp's parser nothing names a v1 cluster any more.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { findArgument } from '../../src/forms/terraform/module/blocks.js';
import type { StateInstance } from '../../src/forms/terraform/module/module.js';
import { evaluateKnown } from '../../src/forms/terraform/values/evaluate.js';
import type { JsonObject } from '../../src/model/json.js';
import { translateModule } from '../../src/terraform.js';
import { askForParts } from '../forms/terraform/syntax/oracle.js';
import { runs as asked } from '../support/generate.js';
import { moduleOf, readTexts } from '../support/terraform.js';

vi.setConfig({ testTimeout: 120_000 + asked.numRuns * 100 });

const runs = { ...asked, numRuns: Math.ceil(asked.numRuns / 3) };

/** What the clusters are, beside their ids. */
const v1 = {
  display_name: 'orders',
  postgres_version: '16',
  location: 'de/txl',
  instances: 3,
  cores: 4,
  ram: 8192,
  storage_size: 20480,
  storage_type: 'SSD',
  backup_location: 'eu-central-3',
  synchronization_mode: 'ASYNCHRONOUS',
  dns_name: 'pg.example',
  connections: [{ datacenter_id: '1a7be3d8-5c04-4f62-9e8d-b06f3c217a55', lan_id: '5', cidr: '10.88.1.10/24' }],
  maintenance_window: [{ day_of_the_week: 'Saturday', time: '05:00:00' }],
  credentials: [{ username: 'clerk', password: 'Ledge7!Marten' }],
  connection_pooler: [{ enabled: true, pool_mode: 'session' }],
} as const;

const v2: JsonObject = {
  name: 'orders',
  version: '16',
  location: 'de/txl',
  instances: { count: 3, cores: 4, ram: 8, storage_size: 20 },
  backup: { location: 'eu-central-3', retention_days: 7 },
  replication_mode: 'ASYNCHRONOUS',
  dns_name: 'pg.example',
  connections: {
    datacenter_id: '1a7be3d8-5c04-4f62-9e8d-b06f3c217a55',
    lan_id: '5',
    primary_instance_address: '10.88.1.10/24',
  },
  maintenance_window: { day_of_the_week: 'Saturday', time: '05:00:00' },
  credentials: { username: 'clerk' },
  connection_pooler: 'SESSION',
};

const clusters = [
  { name: 'single', repeat: '', keys: [undefined] },
  { name: 'many', repeat: '  for_each = toset(["x", "y"])\n', keys: ['x', 'y'] },
  { name: 'twin', repeat: '  count = 2\n', keys: [0, 1] },
] as const;

const module = `variable "secret" {
  sensitive = true
  default   = "Ledge7!Marten"
}
locals {
  alias = ionoscloud_pg_cluster.single
  all   = ionoscloud_pg_cluster.many
}
${clusters.map(({ name, repeat }) => writeCluster(name, repeat)).join('')}`;

function writeCluster(name: string, repeat: string): string {
  const lines = Object.entries(v1).flatMap(([argument, value]) => {
    if (argument === 'dns_name') return [];
    if (!Array.isArray(value)) return [`  ${argument} = ${JSON.stringify(value)}`];
    const members = Object.entries(value[0] as JsonObject).map(([key, member]) =>
      key === 'password' ? '    password = var.secret' : `    ${key} = ${JSON.stringify(member)}`,
    );
    return [`  ${argument} {`, ...members, '  }'];
  });
  return `resource "ionoscloud_pg_cluster" "${name}" {\n${repeat}${lines.join('\n')}\n}\n`;
}

function stateOf(type: string, attributes: JsonObject): StateInstance[] {
  return clusters.flatMap(({ name, keys }, at) =>
    keys.map((key, index) => {
      const id = `5b0e7a14-c2d9-4f83-9b16-0d7ae41c8e${at}${index}`;
      return { module: '', mode: 'managed' as const, type, name, key, attributes: { ...attributes, id } };
    }),
  );
}

const attribute = fc.constantFrom(
  ...['id', 'dns_name', 'location', 'display_name', 'postgres_version', 'synchronization_mode', 'instances', 'cores'],
  ...['ram', 'storage_size', 'backup_location', 'connections[0].cidr', 'connections.0.lan_id'],
  ...['connections[0].datacenter_id', 'maintenance_window[0].time', 'maintenance_window.0.day_of_the_week'],
  ...['credentials[0].username', 'connection_pooler[0].enabled', 'connection_pooler[0].pool_mode'],
);
/** An attribute of each item of a list; a password has no list of its own. */
const each = attribute.map((name) => `.${name}`);
const one = fc.tuple(
  fc.constantFrom(
    'ionoscloud_pg_cluster.single',
    'ionoscloud_pg_cluster.many["x"]',
    'ionoscloud_pg_cluster.twin[1]',
    'ionoscloud_pg_cluster.twin.0',
    'local.alias',
    'local.all["y"]',
    'values(ionoscloud_pg_cluster.many)[0]',
    'one([ionoscloud_pg_cluster.single])',
  ),
  fc.oneof(each, fc.constantFrom('["ram"]', '["display_name"]')),
);
const read = fc.oneof(
  one.map((parts) => parts.join('')),
  fc.constant('ionoscloud_pg_cluster.single.credentials[0].password'),
);
const lists = fc.tuple(
  fc.constantFrom(
    'ionoscloud_pg_cluster.twin',
    'values(ionoscloud_pg_cluster.many)',
    'values(local.all)',
    '[ionoscloud_pg_cluster.single, local.alias]',
    '[for k, c in ionoscloud_pg_cluster.many : c]',
    'concat(ionoscloud_pg_cluster.twin, [local.alias])',
  ),
  each,
);

const expression: fc.Arbitrary<string> = fc.oneof(
  read,
  read.map((value) => `"a \${${value}} b"`),
  read.map((value) => `<<-EOT\n    a \${${value}}\n    EOT\n`),
  fc.tuple(read, read).map(([left, right]) => `[${left}, { k = ${right} }]`),
  fc.tuple(read, read).map(([left, right]) => `${left} == "x" ? ${left} : ${right}`),
  read.map((value) => `try(upper(${value}), ${value})`),
  lists.map(([list, name]) => `[for item in ${list} : item${name}]`),
  lists.map(([list, name]) => `{ for at, item in ${list} : "k\${at}" => "\${item${name}}" if item.id != "" }`),
  lists.map(([list, name]) => `${list}[*]${name}`),
  each.map((name) => `{ for key, boat in ionoscloud_pg_cluster.many : key => boat${name} }`),
  each.map((name) => `[for pair in setproduct(["a"], [for c in local.all : c${name}]) : pair]`),
  fc.constantFrom(
    'length(ionoscloud_pg_cluster.many)',
    'keys(ionoscloud_pg_cluster.many)',
    '"ionoscloud_pg_cluster.single.ram"',
  ),
);

test('what reads clusters gives the same from v2', async () => {
  let known = 0;
  const names: string[] = [];
  fc.assert(
    fc.property(fc.array(expression, { minLength: 1, maxLength: 5 }), (values) => {
      const outputs = values.map((value, at) => `output "o${at}" {\n  value = ${value}\n}\n`).join('');
      const state = stateOf('ionoscloud_pg_cluster', v1);
      const { modules, translations } = translateModule([{ path: 'main.tf', text: module + outputs }], {
        states: { '': state },
        set: { 'credentials.database': 'app' },
      });
      const errors = translations.flatMap(({ translation }) =>
        translation.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
      );
      const text = modules[0]?.files[0]?.text ?? '';
      expect(errors).toEqual([]);
      const before = evaluateOutputs(module + outputs, state);
      const after = evaluateOutputs(text, stateOf('ionoscloud_pg_cluster_v2', v2));
      known += before.filter((value) => value !== undefined).length / values.length;
      expect({ values, found: after }).toEqual({ values, found: before });
      names.push(text.slice(text.indexOf('output "o0"')));
    }),
    runs,
  );
  expect(known).toBeGreaterThan(runs.numRuns / 2);
  for (const text of names.slice(0, 40)) await expectNoV1(text);
});

function evaluateOutputs(text: string, state: readonly StateInstance[]): unknown[] {
  const { outputs, instances, files } = moduleOf(readTexts({ 'main.tf': text }, state));
  expect(files.flatMap(({ problems }) => problems)).toEqual([]);
  const [instance] = instances;
  return [...outputs.values()].map(({ block }) => {
    const value = findArgument(block.body, 'value')?.value;
    return value && instance ? evaluateKnown(value, { instance })?.value : undefined;
  });
}

async function expectNoV1(text: string): Promise<void> {
  const { outputs } = moduleOf(readTexts({ 'main.tf': text }));
  for (const { file, block } of outputs.values()) {
    const value = findArgument(block.body, 'value')?.value;
    const parts = value ? await askForParts(`${file.text.slice(value.start, value.end)}\n`) : undefined;
    expect(parts?.filter((part) => part.startsWith('ionoscloud_pg_cluster.'))).toEqual([]);
  }
}
