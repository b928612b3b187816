import { describe, expect, test } from 'vitest';
import type { StateInstance } from '../../../../src/forms/terraform/module/module.js';
import { evaluateKnown } from '../../../../src/forms/terraform/values/evaluate.js';
import { moduleOf, readTexts, type Texts } from '../../../support/terraform.js';

/** What the argument `x` of each cluster of a module is known to be; undefined where nothing tells. */
function evaluate(texts: Texts, folder = '', state: readonly StateInstance[] = []): unknown[] {
  const module = moduleOf(readTexts(texts, state), folder);
  expect(module.files.flatMap(({ problems }) => problems)).toEqual([]);
  return module.clusters.flatMap(({ block, instances }) =>
    instances.map(({ scope }) => {
      const argument = block.body.items.find((item) => item.kind === 'attribute' && item.name === 'x');
      return argument?.kind === 'attribute' ? evaluateKnown(argument.value, scope)?.value : 'no argument';
    }),
  );
}

const cluster = (expression: string, more = '') =>
  `resource "ionoscloud_pg_cluster" "a" {\n${more}  x = ${expression}\n}\n`;

const declared = `
variable "n" { default = 4 }
variable "text" {
  type    = string
  default = 15
}
variable "open" {}
variable "sizes" {
  type = map(object({ ram = number, disk = optional(number, 10), name = optional(string) }))
  default = {
    small = { ram = "4096" }
    large = { ram = 8192, disk = 20, extra = true }
  }
}
locals {
  gb      = var.n
  mb      = local.gb * 1024
  circle  = local.circle
  list    = ["b", "a", "c"]
  mixed   = { known = 1, unknown = var.open }
  network = "10.52.16.0/20"
}
`;

describe('expressions', () => {
  test.each<[string, unknown]>([
    ['1 + 2 * 3', 7],
    ['-(2 - 5) % 2', 1],
    ['10240 / 1024', 10],
    ['1.5 * 1024', 1536],
    ['10 / 3', undefined],
    ['0.1 * 10240', undefined],
    ['1 / 0', undefined],
    ['"4" * 1024', 4096],
    ['1 < 2 && !(3 >= 4) || false', true],
    ['"a" == "a"', true],
    ['1 == "1"', undefined],
    ['null == null', true],
    ['true ? "x" : "y"', 'x'],
    ['true ? 1 : "y"', '1'],
    ['var.open ? 1 : 2', undefined],
    ['"a-${var.n}-${true}"', 'a-4-true'],
    ['"${var.sizes}"', { large: { ram: 8192, disk: 20, name: null }, small: { ram: 4096, disk: 10, name: null } }],
    ['"a ${~ var.n ~} b"', 'a4b'],
    ['"%{ if true }a%{ endif }"', undefined],
    ['<<-E\n    a\n      ${var.n}\n\n    E\n', 'a\n  4\n\n'],
    ['<<E\n  a\nE\n', '  a\n'],
    ['var.text', '15'],
    ['var.open', undefined],
    ['local.mb', 4096],
    ['local.circle', undefined],
    ['local.mixed.known', 1],
    ['local.mixed.unknown', undefined],
    ['local.mixed', undefined],
    ['local.list[1]', 'a'],
    ['local.list.0', 'b'],
    ['local.list[3]', undefined],
    ['var.sizes["small"].ram', 4096],
    ['var.sizes.large.disk', 20],
    ['values(var.sizes)[*].ram', [8192, 4096]],
    ['[for k, v in var.sizes : "${k}=${v.ram}" if v.ram > 5000]', ['large=8192']],
    ['{ for k, v in var.sizes : upper(k) => v.ram }', { LARGE: 8192, SMALL: 4096 }],
    ['{ for s in local.list : "x" => s... }', { x: ['b', 'a', 'c'] }],
    ['{ for s in local.list : "x" => s }', undefined],
    ['toset(local.list)', ['a', 'b', 'c']],
    ['try(var.sizes["huge"].ram, 1)', 1],
    ['try(var.open, 1)', undefined],
    ['can(var.sizes["huge"])', false],
    ['coalesce(null, "", "x")', 'x'],
    ['coalesce(var.open, 1)', undefined],
    ['lookup(var.sizes, "huge", 3)', 3],
    ['merge({ a = 1 }, { a = 2, b = 3 })', { a: 2, b: 3 }],
    ['max(1, 5, var.n)', 5],
    ['min([3, 2]...)', 2],
    ['ceil(15000 / 1024)', 15],
    ['floor(2.5)', 2],
    ['format("%02d:30:%s %%", 3, "x")', '03:30:x %'],
    ['format("%5.2f", 1)', undefined],
    ['format("%d", 1.5)', undefined],
    ['join(",", local.list)', 'b,a,c'],
    ['split("/", local.network)[1]', '20'],
    ['replace("a-b-c", "-", "_")', 'a_b_c'],
    ['replace("abc", "/b/", "_")', undefined],
    ['cidrhost(local.network, 140)', '10.52.16.140'],
    ['cidrhost(local.network, -2)', '10.52.31.254'],
    ['cidrhost("10.0.0.0/30", 4)', undefined],
    ['cidrsubnet("10.0.0.0/8", 8, 2)', '10.2.0.0/16'],
    ['cidrnetmask("10.0.0.0/20")', '255.255.240.0'],
    ['tonumber("42")', 42],
    ['tostring(42)', '42'],
    ['length(local.list)', 3],
    ['length("ü")', undefined],
    ['upper("straße")', undefined],
    ['substr("abcdef", 1, 3)', 'bcd'],
    ['keys(var.sizes)', ['large', 'small']],
    ['concat(local.list, ["d"])', ['b', 'a', 'c', 'd']],
    ['flatten([[1], [[2], 3]])', [1, 2, 3]],
    ['element(local.list, 4)', 'a'],
    ['contains(local.list, "z")', false],
    ['range(3)', [0, 1, 2]],
    ['zipmap(["a"], [1])', { a: 1 }],
    ['one([7])', 7],
    ['sum([1, 2.5])', 3.5],
    ['file("secret")', undefined],
    ['provider::x::y(1)', undefined],
    ['terraform.workspace', undefined],
    ['path.module', undefined],
    ['thing.other.id', undefined],
    ['count.index', undefined],
    ['each.key', undefined],
    ['{ "a" = 1, (local.list[0]) = 2, true = 3 }', { a: 1, b: 2, true: 3 }],
  ])('%s', (expression, value) => {
    expect(evaluate({ 'main.tf': declared + cluster(expression) })).toEqual([value]);
  });
});

