// What expressions are known to be is what Terraform itself makes of them, where it is installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateKnown } from '../../../../src/forms/terraform/values/evaluate.js';
import { moduleOf, readTexts } from '../../../support/terraform.js';

const runs = Number(process.env['LAW_RUNS'] ?? 400);
const seed = Number(process.env['LAW_SEED'] ?? Date.now() % 1_000_000);
const isInstalled = spawnSync('terraform', ['version']).status === 0;

/** What Terraform refuses is never planned, so that nothing wrong comes of a value for it. */
const failed = 'failed';

const declared = `
variable "sizes" {
  type = map(object({ ram = number, disk = optional(number, 10), name = optional(string) }))
  default = {
    small = { ram = "4096" }
    large = { ram = 8192, disk = 20, extra = true }
  }
}
variable "text" {
  type    = string
  default = 15
}
variable "names" {
  type    = set(string)
  default = ["z", "b", "b"]
}
locals {
  list   = ["b", "a", "c"]
  nested = [["x"], [["y"], "z"]]
  map    = { b = 2, a = 1 }
}
`;

const expression: fc.Arbitrary<string> = fc.letrec<{
  text: string;
  number: string;
  list: string;
  map: string;
  any: string;
}>((tie) => {
  const { text, number, list, map } = { text: tie('text'), number: tie('number'), list: tie('list'), map: tie('map') };
  const call = (name: string, ...args: fc.Arbitrary<string>[]) =>
    fc.tuple(...args).map((parts) => `${name}(${parts.join(', ')})`);
  const small = fc.constantFrom('0', '1', '2', '-1', '3');
  return {
    number: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        '0',
        '1',
        '-7',
        '2.5',
        '1024',
        '"12"',
        'var.sizes.small.ram',
        'var.sizes["large"].disk',
        'local.map.a',
      ),
      fc.tuple(number, fc.constantFrom('+', '-', '*', '/', '%'), number).map((parts) => `(${parts.join(' ')})`),
      fc
        .tuple(fc.constantFrom('ceil', 'floor', 'abs', 'signum', 'tonumber'), number)
        .map(([name, one]) => `${name}(${one})`),
      call('max', number, number),
      call('min', number, number, number),
      call('length', list),
      call('pow', small, fc.constantFrom('0', '1', '5')),
      fc.tuple(number, number).map(([one, other]) => `(${one} > ${other} ? ${one} : ${other})`),
    ),
    text: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        '"a"',
        '"B c"',
        '""',
        '"10.0.5.0/22"',
        '"x-y-x"',
        'var.text',
        'local.list[1]',
        '"${1}"',
        '"%%{a} $${b}"',
      ),
      fc.tuple(text, number).map(([one, other]) => `"p\${${one}}-\${${other}}"`),
      fc
        .tuple(fc.constantFrom('upper', 'lower', 'trimspace', 'tostring', 'chomp'), text)
        .map(([name, one]) => `${name}(${one})`),
      call('replace', text, fc.constantFrom('"x"', '"-"'), text),
      call('substr', text, small, small),
      call('join', text, list),
      call('format', fc.constantFrom('"%s-%d"', '"%5s|%03d"', '"%v%%%d"'), text, fc.constantFrom('3', '12', '-4')),
      call('trimprefix', text, text),
      call('trimsuffix', text, text),
      call('cidrhost', fc.constant('"10.0.5.0/22"'), fc.constantFrom('0', '5', '-2', '1023', '1024')),
      call('cidrsubnet', fc.constant('"10.0.4.0/22"'), fc.constantFrom('2', '8'), small),
      call('try', text, text),
      call('coalesce', text, text),
    ),
    list: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        'local.list',
        '[]',
        '["q"]',
        'var.sizes[*].ram',
        'values(var.sizes)[*].disk',
        'keys(local.map)',
        'tolist(var.names)',
      ),
      fc.array(text, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      call('concat', list, list),
      call('flatten', fc.constant('local.nested')),
      call('split', fc.constantFrom('"-"', '"/"'), text),
      fc.tuple(list, text).map(([one, value]) => `[for i, v in ${one} : "\${i}\${v}" if v != ${value}]`),
      call('reverse', list),
      call('compact', list),
      call('distinct', list),
      call('sort', fc.constantFrom('local.list', 'keys(var.sizes)')),
      call('slice', list, fc.constant('0'), fc.constantFrom('0', '1')),
      call('range', fc.constantFrom('3', '1, 7, 2', '5, 1')),
    ),
    map: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('local.map', 'var.sizes', '{}', '{ "k" = 1, (var.text) = 2, l : 3 }'),
      call('merge', map, map),
      fc.tuple(text, number).map(([key, value]) => `{ (${key}) = ${value} }`),
      call(
        'zipmap',
        fc.constant('["a", "b"]'),
        fc.tuple(text, text).map((pair) => `[${pair.join(', ')}]`),
      ),
      list.map((one) => `{ for i, v in ${one} : "k\${i % 2}" => v... }`),
    ),
    any: fc.oneof(
      text,
      number,
      list,
      map,
      fc.tuple(list, small).map(([one, at]) => `try(${one}[${at}], "none")`),
      fc.tuple(map, text).map(([one, key]) => `lookup(${one}, ${key}, null)`),
      fc.tuple(list, small).map(([one, at]) => `element(${one}, ${at})`),
      fc.tuple(list, text).map(([one, item]) => `contains(${one}, ${item})`),
      fc.tuple(text, text, fc.constantFrom('==', '!=')).map(([one, other, sign]) => `${one} ${sign} ${other}`),
      fc
        .tuple(number, number, fc.constantFrom('<', '>=', '=='))
        .map(([one, other, sign]) => `${one} ${sign} ${other} || !can(local.map.c)`),
      fc.tuple(text, number).map(([one, other]) => `(${one} == "a" ? ${one} : ${other})`),
      text.map((one) => `<<-EOT\n    x\n      \${${one}}\n\n    EOT\n`),
    ),
  };
}).any;

