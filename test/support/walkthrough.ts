// The README's walkthrough, as a reader would type it: a folder of three hundred files, the built command, and what it
// says, shortened to the lines that matter; the rest of a long line is an ellipsis.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../cli/command.js';
import { writePayloads } from './payloads.js';

const width = 118;
const supply = '--decisions decisions.yaml --fix-names';
const env = { NEW_PASSWORD: 'Sample7!renewed' };
/** What a person writes into the decisions file, in the order of its lines. */
const answers: readonly (readonly [line: RegExp, value: string])[] = [
  [/^ {2}(credentials\.(?:database|username)):$/gm, 'app'],
  [/^ {2}(backup\.location):$(?=\n {2}#)/gm, 'eu-central-3'],
  [/^ {2}(maintenanceWindow\.time):$/gm, '"03:00:00"'],
  [/^ {2}(maintenanceWindow\.dayOfTheWeek):$/gm, 'Sunday'],
  [/^ {2}(backup\.retentionDays):$/gm, '7'],
  [/^ {2}((?:logs|metrics)Enabled):$/gm, 'false'],
  [/^ {4}(de):$/gm, 'eu-central-4'],
  [/^ {4}(instances\.ram):$/gm, '4'],
  [/^ {4}(credentials\.password):$/gm, '{ env: NEW_PASSWORD }'],
];

/** Goes the whole way in an empty folder, and gives the commands with what a terminal shows. */
export function walkThrough(folder: string): string {
  writePayloads(join(folder, 'payloads'));
  const type = (words: string) => {
    const { stdout, stderr } = run(words.split(' '), { folder, env });
    return stdout + stderr;
  };
  const audit = 'audit payloads/ --init-decisions decisions.yaml';
  const convert = `convert payloads/ ${supply} --out-dir v2`;
  const verify = 'verify payloads/search/live/ fetched/';
  const audited = type(audit);
  const decisions = fillIn(join(folder, 'decisions.yaml'));
  const converted = type(convert);
  type(`convert payloads/search/live/ ${supply} --to read --out-dir fetched --quiet`);
  growDisk(join(folder, 'fetched'));
  const verified = type(verify);
  return [
    show(
      audit,
      pick(audited, /^\d+ documents:|^ {2}error .*(?<!Week\/missing {2})\b(?:[6-9]\d|\d{3,}) documents$| added;/),
    ),
    "$ grep -v '#' decisions.yaml   # once it is filled in",
    ...shorten(decisions),
    show(convert, pick(converted, /files? written|^\d+ documents:/)),
    show(verify, pick(verified, /^ {4}warning|in v2; v1|^\d+ documents:/)),
  ].join('\n');
}

/** What is decided for all, and for the first cluster that needs a password. */
function shorten(decisions: string): string[] {
  const [all = '', clusters = ''] = decisions.split(/^clusters:\n/m);
  const [cluster = ''] = /^ {2}\S+:\n {4}credentials\.password: .*$/m.exec(clusters) ?? [];
  return [`${all}clusters:`, cluster, '…'];
}

function show(words: string, lines: readonly string[]): string {
  const shown = lines.map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line));
  return [`$ ionos-pg-migrate ${words}`, ...shown].join('\n');
}

function pick(said: string, line: RegExp): string[] {
  return said.split('\n').filter((one) => line.test(one));
}

/** Fills in the decisions file, and gives it without its comments. */
function fillIn(path: string): string {
  let text = readFileSync(path, 'utf8');
  for (const [line, value] of answers) text = text.replace(line, (found) => `${found} ${value}`);
  writeFileSync(path, text);
  return text.replace(/^ *#.*\n/gm, '').trimStart();
}

/** Somebody has made a disk larger since. */
function growDisk(folder: string): void {
  const [name = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((one) => one.endsWith('.json'))
    .sort();
  const path = join(folder, name);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"storageSize": \d+/, '"storageSize": 40'));
}
