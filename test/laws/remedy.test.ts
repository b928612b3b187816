// The law of remedies: what a report proposes, pasted as printed with plausible values in the place of those that a person
// must choose, makes its finding go away or change.
import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { kinds } from '../../src/cli/line/options.js';
import { type Finding, readWords, type TranslateOptions, translateValue } from '../../src/index.js';
import { listAsked } from '../../src/model/finding.js';
import { commandFile, makeFolder, read, run } from '../cli/command.js';
import type { Draft } from '../support/base.js';
import { brokens, runs, wholes } from '../support/generate.js';
import { others } from '../support/generate-others.js';

const seed = 'seed' in runs ? Number(runs.seed) : Date.now() % 2 ** 31;
vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 200 });

/** A value that v2 takes, for each path that remedies name. */
const plausible: Readonly<Record<string, string>> = {
  'backup.location': 'eu-central-3',
  'backup.retentionDays': '14',
  'connection.datacenterId': '322589b8-5dfd-42ca-ad86-030dcfec0446',
  'connection.lanId': '7',
  'connection.primaryInstanceAddress': '192.168.1.100/24',
  connectionPooler: 'SESSION',
  'credentials.database': 'orders',
  'credentials.username': 'orders',
  description: 'described',
  'instances.cores': '4',
  'instances.count': '3',
  'instances.ram': '8',
  'instances.storageSize': '100',
  location: 'de/txl',
  logsEnabled: 'true',
  'maintenanceWindow.dayOfTheWeek': 'Sunday',
  'maintenanceWindow.time': '03:00:00',
  metricsEnabled: 'true',
  name: 'orders-db',
  replicationMode: 'STRICTLY_SYNCHRONOUS',
  'restoreFromBackup.recoveryTargetDatetime': '2024-01-15T10:00:00Z',
  'restoreFromBackup.sourceBackupId': 'dcd31531-3ac8-11eb-9feb-046c59cc737e',
  version: '17',
};
const password = '7357Cluster!x';
const documents = fc.oneof(wholes, brokens, brokens, others);

describe('words of a remedy', () => {
  test('each make their finding go away or change', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('ensure', 'create', 'read'), (value, to) => {
        const given = { to: to as 'read' };
        // What an inventory proposes is for the document of the cluster.
        const { findings } = translateValue(value, given);
        for (const finding of findings.filter(({ rule }) => !rule.startsWith('inventory/'))) {
          for (const words of listProposals(finding)) {
            const after = translateValue(value, { ...given, ...readOptions(words) });
            const isLeft = after.findings.some((other) => isSame(other, finding));
            expect(isLeft, `${words} of ${finding.code}: ${finding.remedy}`).toBe(false);
          }
        }
      }),
      runs,
    );
  });
});

describe('the line that supplies what is open', () => {
  const values = fc.sample(documents, { numRuns: Math.ceil(runs.numRuns / 40), seed });
  const files = values.map((value, at) => [`${at}.json`, `${JSON.stringify(value, null, 2)}\n`] as const);

  test.each(files)('settles every finding of %s that asks for a decision', (name, text) => {
    const folder = makeFolder({ [name]: text });
    const { stdout } = run(['audit', name, '--report', 'before.json'], { folder });
    const lines = stdout.split('\n').filter((line) => line.trim().startsWith('ionos-pg-migrate '));
    const open = readFindings(folder, 'before.json').filter(isOpen);
    expect(lines).toHaveLength(open.length > 0 ? 1 : 0);
    for (const line of lines) {
      paste(folder, `${fillIn(line)} --report after.json`);
      const after = readFindings(folder, 'after.json');
      const left = open.filter((finding) => after.some((other) => isSame(other, finding)));
      expect(left, `LAW_SEED=${seed}, ${line}, ${text}`).toEqual([]);
    }
  });
});

/** A finding that a value would settle. */
function isOpen(finding: Finding): boolean {
  return finding.severity !== 'info' && listAsked(finding).length > 0;
}

function isSame(one: Finding, other: Finding): boolean {
  return one.code === other.code && one.message === other.message && one.from === other.from && one.to === other.to;
}

/** The options that a remedy names; those that stand side by side, or in brackets behind others, belong together. */
function listProposals({ remedy }: Finding): string[][] {
  const found = [...remedy.matchAll(option)].map((match) => ({ at: match.index, words: match[0].replace(/\.$/, '') }));
  const proposals: string[][] = [];
  for (const [index, { at, words }] of found.entries()) {
    const before = found[index - 1];
    const between = before && remedy.slice(before.at + before.words.length, at);
    if (between !== undefined && (between === ' ' || /\($/.test(between))) proposals.at(-1)?.push(words);
    else proposals.push([words]);
  }
  return proposals;
}

const option =
  /--(?:(?:set|override)(?:-env)? [\w.]+=[^\s,;)]+|connection \d|fix-names|to \w+|kind [\w-]+|location [^\s,;)]+)/g;

function readOptions(proposal: readonly string[]): TranslateOptions {
  const supplied: Record<'set' | 'override' | 'setEnv' | 'overrideEnv', string[]> = {
    set: [],
    override: [],
    setEnv: [],
    overrideEnv: [],
  };
  const options: Draft = {};
  for (const words of proposal) {
    const [name = '', value = ''] = fillIn(words).slice(2).split(' ');
    if (name === 'fix-names') options['fixNames'] = true;
    else if (name === 'connection') options['connection'] = Number(value);
    else if (name === 'to') options['to'] = value;
    else if (name === 'kind') options['kind'] = kinds[value as keyof typeof kinds];
    else if (name === 'location') supplied.set.push(`location=${value}`);
    else supplied[name.replace('-env', 'Env') as keyof typeof supplied].push(value);
  }
  return { ...readWords(supplied, { VARIABLE: password, NAME: password }), ...options };
}

/** Puts plausible values in the place of words in capitals. */
function fillIn(words: string): string {
  return words
    .replaceAll(
      /(--(?:set|override) ([\w.]+)=)(?:VALUE|NAME|N|ADDRESS\/PREFIX|UUID|LOCATION|TIME|MODE|HH:MM:SS)(?=$|\s)/g,
      (_all, option: string, path: string) => option + (plausible[path] ?? 'x'),
    )
    .replace('--location LOCATION', `--location ${plausible['location']}`);
}

function readFindings(folder: string, name: string): Finding[] {
  const { entries } = JSON.parse(read(folder, name)) as { entries: { findings: Finding[] }[] };
  return entries.flatMap(({ findings }) => findings);
}

/** Runs a line in a shell, as people do who paste it. */
function paste(folder: string, line: string): void {
  const command = join(folder, 'ionos-pg-migrate');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${commandFile}' "$@"\n`);
  chmodSync(command, 0o755);
  const { status, stderr } = spawnSync('sh', ['-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH']}`, NAME: password },
  });
  expect([0, 1], `${line}\n${stderr}`).toContain(status);
}