describe('variables', () => {
  const main = `variable "v" {\n  default = 1\n}\n${cluster('var.v')}`;

  test.each<[string, Texts, unknown]>([
    ['a default', {}, 1],
    ['terraform.tfvars', { 'terraform.tfvars': 'v = 2\n' }, 2],
    ['terraform.tfvars.json wins', { 'terraform.tfvars': 'v = 2\n', 'terraform.tfvars.json': '{"v": 3}' }, 3],
    [
      'the last auto file wins',
      { 'terraform.tfvars.json': '{"v": 3}', 'b.auto.tfvars': 'v = 4', 'a.auto.tfvars.json': '{"v":5}' },
      4,
    ],
    ['files to choose from that say the same', { 'prod.tfvars': 'v = 1\n' }, 1],
    ['files to choose from that differ', { 'prod.tfvars': 'v = 2\n' }, undefined],
    ['an override file', { 'a_override.tf': 'variable "v" {\n  default = 6\n}\n' }, 6],
    ['an override file that leaves it', { 'override.tf': 'variable "v" {\n  type = string\n}\n' }, '1'],
    ['declared in JSON', { 'more.tf.json': '{"variable": {"w": {"default": 7}}}' }, 1],
  ])('%s', (...[, texts, value]) => {
    expect(evaluate({ 'main.tf': main, ...texts })).toEqual([value]);
  });

  test('only files to choose from', () => {
    const text = `variable "v" {\n}\n${cluster('var.v')}`;
    expect(evaluate({ 'main.tf': text, 'prod.tfvars': 'v = 2\n' })).toEqual([2]);
    expect(evaluate({ 'main.tf': text, 'prod.tfvars': 'v = 2\n', 'dev.tfvars': 'v = 2\n' })).toEqual([2]);
    expect(evaluate({ 'main.tf': text, 'prod.tfvars': 'v = 2\n', 'dev.tfvars': 'v = 3\n' })).toEqual([undefined]);
  });

  test('of JSON files, with their types; templates there are not followed', () => {
    const json = { variable: [{ v: { type: 'string', default: 5 } }], locals: { a: '${var.v}', b: { c: 'plain' } } };
    const texts = (expression: string) => ({ 'main.tf': cluster(expression), 'x.tf.json': JSON.stringify(json) });
    expect(evaluate(texts('var.v'))).toEqual(['5']);
    expect(evaluate(texts('local.a'))).toEqual([undefined]);
    expect(evaluate(texts('local.b.c'))).toEqual(['plain']);
  });

  test('come from callers, and keep defaults where these are silent or say null', () => {
    const child = `variable "v" {\n  default  = 1\n  nullable = false\n}\nvariable "w" {\n  default = 2\n}\n${cluster('"${var.v}/${var.w == null}"')}`;
    const root =
      'module "one" {\n  source = "./db"\n  v = 7\n  w = null\n}\nmodule "two" {\n  source = "./db/"\n  v = null\n}\n';
    expect(evaluate({ 'main.tf': root, 'db/main.tf': child }, 'db')).toEqual(['7/true', '1/false']);
  });
});

