// What comes with the package: few dependencies, each with its reason in the README of tests, none that runs code on install.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
}

const manifest = readJson<Manifest>('package.json');
const dependencies = ['@noble/hashes', 'fast-json-patch', 'ipaddr.js', 'jsonc-parser', 'leven', 'yaml', 'zod'];

test('there are seven dependencies, and none of them has one of its own', () => {
  expect(Object.keys(manifest.dependencies ?? {})).toEqual(dependencies);
  expect(dependencies.flatMap((name) => Object.keys(readPackage(name).dependencies ?? {}))).toEqual([]);
});

test('each dependency has its reason in the README of tests', () => {
  const readme = readFileSync('test/README.md', 'utf8');
  for (const name of dependencies)
    expect(readme).toMatch(new RegExp(`^\\| \`${name.replace('.', '\\.')}\` \\|.{20,}`, 'm'));
});

test('nothing runs on install', () => {
  // npm warns of `prepare` too where a packed file is installed; `dependencies` and `prepack` build a checkout instead.
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare'];
  for (const name of dependencies)
    expect(Object.keys(readPackage(name).scripts ?? {}).filter((script) => hooks.includes(script))).toEqual([]);
  expect(Object.keys(manifest.scripts ?? {}).filter((script) => hooks.includes(script))).toEqual([]);
  expect(manifest.files).toEqual(['dist']);
});

test('no dependency has a known vulnerability of high or above, where the registry can be asked', (context) => {
  const words = ['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-timeout=5000', '--fetch-retries=0'];
  const { status, stdout } = spawnSync('npm', words, { encoding: 'utf8', timeout: 15_000 });
  const answer = parse(stdout);
  if (!answer?.['metadata']) {
    console.log('npm audit: the registry gives no advisories here, so nothing was checked');
    context.skip();
  }
  expect({ status, answer }).toMatchObject({ status: 0 });
});

function readPackage(name: string): Manifest {
  return readJson(`node_modules/${name}/package.json`);
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
