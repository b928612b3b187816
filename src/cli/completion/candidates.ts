// What may stand next on a command line: commands, options, and the values that are known of them.
import type { Options } from 'yargs';
import { listDecisionPaths, listKnownValues, listRules, listSchemaKinds, type SchemaName } from '../../index.js';
import type { Command } from '../commands.js';

/** Options whose words begin with a v2 path, and whether a known value of it may follow. */
const supplying: Readonly<Record<string, boolean>> = {
  set: true,
  override: true,
  'set-env': false,
  'override-env': false,
};
const ruleOptions: ReadonlySet<string> = new Set(['select', 'ignore']);
const alwaysKnown = ['--help', '--version'];

/** The candidates for the last of the words behind the program's name; none where a file name is expected. */
export function listCandidates(words: readonly string[], commands: Readonly<Record<string, Command>>): string[] {
  const current = words.at(-1) ?? '';
  const name = words.slice(0, -1).find((word) => Object.hasOwn(commands, word));
  const command = name === undefined ? undefined : commands[name];
  const found = command ? listNext(command, words) : [...Object.keys(commands), ...alwaysKnown];
  return found.filter((candidate) => candidate.startsWith(current));
}

function listNext(command: Command, words: readonly string[]): readonly string[] {
  const { options, positionals } = command;
  const [before = '', current = ''] = words.slice(-2);
  const joined = /^--([\w-]+)=/.exec(current);
  if (joined) return listValues(options, joined[1] ?? '', current).map((value) => joined[0] + value);
  const asked = before.startsWith('-') ? findOption(options, before) : undefined;
  if (asked !== undefined && options[asked]?.type !== 'boolean') return listValues(options, asked, current);
  if (current.startsWith('-')) return [...Object.keys(options).map((option) => `--${option}`), ...alwaysKnown];
  const [first] = Object.keys(positionals);
  return listPositionals(first ?? '', positionals, before);
}

function findOption(options: Readonly<Record<string, Options>>, word: string): string | undefined {
  const name = word.replace(/^--?/, '');
  return Object.keys(options).find((option) => option === name || options[option]?.alias === name);
}

/** The values of an option; of one that supplies something the v2 paths, and behind a path its values. */
function listValues(options: Readonly<Record<string, Options>>, option: string, current: string): readonly string[] {
  const word = current.startsWith('--') ? current.slice(current.indexOf('=') + 1) : current;
  if (option in supplying) {
    const at = word.indexOf('=');
    if (at === -1) return listDecisionPaths().map((path) => `${path}=`);
    const path = word.slice(0, at);
    return supplying[option] ? listKnownValues(path).map((value) => `${path}=${value}`) : [];
  }
  if (option === 'location') return listKnownValues('location');
  if (ruleOptions.has(option)) return listCodes();
  return (options[option]?.choices ?? []).map(String);
}

function listPositionals(first: string, positionals: Command['positionals'], before: string): readonly string[] {
  if (first === 'id') return listCodes();
  const choices = (positionals[first]?.choices ?? []).map(String);
  return first === 'name' && choices.includes(before) ? listSchemaKinds(before as SchemaName) : choices;
}

/** Rules, and what they say. */
function listCodes(): string[] {
  return listRules().flatMap(({ id, messages }) => [id, ...messages.map(({ code }) => code)]);
}