describe('what repeats', () => {
  test('count and for_each give each instance its own value and address', () => {
    const texts = {
      'main.tf': `locals {\n  all = { b = 2, a = 1 }\n}\n${cluster('each.value', '  for_each = local.all\n')}${cluster('count.index + 1', '  count = 2\n').replace('"a"', '"c"')}${cluster('each.key', '  for_each = toset(["z", "y"])\n').replace('"a"', '"d"')}`,
    };
    expect(evaluate(texts)).toEqual([1, 2, 1, 2, 'y', 'z']);
    expect(
      moduleOf(readTexts(texts)).clusters.flatMap(({ instances }) => instances.map(({ address }) => address)),
    ).toEqual([
      'ionoscloud_pg_cluster.a["a"]',
      'ionoscloud_pg_cluster.a["b"]',
      'ionoscloud_pg_cluster.c[0]',
      'ionoscloud_pg_cluster.c[1]',
      'ionoscloud_pg_cluster.d["y"]',
      'ionoscloud_pg_cluster.d["z"]',
    ]);
  });

  test('modules within modules, called several times', () => {
    const project = readTexts({
      'main.tf': 'module "site" {\n  source   = "./site"\n  for_each = toset(["a", "b"])\n  name = each.key\n}\n',
      'site/main.tf':
        'variable "name" {}\nmodule "db" {\n  source = "../db"\n  count  = 2\n  name = "${var.name}-${count.index}"\n}\n',
      'db/main.tf': `variable "name" {}\n${cluster('var.name')}`,
    });
    const [found] = moduleOf(project, 'db').clusters;
    expect(found?.address).toBe('module.site.module.db.ionoscloud_pg_cluster.a');
    expect(found?.instances.map(({ address }) => address)).toEqual([
      'module.site["a"].module.db[0].ionoscloud_pg_cluster.a',
      'module.site["a"].module.db[1].ionoscloud_pg_cluster.a',
      'module.site["b"].module.db[0].ionoscloud_pg_cluster.a',
      'module.site["b"].module.db[1].ionoscloud_pg_cluster.a',
    ]);
  });

  test('a number that nothing tells comes from the state, else it is said to be unknown', () => {
    const texts = { 'main.tf': `variable "n" {}\n${cluster('count.index', '  count = var.n\n')}` };
    const state = (key: number): StateInstance => ({
      module: '',
      mode: 'managed',
      type: 'ionoscloud_pg_cluster',
      name: 'a',
      key,
      attributes: {},
    });
    expect(evaluate(texts, '', [state(0), state(1)])).toEqual([0, 1]);
    expect(moduleOf(readTexts(texts)).clusters[0]?.instances).toMatchObject([{ isUnknown: true, key: undefined }]);
  });

  test('what only a state has belongs to it, too', () => {
    const state = (key: number | undefined): StateInstance => ({
      module: '',
      mode: 'managed',
      type: 'ionoscloud_pg_cluster',
      name: 'a',
      key,
      attributes: { id: `id-${key}` },
    });
    const list = (more: string, keys: readonly (number | undefined)[]) =>
      moduleOf(readTexts({ 'main.tf': cluster('1', more) }, keys.map(state))).clusters[0]?.instances.map(
        ({ key, isStated, state: found }) => [key, isStated, found?.attributes['id']],
      );
    expect(list('  count = 1\n', [0, 1])).toEqual([
      [0, false, 'id-0'],
      [1, true, 'id-1'],
    ]);
    expect(list('  count = 0\n', [0])).toEqual([[0, true, 'id-0']]);
    // Terraform moves the one without a key to the first index, and back.
    expect(list('  count = 1\n', [undefined])).toEqual([[0, false, 'id-undefined']]);
    expect(list('', [0])).toEqual([[undefined, false, 'id-0']]);
  });

  test('modules that call themselves come to an end', () => {
    const project = readTexts({
      'a/main.tf': `module "b" {\n  source = "../b"\n}\n${cluster('1')}`,
      'b/main.tf': 'module "a" {\n  source = "../a"\n  for_each = toset(["x", "y"])\n}\n',
    });
    expect(moduleOf(project, 'a').clusters[0]?.instances.length).toBeGreaterThan(0);
  });
});

