// The README's walkthrough, as a reader would type it: a folder of three hundred files, six commands in a shell, and what they
// say, shortened to the lines that matter; the rest of a long line is an ellipsis.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillIn } from './fill-in.js';
import { type FleetOptions, writeFleet } from './fleet/write.js';
import { runShell } from './shell.js';

const width = 118;
const decided = 'payloads --decisions decisions.yaml --fix-names';
/** The commands, in their order. A person fills in a file after the first, and after the third. */
export const commands = {
  begin: 'ionos-pg-migrate audit payloads --init-decisions decisions.yaml',
  look: `ionos-pg-migrate audit ${decided}`,
  list: `ionos-pg-migrate audit ${decided} --list-secrets > .env`,
  set: 'set -a; . ./.env; set +a',
  convert: `ionos-pg-migrate convert ${decided} --out-dir v2`,
  verify: `ionos-pg-migrate verify payloads v2 --decisions decisions.yaml --fix-names`,
} as const;

/** What a command said, on standard output and standard error, and how it ended. */
export type Said = Readonly<Record<keyof typeof commands, { readonly text: string; readonly status: number | null }>>;

/** Goes the whole way in an empty folder: gives what each command said, and the decisions file before it was filled in. */
export function walk(folder: string, options: FleetOptions): { said: Said; decisions: string } {
  writeFleet(join(folder, 'payloads'), options);
  let before = '';
  const type = (command: keyof typeof commands) => {
    const { stdout, stderr, status } = runShell(`${before}${commands[command]}`, folder);
    return { text: stdout + stderr, status };
  };
  const begin = type('begin');
  const decisions = edit(join(folder, 'decisions.yaml'), fillIn);
  const look = type('look');
  const list = type('list');
  edit(join(folder, '.env'), (text) => text.replaceAll(/=$/gm, "='Sample7!renewed'"));
  const set = type('set');
  // Each command has a shell of its own here.
  before = `${commands.set}; `;
  return { said: { begin, look, list, set, convert: type('convert'), verify: type('verify') }, decisions };
}

/** Changes a file, and gives what it was. */
function edit(path: string, change: (text: string) => string): string {
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, change(text));
  return text;
}

/** The walk through three hundred files as the README shows it. */
export function showWalk(folder: string): string {
  const { said } = walk(folder, { files: 300, seed: 1 });
  const decisions = readFileSync(join(folder, 'decisions.yaml'), 'utf8');
  return [
    ...show('begin', pick(said.begin.text, /^\d+ documents:|^What settles|^ {2}[\w.]+: [2-9]\d\d doc|fill in, for/)),
    "$ sed 's/ *#.*//' decisions.yaml    # once it is filled in",
    ...shorten(decisions),
    ...show('look', pick(said.look.text, /^\d+ documents:/)),
    `$ ${commands.list}    # to be filled in too`,
    `$ ${commands.set}`,
    ...show('convert', pick(said.convert.text, /^\d+ files? written/)),
    ...show('verify', pick(said.verify.text, /^\d+ documents:/)),
  ].join('\n');
}

/** The decisions without their comments; of each section the first, down to a value, and of the first section two. */
function shorten(decisions: string): string[] {
  const plain = decisions
    .replaceAll(/ *#.*\n/g, '\n')
    .replaceAll(/\n+/g, '\n')
    .trim();
  return plain.split(/^(?=\w+:$)/m).flatMap((section, index) => {
    const lines = section.trim().split('\n');
    const first = lines.findIndex((line) => /: \S/.test(line)) + (index === 0 ? 2 : 1);
    return lines.length > first ? [...lines.slice(0, first), '  …'] : lines;
  });
}

function show(command: keyof typeof commands, lines: readonly string[]): string[] {
  return [
    `$ ${commands[command]}`,
    ...lines.map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line)),
  ];
}

function pick(text: string, line: RegExp): string[] {
  return text.split('\n').filter((one) => line.test(one));
}
