import { describe, expect, test } from 'vitest';
import { readOne, rewriteModule, showFacts, textOf } from '../../../support/terraform.js';

const clusters = `resource "ionoscloud_pg_cluster" "a" {
  credentials {
    username = "keeper"
    password = var.secret
  }
}
resource "ionoscloud_pg_cluster" "many" {
  for_each = var.boats
  credentials {
    username = "keeper"
    password = each.value.secret
  }
}
resource "ionoscloud_pg_cluster" "ignored" {
  credentials {
    username = local.name
    password = "Harbour7!Lantern"
  }
  lifecycle {
    ignore_changes = [credentials]
  }
}
`;

/** What an expression becomes, and the messages that are said of it. */
function rewrite(expression: string): { text: string; says: string[] } {
  const start = `${clusters}locals {\n  x = `;
  const module = readOne(`${start}${expression}\n}\n`);
  expect(module.files.flatMap(({ problems }) => problems)).toEqual([]);
  const { edits, facts } = rewriteModule(module);
  const text = textOf(module, edits);
  expect(text.startsWith(start)).toBe(true);
  return { text: text.slice(start.length, -'\n}\n'.length), says: facts.map(({ code }) => code.slice(20)) };
}

describe('what has another name or place in v2', () => {
  test.each([
    ['ionoscloud_pg_cluster.a.id', 'ionoscloud_pg_cluster_v2.a.id'],
    ['ionoscloud_pg_cluster.a.display_name', 'ionoscloud_pg_cluster_v2.a.name'],
    ['ionoscloud_pg_cluster.a["cores"]', 'ionoscloud_pg_cluster_v2.a.instances.cores'],
    ['ionoscloud_pg_cluster . a /* it */ . cores', 'ionoscloud_pg_cluster_v2 . a /* it */ .instances.cores'],
    ['ionoscloud_pg_cluster.a.connections[0].cidr', 'ionoscloud_pg_cluster_v2.a.connections.primary_instance_address'],
    ['ionoscloud_pg_cluster.a.connections.0.cidr', 'ionoscloud_pg_cluster_v2.a.connections.primary_instance_address'],
    ['ionoscloud_pg_cluster.a.maintenance_window[0].time', 'ionoscloud_pg_cluster_v2.a.maintenance_window.time'],
    ['ionoscloud_pg_cluster.a.credentials[0].username', 'ionoscloud_pg_cluster_v2.a.credentials.username'],
    ['ionoscloud_pg_cluster.a.credentials[0].password', 'var.secret'],
    ['ionoscloud_pg_cluster.ignored.credentials[0].username', 'local.name'],
    [
      'ionoscloud_pg_cluster.a.connection_pooler[0].enabled',
      '(ionoscloud_pg_cluster_v2.a.connection_pooler != "DISABLED")',
    ],
    ['ionoscloud_pg_cluster.a.connection_pooler[0].pool_mode', 'lower(ionoscloud_pg_cluster_v2.a.connection_pooler)'],
    ['ionoscloud_pg_cluster.many["x"].id', 'ionoscloud_pg_cluster_v2.many["x"].id'],
    ['ionoscloud_pg_cluster.many[var.key].backup_location', 'ionoscloud_pg_cluster_v2.many[var.key].backup.location'],
    ['ionoscloud_pg_cluster.a[*].cores', 'ionoscloud_pg_cluster_v2.a[*].instances.cores'],
    ['values(ionoscloud_pg_cluster.many)[*].id', 'values(ionoscloud_pg_cluster_v2.many)[*].id'],
    ['values(ionoscloud_pg_cluster.many).*.cores', 'values(ionoscloud_pg_cluster_v2.many).*.instances.cores'],
    ['one(values(ionoscloud_pg_cluster.many)).cores', 'one(values(ionoscloud_pg_cluster_v2.many)).instances.cores'],
    ['length(ionoscloud_pg_cluster.many)', 'length(ionoscloud_pg_cluster_v2.many)'],
    ['"${ionoscloud_pg_cluster.a.dns_name}:5432"', '"${ionoscloud_pg_cluster_v2.a.dns_name}:5432"'],
    ['<<-E\n  x ${ionoscloud_pg_cluster.a.id}\nE', '<<-E\n  x ${ionoscloud_pg_cluster_v2.a.id}\nE'],
    [
      '{ for k, boat in ionoscloud_pg_cluster.many : k => boat.cores if boat.id != "" }',
      '{ for k, boat in ionoscloud_pg_cluster_v2.many : k => boat.instances.cores if boat.id != "" }',
    ],
    [
      '[for c in [ionoscloud_pg_cluster.a, ionoscloud_pg_cluster.ignored] : c.display_name]',
      '[for c in [ionoscloud_pg_cluster_v2.a, ionoscloud_pg_cluster_v2.ignored] : c.name]',
    ],
    [
      '"%{ for c in ionoscloud_pg_cluster.many }${c.cores}%{ endfor }${c.cores}"',
      '"%{ for c in ionoscloud_pg_cluster_v2.many }${c.instances.cores}%{ endfor }${c.cores}"',
    ],
    [
      '{ for k, c in { one = ionoscloud_pg_cluster.a, "two" = ionoscloud_pg_cluster.ignored } : k => c.cores }',
      '{ for k, c in { one = ionoscloud_pg_cluster_v2.a, "two" = ionoscloud_pg_cluster_v2.ignored } : k => c.instances.cores }',
    ],
    ['{ one = ionoscloud_pg_cluster.a }.one.credentials[0].password', 'var.secret'],
    ['"ionoscloud_pg_cluster.a.ram"', '"ionoscloud_pg_cluster.a.ram"'],
    ['"$${ionoscloud_pg_cluster.a.ram}"', '"$${ionoscloud_pg_cluster.a.ram}"'],
    ['data.ionoscloud_pg_cluster.a.ram', 'data.ionoscloud_pg_cluster.a.ram'],
    [
      '[for ionoscloud_pg_cluster in [] : ionoscloud_pg_cluster.a.ram]',
      '[for ionoscloud_pg_cluster in [] : ionoscloud_pg_cluster.a.ram]',
    ],
  ])('%s', (from, to) => {
    expect(rewrite(from)).toEqual({ text: to, says: [] });
  });
});

