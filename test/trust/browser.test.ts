// The library in a bundle for browsers: no module of Node in it, and it translates in a place that has none.
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { createOptions, makeCreate } from '../support/base.js';

test.each(['index', 'schema/index'])('%s needs nothing of Node', async (entry) => {
  const { code, imports } = await bundle(entry);
  expect(imports).toEqual([]);
  expect(code).not.toMatch(/["']node:/);
  expect(code).not.toMatch(/\brequire\(|\bprocess\.(?!env\b)/);
});

test('a bundle translates without anything of Node', async () => {
  const { code } = await bundle('index');
  const value = JSON.stringify(makeCreate());
  const script = `${code}; JSON.stringify(library.translateText(${JSON.stringify(value)}, ${JSON.stringify(createOptions)}).map((one) => one.status))`;
  // What browsers have too.
  const web = { URL, TextDecoder, TextEncoder, structuredClone };
  expect(JSON.parse(runInNewContext(script, web))).toEqual(['ready']);
});

async function bundle(entry: string): Promise<{ readonly code: string; readonly imports: readonly string[] }> {
  const built = await rolldown({
    input: join(process.cwd(), 'dist', `${entry}.js`),
    platform: 'browser',
    external: /^node:/,
    logLevel: 'silent',
  });
  const { output } = await built.generate({ format: 'iife', name: 'library', codeSplitting: false });
  const [chunk] = output;
  return { code: chunk.code, imports: chunk.imports };
}
