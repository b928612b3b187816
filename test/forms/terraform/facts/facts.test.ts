import { describe, expect, test } from 'vitest';
import { facts } from '../../../../src/facts/index.js';
import { forgetResources } from '../../../../src/forms/terraform/facts/forget.js';
import { listInventory, listOldData } from '../../../../src/forms/terraform/facts/inventory.js';
import { judgePins } from '../../../../src/forms/terraform/facts/pins.js';
import { listConcerned } from '../../../../src/forms/terraform/module/tree.js';
import { findUses } from '../../../../src/forms/terraform/references/find.js';
import {
  listFacts,
  moduleOf,
  readOne,
  readTexts,
  rewriteModule,
  showFacts,
  textOf,
} from '../../../support/terraform.js';

describe('versions', () => {
  test('pins are raised where they stand, the rest stays', () => {
    const module = readOne(`terraform {
  required_version = "~> 1.5" # as on the build machine
  required_providers {
    ionos = {
      source  = "Ionos-Cloud/ionoscloud"
      version = "~> 6.4" # tried
    }
    random = { source = "hashicorp/random", version = "~> 3.5" }
  }
}
provider "ionoscloud" {
  version = ">= 6.4.10, < 6.7.27"
}
`);
    const { edits, facts: found } = judgePins(module, facts.terraform);
    expect(textOf(module, edits)).toContain('version = ">= 6.7.30, < 7.0.0" # tried\n');
    expect(textOf(module, edits)).toContain('version = ">= 6.7.30"\n');
    expect(textOf(module, edits)).toContain('version = "~> 3.5" }');
    expect(showFacts(found)).toEqual([
      'main.tf:2:22 terraform/required-version/older 1.11.0',
      'main.tf:6:17 terraform/provider-version/older 6.7.30 ~> 6.4 >= 6.7.30, < 7.0.0',
      'main.tf:12:13 terraform/provider-version/excluded 6.7.30 >= 6.4.10, < 6.7.27 >= 6.7.30',
    ]);
  });

  test('a version that is not asked for, not readable, or in JSON', () => {
    const json = { terraform: { required_version: '< 1.9', required_providers: { ionoscloud: { version: '6.4.9' } } } };
    const project = readTexts({
      'a.tf': 'terraform {\n  required_providers {\n    ionoscloud = { source = "ionos-cloud/ionoscloud" }\n  }\n}\n',
      'b.tf': 'terraform {\n  required_providers {\n    ionoscloud = "newest"\n  }\n  required_version = "1.10.5"\n}\n',
      'c.tf.json': JSON.stringify(json),
    });
    expect(showFacts(judgePins(moduleOf(project), facts.terraform).facts)).toEqual([
      'a.tf:3:5 terraform/provider-version/none 6.7.30',
      'b.tf:5:22 terraform/required-version/excluded 1.11.0',
      'b.tf:3:18 terraform/provider-version/unclear 6.7.30',
      'c.tf.json:1:15 terraform/required-version/excluded 1.11.0',
      'c.tf.json:1:64 terraform/provider-version/json 6.7.30',
    ]);
  });

  test('modules that share a provider with a cluster are concerned', () => {
    const project = readTexts({
      'root/main.tf': 'module "db" {\n  source = "../db"\n}\nmodule "net" {\n  source = "./net"\n}\n',
      'root/net/main.tf': '',
      'db/main.tf': 'resource "ionoscloud_pg_cluster" "a" {\n}\n',
      'other/main.tf': 'module "net" {\n  source = "../root/net"\n}\n',
    });
    expect([...listConcerned(project)].map(({ folder }) => folder).sort()).toEqual(['db', 'root', 'root/net']);
  });
});

const people = `resource "ionoscloud_pg_cluster" "guild" {
}
resource "ionoscloud_pg_user" "writer" {
  cluster_id = ionoscloud_pg_cluster.guild.id
  username   = "writer" # of books
  password   = var.secret
}
resource "ionoscloud_pg_database" "books" {
  for_each   = toset(["books", "minutes"])
  cluster_id = ionoscloud_pg_cluster.guild.id
  name       = each.key
  owner      = ionoscloud_pg_user.writer.username
}
resource "ionoscloud_pg_database" "one" {
  cluster_id = ionoscloud_pg_cluster.guild.id
  name       = "one"
  owner      = ionoscloud_pg_user.writer.username
}
data "ionoscloud_pg_cluster" "neighbour" {
}
data "ionoscloud_pg_cluster_v2" "other" {
}
data "ionoscloud_pg_user" "someone" {
}
`;