describe('what there is something to say of', () => {
  test.each([
    ['ionoscloud_pg_cluster.a.ram / 1024', '(ionoscloud_pg_cluster_v2.a.instances.ram * 1024) / 1024', 'computed'],
    [
      '[for c in values(ionoscloud_pg_cluster.many) : c.ram]',
      '[for c in values(ionoscloud_pg_cluster_v2.many) : (c.instances.ram * 1024)]',
      'computed',
    ],
    [
      'ionoscloud_pg_cluster.a[*].ram',
      '[for item in ionoscloud_pg_cluster_v2.a[*].instances.ram : (item * 1024)]',
      'computed',
    ],
    [
      'ionoscloud_pg_cluster.a.*.ram[0]',
      '[for item in ionoscloud_pg_cluster_v2.a.*.instances.ram : (item * 1024)][0]',
      'computed',
    ],
    ['{ a = ionoscloud_pg_cluster.a }', '{ a = ionoscloud_pg_cluster_v2.a }', undefined],
    ['{ a = ionoscloud_pg_cluster.a, b = 1 }', '{ a = ionoscloud_pg_cluster_v2.a, b = 1 }', 'whole'],
    ['jsonencode(ionoscloud_pg_cluster.a)', 'jsonencode(ionoscloud_pg_cluster_v2.a)', 'whole'],
    ['merge(ionoscloud_pg_cluster.many, {})', 'merge(ionoscloud_pg_cluster_v2.many, {})', undefined],
    ['[merge(ionoscloud_pg_cluster.many, {}), 1]', '[merge(ionoscloud_pg_cluster_v2.many, {}), 1]', 'whole'],
    ['ionoscloud_pg_cluster.a.storage_type', 'ionoscloud_pg_cluster.a.storage_type', 'no-v2-form'],
    ['ionoscloud_pg_cluster.a.connections', 'ionoscloud_pg_cluster.a.connections', 'no-v2-form'],
    ['ionoscloud_pg_cluster.a.connections[*].cidr', 'ionoscloud_pg_cluster.a.connections[*].cidr', 'no-v2-form'],
    ['ionoscloud_pg_cluster.a.connections[1].cidr', 'ionoscloud_pg_cluster.a.connections[1].cidr', 'no-v2-form'],
    ['ionoscloud_pg_cluster.a[0].ram', 'ionoscloud_pg_cluster.a[0].ram', 'no-v2-form'],
    [
      'ionoscloud_pg_cluster.ignored.credentials[0].password',
      'ionoscloud_pg_cluster.ignored.credentials[0].password',
      'password-literal',
    ],
    [
      'ionoscloud_pg_cluster.many["x"].credentials[0].password',
      'ionoscloud_pg_cluster.many["x"].credentials[0].password',
      'own-expression-bound',
    ],
    ['ionoscloud_pg_cluster.lost.ram', 'ionoscloud_pg_cluster.lost.ram', 'undeclared'],
  ])('%s', (from, to, says) => {
    expect(rewrite(from)).toEqual({ text: to, says: says === undefined ? [] : [says] });
  });
});

