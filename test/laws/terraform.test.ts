// The laws of Terraform on generated modules: what is not a cluster stays, every comment is kept or reported, twice is
// once, and the v2 block says what the v2 payload of the same cluster says.
import { execFileSync, spawnSync } from 'node:child_process';
import { parse } from '@cdktn/hcl2json';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { clusterTypes, toArgument } from '../../src/forms/terraform/fields.js';
import { listResources } from '../../src/forms/terraform/module/clusters.js';
import { readProject } from '../../src/forms/terraform/module/read.js';
import { evaluateKnown } from '../../src/forms/terraform/values/evaluate.js';
import { translateValue } from '../../src/index.js';
import { isScalar } from '../../src/model/json.js';
import { walkLeaves } from '../../src/model/walk.js';
import { translateModule } from '../../src/terraform.js';
import { runs as asked } from '../support/generate.js';
import { type GeneratedModule, literalModules, modules } from '../support/generate-modules.js';

vi.setConfig({ testTimeout: 120_000 + asked.numRuns * 100 });

// A module is some forty values, each in a style of its own.
const runs = { ...asked, numRuns: Math.ceil(asked.numRuns / 5) };

const id = '5b0e7a14-c2d9-4f83-9b16-0d7ae41c8e25';
const set = { 'credentials.database': 'app' };
/** What only an expression can be blocked for: a copy of it would say the word of v1 again. */
const ofExpressions = ['document/expression-differs/differs', 'terraform/location/unknown'];

function translate({ text }: Pick<GeneratedModule, 'text'>) {
  const { translations, modules: written } = translateModule([{ path: 'main.tf', text }], { id, set });
  const [first, file] = [translations[0], written[0]?.files[0]];
  if (!first || !file) throw new Error('no translation');
  return { translation: first.translation, text: file.isChanged ? file.text : undefined };
}

describe.each([
  ['literals', literalModules],
  ['expressions', modules],
] as const)('modules of %s', (_name, generated) => {
  test('keep what is no cluster, byte for byte', () => {
    check(generated, (module) => {
      const { text } = translate(module);
      if (text === undefined) return;
      expect(text.startsWith(module.above)).toBe(true);
      expect(text.endsWith(module.below)).toBe(true);
    });
  });

  test('keep each comment, or report it', () => {
    check(generated, (module) => {
      const { translation, text } = translate(module);
      const stranded = (translation.comments ?? []).filter(({ to }) => to === undefined).map((comment) => comment.text);
      for (const comment of module.comments) {
        const isReported = stranded.some((one) => one.split('\n').includes(comment) || one === ' [redacted]');
        if (text !== undefined) expect([text.includes(comment), isReported]).toContain(true);
      }
    });
  });

  test('are translated once', () => {
    check(generated, (module) => {
      const { text } = translate(module);
      if (text !== undefined) expect(translate({ text }).text).toBe(undefined);
    });
  });

  test('say what the payload of the same cluster says', () => {
    let count = 0;
    check(generated, (module) => {
      const payload = translateValue({ id, properties: module.properties }, { set });
      const { translation, text } = translate(module);
      if (payload.status === 'blocked' || text === undefined) {
        const codes = translation.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
        if (payload.status !== 'blocked') expect(codes.filter((code) => !ofExpressions.includes(code))).toEqual([]);
        else expect(translation.status).toBe('blocked');
        return;
      }
      count += 1;
      expect(readBlock(text)).toEqual(argumentsOf(payload.document, payload.location));
    });
    expect(count).toBeGreaterThan(runs.numRuns / 10);
  });
});

test("every module that was written is read by HashiCorp's parser, and laid out as terraform fmt does", async () => {
  const written = fc.sample(modules, { ...runs, numRuns: 60 }).flatMap((module) => {
    const { text } = translate(module);
    return text === undefined ? [] : [text.slice(module.above.length, text.length - module.below.length)];
  });
  expect(written.length).toBeGreaterThan(10);
  for (const text of written) expect(Object.keys(await parse('main.tf', text))).toContain('resource');
  if (spawnSync('terraform', ['version']).status !== 0) {
    console.log('terraform is not there: the layout was not checked');
    return;
  }
  const all = written.join('\n');
  expect(
    execFileSync('terraform', ['fmt', '-'], { input: all, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }),
  ).toBe(all);
});

function check(generated: fc.Arbitrary<GeneratedModule>, law: (module: GeneratedModule) => void): void {
  fc.assert(fc.property(generated, law), runs);
}

/** The arguments of the v2 block in a text, as they evaluate. */
function readBlock(text: string): Readonly<Record<string, string>> {
  const [module] = readProject([{ path: 'main.tf', text }]).modules;
  const [resource] = module ? listResources(module, clusterTypes.v2) : [];
  const scope = resource?.instances[0]?.scope;
  if (!resource || !scope) throw new Error('no v2 block');
  const values = resource.block.body.items.flatMap((item) => {
    if (item.kind === 'block') return [];
    const known = evaluateKnown(item.value, scope)?.value;
    return [...walkLeaves(known, `/${item.name}`)].map(({ pointer, value }) => [
      pointer.slice(1).replace('/', '.'),
      String(value),
    ]);
  });
  const { 'credentials.password_version': _version, ...rest } = Object.fromEntries(values);
  return rest;
}

/** The arguments that a v2 payload is. */
function argumentsOf(document: unknown, location: string | undefined): Readonly<Record<string, string>> {
  const leaves = [...walkLeaves(document)].flatMap(({ pointer, value }) => {
    const path = toArgument(pointer);
    // HCL takes texts in the normal form of Unicode.
    return path && isScalar(value) ? [[path.join('.'), String(value).normalize('NFC')]] : [];
  });
  return { ...Object.fromEntries(leaves), location: location === 'de/fra/1' ? 'de/fra' : String(location) };
}
