// Calls of ionosctl in scripts: which are found, and what takes their place.
import { describe, expect, test } from 'vitest';
import { describeScript } from '../../src/index.js';
import { ionosctlScript } from '../support/scripts.js';

/** What is said of a script: codes without their rule, or the call of v2. */
function tell(script: string): string[] {
  const found = describeScript(script).flatMap(({ findings }) => findings);
  return found.map(
    ({ code, message }) => / For v2: (.*)$/.exec(message)?.[1] ?? code.replace('document/ionosctl/', ''),
  );
}

const v2 = 'ionosctl dbaas postgres-v2';

describe('a call', () => {
  test.each([
    ['ionosctl dbaas postgres cluster list', `${v2} cluster list --location LOCATION`],
    ['ionosctl db pg c ls -o json', `${v2} cluster list --output json --location LOCATION`],
    ['sudo /usr/bin/ionosctl dbaas psql c get -i "$id"', `${v2} cluster get --cluster-id "$id" --location LOCATION`],
    ['x=$(ionosctl dbaas postgres version list --location=de/fra)', `${v2} version list --location de/fra`],
    [
      'ionosctl dbaas postgres cluster update -i $(cat id) --cores 4 -P $PW --location de/fra',
      `${v2} cluster update --cluster-id $(cat id) --cores 4 --db-password $PW --location de/fra`,
    ],
  ])('%s becomes that of v2', (script, expected) => expect(tell(script)).toEqual([expected]));

  test.each([
    ['--ram 4096', '--ram 4GB'],
    ['--ram 4GB', '--ram 4GB'],
    ['--ram=8192MB', '--ram 8GB'],
    ['--ram "$RAM"', `--ram "$${'{RAM}'}MB"`],
    ['--storage-size 30480', '--storage-size 30GB'],
    ['--storage-size 1TB', '--storage-size 1TB'],
    ['--storage-size $(size)', '--storage-size STORAGE-SIZE'],
    ['--sync SYNCHRONOUS', '--sync-mode ASYNCHRONOUS'],
    ['-S STRICTLY_SYNCHRONOUS', '--sync-mode STRICTLY_SYNCHRONOUS'],
    ["--name 'orders db'", "--name 'orders db'"],
    ['-P Winch6Halyard', '--db-password [redacted]'],
    ['--wait-for-state --cores 2', '--wait-for-state --cores 2'],
  ])('with %s has %s', (given, expected) => {
    const [line = ''] = tell(`ionosctl dbaas postgres cluster update ${given} -i x --location de/fra; echo done`);
    expect(line.replace(/ --cluster-id.*$/, '')).toBe(`${v2} cluster update ${expected}`);
  });

  test('that makes a cluster names what v2 needs, and keeps what v1 did by itself', () => {
    const [line = ''] = tell('ionosctl dbaas postgres cluster create --storage-type HDD -V 15 -L 1');
    expect(line).toContain('--version 15 --lan-id 1 --datacenter-id DATACENTER-ID');
    expect(line).toContain('--database DATABASE --location LOCATION --backup-retention-days 7');
    expect(line).not.toContain('storage-type');
  });

  test.each([
    '# ionosctl dbaas postgres cluster list',
    'ionosctl dbaas postgres-v2 cluster list',
    'ionosctl dbaas mongo cluster list',
    'echo "ionosctl dbaas postgres cluster list"',
    'ionosctl-wrapper dbaas postgres cluster list',
    'ionosctl',
  ])('that asks no v1 is left alone: %s', (script) => expect(tell(script)).toEqual([]));

  test('stands where its name does, over several lines', () => {
    const [one, two] = describeScript(
      '#!/bin/sh\n\n  ionosctl dbaas postgres \\\r\n  cluster ls | ionosctl db pg logs get\n',
    );
    expect(one?.findings[0]).toMatchObject({ code: 'document/ionosctl/replaced', at: { line: 3, column: 3 } });
    expect(two?.findings[0]).toMatchObject({ code: 'document/ionosctl/no-command', at: { line: 4, column: 16 } });
  });
});

test('a script shows none of its secrets', () => {
  expect(JSON.stringify(describeScript(ionosctlScript))).not.toContain('CANARY9');
  expect(tell(ionosctlScript)).toHaveLength(3);
});

test('a hostile script takes no time', () => {
  const scripts = ['"', "'", '$(', '\\', '\\\n', '-', '--a=', ' ionosctl dbaas postgres cluster create '];
  for (const piece of scripts) {
    const script = `ionosctl dbaas postgres cluster create ${piece.repeat(20_000)}`;
    const start = performance.now();
    describeScript(script);
    expect(performance.now() - start).toBeLessThan(2000);
  }
});