test.skipIf(!isInstalled)('generated expressions', () => {
  const texts = fc.sample(expression, { seed, numRuns: runs });
  const known = texts.flatMap((text) => {
    const value = ask(text);
    return value === undefined ? [] : [{ text, value }];
  });
  expect(known.length).toBeGreaterThan(runs / 3);
  const theirs = askTerraform(known.map(({ text }) => text));
  const wrong = known.flatMap(({ text, value }, at) =>
    isDeepStrictEqual(value, theirs[at]) || theirs[at] === failed ? [] : [{ text, ours: value, theirs: theirs[at] }],
  );
  expect(wrong).toEqual([]);
});

function ask(text: string): unknown {
  const main = `${declared}resource "ionoscloud_pg_cluster" "a" {\n  x = ${text}\n}\n`;
  const [cluster] = moduleOf(readTexts({ 'main.tf': main })).clusters;
  const item = cluster?.block.body.items[0];
  const scope = cluster?.instances[0]?.scope;
  return item?.kind === 'attribute' && scope ? evaluateKnown(item.value, scope)?.value : undefined;
}

function askTerraform(texts: readonly string[]): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'expressions-'));
  try {
    const asked = texts.map((text) => `try(jsonencode(${text.includes('<<') ? `\n${text}` : text}), "${failed}"),\n`);
    writeFileSync(join(folder, 'main.tf'), `${declared}locals {\n  asked = [\n${asked.join('')}]\n}\n`);
    const { stdout, stderr } = spawnSync('terraform', ['console'], {
      cwd: folder,
      input: 'jsonencode(local.asked)\n',
      encoding: 'utf8',
    });
    if (!stdout.startsWith('"')) throw new Error(stderr);
    const answers: string[] = JSON.parse(JSON.parse(stdout));
    return answers.map((answer) => (answer === failed ? answer : JSON.parse(answer)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
