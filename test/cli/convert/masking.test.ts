// What a dry run shows: secrets are masked by what they are, in whatever way they are written.
import { describe, expect, test } from 'vitest';
import { makeCluster, makeFolder, run, supply } from '../command.js';

const secret = 'Canary!Pass"w0rd';
/** How one could recognise it, whole or in part. */
const leak = /Canary|ary!|Pass"?w0rd|Pass.{1,6}w0rd/;

const cluster = JSON.parse(makeCluster()).properties;
const yaml = (credentials: string, more = '') =>
  `properties:\n${Object.entries(cluster)
    .filter(([key]) => key !== 'credentials')
    .map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`)
    .join('')}${more}  credentials:\n    username: orders\n${credentials}`;
const json = (written: string) => makeCluster().replace('"CanaryPassword9!"', written);
const url = 'https://api.ionos.com/databases/postgresql/clusters';

const files: Readonly<Record<string, string>> = {
  'plain.json': json(JSON.stringify(secret)),
  'escaped.json': json(String.raw`"Canary\u0021Pass\u0022w0rd"`),
  'all-escaped.json': json(
    `"${[...secret].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
  ),
  'unknown.json': json(JSON.stringify(secret)).replace(
    '"cores"',
    String.raw`"odd": ["Canary\u0021Pass\"w0rd"], "cores"`,
  ),
  'twice.json': json(JSON.stringify(secret)).replace('"orders"', String.raw`"was Canary\u0021Pass\"w0rd once"`),
  'quoted.yaml': yaml(String.raw`    password: "Canary\x21Pass\u0022w0rd"${'\n'}`),
  'single.yaml': yaml(`    password: 'Canary!Pass"w0rd'\n`),
  'plain.yaml': yaml(`    password: Canary!Pass"w0rd # was Canary!Pass"w0rd\n`),
  'folded.yaml': yaml(`    password: >-\n      Canary!Pass"w0rd\n      in two lines\n`),
  'literal.yaml': yaml(`    password: |\n      Canary!Pass"w0rd\n      in two lines\n`),
  'two-lines.yaml': yaml(`    password: "Canary!\\\n      Pass\\"w0rd"\n`),
  'anchor.yaml': yaml(`    password: &p Canary!Pass"w0rd\n  odd: *p\n`),
  'alias.yaml': yaml('    password: *p # the old one was Canary\n', `  odd: &p "Canary\\x21Pass\\"w0rd" # Canary\n`),
  'block-alias.yaml': `odd: &c { username: orders, # was Canary\n  password: Canary!Pass"w0rd }\n${yaml('').replace(
    / {2}credentials:[\s\S]*/,
    '  credentials: *c\n',
  )}`,
  'flow.yaml': `{ properties: { "credentials": { # was Canary\n  "username": "orders", # or Canary\n  "password": "Canary\\u0021Pass\\"w0rd" }, ${JSON.stringify(
    cluster,
  )
    .slice(1, -1)
    .replace(/"credentials":\{[^}]*\},/, '')} } }\n`,
  'request.json': JSON.stringify({
    method: 'POST',
    url: `${url}?token=${encodeURIComponent(secret)}`,
    headers: { authorization: `Bearer ${secret}` },
    body: json(String.raw`"Canary\u0021Pass\u0022w0rd"`),
  }),
  'stream.yaml': `${yaml(`    password: "Canary\\x21Pass\\"w0rd"\n`)}---\n${yaml(`    password: 'Canary!Pass"w0rd'\n`)}`,
};

/** A name that repeats a password is told as a name. */
const names = Object.keys(files).filter((name) => name !== 'twice.json');
const dryRun = (...words: readonly string[]) =>
  run(['convert', ...words, '--dry-run', ...supply], { folder: makeFolder(files) });

describe('--dry-run hides a secret', () => {
  test.each([[['--in-place']], [['--out-dir', 'v2', '--write-blocked']], [['--out-dir', 'v2', '--emit', 'result']]])(
    'in whatever way it is written: %j',
    (where) => {
      const { stdout, stderr } = dryRun(...names, ...where);
      expect((stdout + stderr).split('\n').filter((line) => leak.test(line))).toEqual([]);
      const shown = stdout.split('\n').flatMap((line) => /^\+\+\+ (?:v2\/)?(.*)/.exec(line)?.[1] ?? []);
      expect(names.filter((name) => !shown.includes(name))).toEqual([]);
      expect(stdout).not.toContain('not shown');
    },
  );

  test('and shows all else', () => {
    const { stdout } = dryRun('escaped.json', '--in-place');
    expect(stdout).toMatch(/-.*"ram": 4096/);
    expect(stdout).toMatch(/ +"password": "\[redacted\]"/);
    expect(dryRun('folded.yaml', '--in-place').stdout).toMatch(/ {4}password: "\[redacted\]"/);
    expect(dryRun('twice.json', '--in-place', '--fix-names').stdout).toContain('was [redacted] once');
  });

  test('that is a word as others are only where it stands', () => {
    const folder = makeFolder({ 'a.json': makeCluster({ odd: 2 }) });
    const { stdout } = run(['convert', 'a.json', '--in-place', '--dry-run', ...supply], { folder });
    expect(stdout).toMatch(/-.*"odd": \[redacted\]/);
    expect(stdout).toMatch(/-.*"cores": 2/);
  });
});