describe('users, databases and data of v1', () => {
  test('are listed with their cluster and their names', () => {
    const module = readOne(people);
    const inventory = listInventory(module, findUses(module));
    expect(inventory.map(({ kind, address, names, cluster }) => [kind, address, names, cluster?.name])).toEqual([
      ['user', 'ionoscloud_pg_user.writer', ['writer'], 'guild'],
      ['database', 'ionoscloud_pg_database.books', ['books', 'minutes'], 'guild'],
      ['database', 'ionoscloud_pg_database.one', ['one'], 'guild'],
    ]);
    expect(listOldData(module).map(({ type }) => type)).toEqual(['ionoscloud_pg_cluster', 'ionoscloud_pg_user']);
  });

  test('are forgotten, their inputs in place of what read them', () => {
    const module = readOne(`${people}output "url" {
  value      = "postgres://\${ionoscloud_pg_user.writer.username}@\${ionoscloud_pg_database.one.owner}/\${ionoscloud_pg_database.one.name}"
  depends_on = [ionoscloud_pg_user.writer]
}
output "password" {
  value = [ionoscloud_pg_user.writer.password, ionoscloud_pg_database.one.cluster_id]
}
output "lost" {
  value = [ionoscloud_pg_database.books["books"].name, ionoscloud_pg_database.one.id, ionoscloud_pg_user.writer]
}
`);
    const references = rewriteModule(module).edits;
    const { edits, facts: found } = forgetResources(module, listInventory(module, findUses(module)), references);
    const text = textOf(module, [...references, ...edits]);
    expect(text.slice(0, text.indexOf('removed', 70))).toBe(`resource "ionoscloud_pg_cluster" "guild" {
}
removed {
  # of books
  from = ionoscloud_pg_user.writer

  lifecycle {
    destroy = false
  }
}
`);
    expect(text).toContain('  from = ionoscloud_pg_database.books\n');
    expect(text).toContain('value      = "postgres://${"writer"}@${"writer"}/${"one"}"\n');
    expect(text).toContain('depends_on = [ionoscloud_pg_cluster_v2.guild]\n');
    expect(text).toContain('value = [var.secret, ionoscloud_pg_cluster_v2.guild.id]\n');
    expect(found.map(({ code, data }) => [code, data?.['attribute']])).toEqual([
      ['terraform/inventory/read-elsewhere', 'ionoscloud_pg_database.books["books"].name'],
      ['terraform/inventory/read-elsewhere', 'ionoscloud_pg_database.one.id'],
      ['terraform/inventory/read-elsewhere', 'ionoscloud_pg_user.writer'],
    ]);
  });
});

describe('units of variables', () => {
  const variable = (name: string, inside: string, above = '') => `${above}variable "${name}" {\n  ${inside}\n}\n`;
  const cluster = (ram: string) => `resource "ionoscloud_pg_cluster" "a" {\n  ram = ${ram}\n}\n`;

  test.each([
    ['a description in GB', variable('size', 'description = "RAM in GB"'), 'var.size', ['gb-as-mb']],
    ['GB that are multiplied', variable('size', 'description = "RAM (GB)"'), 'var.size * 1024', []],
    ['GB that are multiplied the other way', variable('size', 'description = "RAM (GB)"'), '1024 * var.size', []],
    [
      'GB through a local',
      `${variable('size', 'description = "RAM (GiB)"')}locals {\n  m = var.size\n}\n`,
      'local.m',
      ['gb-as-mb'],
    ],
    [
      'GB multiplied in a local',
      `${variable('size', 'description = "GB"')}locals {\n  m = var.size * 1024\n}\n`,
      'local.m',
      [],
    ],
    ['both units', variable('size', 'description = "RAM in MB, not GB"'), 'var.size', []],
    ['a comment behind the default', variable('size', 'default = 4096 # GB'), 'var.size', ['gb-as-mb']],
    ['a comment above', variable('size', 'default = 4096', '# gigabytes\n'), 'max(var.size, 4096)', ['gb-as-mb']],
    ['a comment above with a line between', variable('size', 'default = 4096', '# GB\n\n'), 'var.size', []],
    ['a name', variable('memory_gb', 'type = number'), 'var.memory_gb', ['gb-as-mb']],
    ['MB that are multiplied', variable('size', 'description = "in MB"'), 'var.size * 1024', ['mb-multiplied']],
    ['MB', variable('size', 'description = "in MB"'), 'var.size', []],
    ['a value that its rule refuses', variable('size', 'default = 16 # GB'), 'var.size', []],
    ['no unit', variable('size', 'description = "GBP per month"'), 'var.size', []],
  ])('%s', (...[, text, ram, says]) => {
    const found = listFacts(readOne(text + cluster(ram)));
    expect(found.map(({ code }) => code)).toEqual(says.map((one) => `terraform/variable-units/${one}`));
  });

  test('follows each.value and callers, and names the place', () => {
    const project = readTexts({
      'main.tf': `${variable('boats', 'description = "memory in GB"')}module "db" {\n  source = "./db"\n  for_each = var.boats\n  mem = each.value.mem\n}\n`,
      'db/main.tf': `${variable('mem', 'type = number')}${cluster('var.mem')}`,
    });
    expect(showFacts(listFacts(moduleOf(project, 'db')))).toEqual([
      'db/main.tf:5:3 terraform/variable-units/gb-as-mb ram boats main.tf:1:1',
    ]);
  });
});

test('blocks of addresses, override files, the resource of the beta, and JSON', () => {
  const project = readTexts({
    'a.tf': `import {
  to = ionoscloud_pg_cluster.a
  id = "x"
}
moved {
  from = ionoscloud_pg_cluster.b["x"]
  to   = ionoscloud_pg_cluster.c
}
moved {
  from = ionoscloud_lan.b
  to   = ionoscloud_lan.c
}
resource "ionoscloud_dbaas_pgsql_cluster" "beta" {
}
`,
    'dev_override.tf': 'resource "ionoscloud_pg_cluster" "a" {\n}\n',
    'b.tf.json': JSON.stringify({
      resource: [{ ionoscloud_pg_cluster: { drafts: {} } }, { ionoscloud_pg_user: { a: {} } }],
      output: { host: { value: '${ionoscloud_pg_cluster.drafts.dns_name}' } },
    }),
    'c.tf.json': JSON.stringify({ output: { host: { value: '${ionoscloud_pg_cluster_v2.drafts.dns_name}' } } }),
  });
  expect(showFacts(listFacts(moduleOf(project)))).toEqual([
    'a.tf:1:1 terraform/address/import',
    'a.tf:13:1 terraform/address/beta',
    'dev_override.tf:1:1 terraform/address/override',
    'b.tf.json:1:40 terraform/address/json',
    'b.tf.json:1:55 terraform/address/json-other ionoscloud_pg_user',
    'b.tf.json:1:105 terraform/reference/json',
  ]);
});