describe('resources, data and modules', () => {
  const state: readonly StateInstance[] = [
    {
      module: '',
      mode: 'managed',
      type: 'thing',
      name: 'one',
      key: undefined,
      attributes: { id: 'i1', list: [{ a: 1 }] },
    },
    { module: '', mode: 'managed', type: 'thing', name: 'two', key: 'k', attributes: { id: 'i2' } },
    { module: '', mode: 'managed', type: 'thing', name: 'three', key: 1, attributes: { id: 'i4' } },
    { module: '', mode: 'managed', type: 'thing', name: 'three', key: 0, attributes: { id: 'i3' } },
    { module: '', mode: 'data', type: 'thing', name: 'one', key: undefined, attributes: { id: 'd1' } },
    {
      module: '',
      mode: 'managed',
      type: 'random_password',
      name: 'p',
      key: undefined,
      attributes: { result: 's3cret' },
    },
  ];
  const resources = `
resource "thing" "one" {
  name  = "n-\${var.v}"
  place = local.place
}
resource "thing" "two" {
  for_each = var.open
}
resource "thing" "three" {
  count = var.open
}
data "thing" "one" {
}
resource "random_password" "p" {
}
variable "v" { default = 1 }
variable "open" {}
locals {
  place = "de/txl"
  db = { ram = 4096, password = var.v }
  all = { for key in ["a"] : key => { password = "p", name = "n" } }
}
module "net" {
  source = "./net"
  lan    = 3
}
`;
  const net =
    'variable "lan" {}\noutput "lan" {\n  value = "lan-${var.lan}"\n}\noutput "id" {\n  value = thing.x.id\n}\n';

  test.each<[string, unknown, boolean]>([
    ['thing.one.name', 'n-1', false],
    ['thing.one.place', 'de/txl', false],
    ['thing.one.id', 'i1', false],
    ['thing.one.list[0].a', 1, false],
    ['thing.one.other', undefined, false],
    ['try(thing.one.other, 1)', undefined, false],
    ['thing.two["k"].id', 'i2', false],
    ['thing.three[1].id', 'i4', false],
    ['data.thing.one.id', 'd1', false],
    ['random_password.p.result', 's3cret', true],
    ['module.net.lan', 'lan-3', false],
    ['module.net.id', undefined, false],
    ['local.db.ram', 4096, false],
    ['local.db.password', 1, true],
    ['sensitive("x")', 'x', true],
    ['local.all["a"].password', 'p', true],
    ['local.all["a"].name', 'n', false],
  ])('%s', (expression, value, isSecret) => {
    const project = readTexts({ 'main.tf': resources + cluster(expression), 'net/main.tf': net }, state);
    const [found] = moduleOf(project).clusters;
    const argument = found?.block.body.items[0];
    const scope = found?.instances[0]?.scope;
    if (argument?.kind !== 'attribute' || !scope) throw new Error('no cluster');
    const known = evaluateKnown(argument.value, scope);
    expect(known?.value).toEqual(value);
    if (known) expect(known.isSecret).toBe(isSecret);
  });

  test('origins are the places that a value comes from', () => {
    const project = readTexts({
      'main.tf': `variable "a" {\n  default = 1\n}\nlocals {\n  b = 2\n}\n${cluster('var.a + local.b')}`,
      'terraform.tfvars': '\nb = 1\na = 3\n',
    });
    const [found] = moduleOf(project).clusters;
    const argument = found?.block.body.items[0];
    if (argument?.kind !== 'attribute' || !found?.instances[0]) throw new Error('no cluster');
    expect(evaluateKnown(argument.value, found.instances[0].scope)?.origins).toEqual([
      { source: 'terraform.tfvars', at: { line: 3, column: 1 }, name: 'var.a' },
      { source: 'main.tf', at: { line: 5, column: 3 }, name: 'local.b' },
    ]);
  });
});

test('texts that are made to grow come to an end', () => {
  const lists = Array.from({ length: 60 }, (_, at) => `  l${at + 1} = [local.l${at}, local.l${at}]\n`).join('');
  const chain = Array.from({ length: 5000 }, (_, at) => `  c${at + 1} = local.c${at}\n`).join('');
  const texts = Array.from({ length: 60 }, (_, at) => `  t${at + 1} = "\${local.t${at}}\${local.t${at}}"\n`).join('');
  const locals = `locals {\n  l0 = 1\n${lists}  c0 = 1\n${chain}  t0 = "x"\n${texts}}\n`;
  for (const name of ['l60', 'c5000', 't60', 'flatten([local.l60])'.slice(15, -2)])
    expect(evaluate({ 'main.tf': locals + cluster(`local.${name.replace('local.', '')}`) })).toEqual([undefined]);
  expect(evaluate({ 'main.tf': locals + cluster('length(flatten(local.l60))') })).toEqual([undefined]);
  const loops = '[for a in range(3000) : [for b in range(3000) : [for c in range(3000) : a + b + c]]]';
  expect(evaluate({ 'main.tf': cluster(loops) })).toEqual([undefined]);
});