test('blocks that depend on a cluster, go through clusters, or speak of themselves', () => {
  const module = readOne(`resource "ionoscloud_pg_cluster" "a" {
  lifecycle {
    postcondition {
      condition = self.ram > 4096
    }
  }
}
resource "ionoscloud_pg_cluster" "many" {
  count = 2
}
locals {
  first = ionoscloud_pg_cluster.many[0]
  named = { db = ionoscloud_pg_cluster.a }
}
output "named" {
  value      = local.named.db.ram + local.named["db"].cores
  depends_on = ["ionoscloud_pg_cluster.a"]
}
resource "thing" "one" {
  for_each   = { for c in ionoscloud_pg_cluster.many : c.display_name => c }
  depends_on = [ionoscloud_pg_cluster.a]
  lifecycle {
    replace_triggered_by = [ionoscloud_pg_cluster.a, ionoscloud_pg_cluster.a.ram]
  }
  mode = each.value.backup_location
}
resource "thing" "two" {
  for_each = zipmap(["x"], [local.first.cores])
  dynamic "part" {
    for_each = ionoscloud_pg_cluster.many
    content {
      size = part.value.ram
    }
  }
}
data "thing" "three" {
  depends_on = [ionoscloud_pg_cluster.a]
}
moved {
  from = ionoscloud_pg_cluster.z
  to   = ionoscloud_pg_cluster.a
}
`);
  const { edits, facts } = rewriteModule(module);
  const before = textOf(module, []).split('\n');
  const changed = textOf(module, edits)
    .split('\n')
    .filter((line, at) => line !== before[at]);
  expect(changed.map((line) => line.trim())).toEqual([
    'condition = (self.instances.ram * 1024) > 4096',
    'first = ionoscloud_pg_cluster_v2.many[0]',
    'named = { db = ionoscloud_pg_cluster_v2.a }',
    'value      = (local.named.db.instances.ram * 1024) + local.named["db"].instances.cores',
    'depends_on = ["ionoscloud_pg_cluster_v2.a"]',
    'for_each   = { for c in ionoscloud_pg_cluster_v2.many : c.name => c }',
    'depends_on = [ionoscloud_pg_cluster_v2.a]',
    'replace_triggered_by = [ionoscloud_pg_cluster_v2.a, ionoscloud_pg_cluster_v2.a.instances.ram]',
    'mode = each.value.backup.location',
    'for_each = zipmap(["x"], [local.first.instances.cores])',
    'for_each = ionoscloud_pg_cluster_v2.many',
    'size = (part.value.instances.ram * 1024)',
    'depends_on = [ionoscloud_pg_cluster_v2.a]',
  ]);
  expect(showFacts(facts)).toEqual([
    'main.tf:4:19 terraform/reference/computed ram',
    'main.tf:16:16 terraform/reference/computed ram',
    'main.tf:23:29 terraform/reference/trigger',
    'main.tf:32:14 terraform/reference/computed ram',
    'main.tf:37:17 terraform/reference/late-read',
  ]);
});
