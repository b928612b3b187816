// What is wrong with a command line, in words that help.
import type { Options } from 'yargs';
import { commands } from './commands.js';
import { commonOptions } from './line/options.js';
import { failUsage, suggest, toKebab } from './line/usage.js';

/** Options that say so themselves, and the words that follow a command. */
const repeatable = new Set(['_', 'paths', ...Object.values(commands).flatMap(({ options }) => listArrays(options))]);

/** Refuses options without a value and options given twice; the command line's own checks let both pass. */
export function checkArguments(args: Readonly<Record<string, unknown>>): true {
  for (const [name, value] of Object.entries(args)) {
    const option = toKebab(name);
    if (value === '') failUsage(`--${option} needs a value`);
    if (Array.isArray(value) && !repeatable.has(option)) failUsage(`--${option} is given twice`);
    if (Number.isNaN(value)) failUsage(`--${option} takes a number`);
  }
  return true;
}

function listArrays(options: Readonly<Record<string, Options>>): string[] {
  return Object.keys(options).filter((name) => options[name]?.array);
}

const didYouMean = 'Did you mean ';

/** Tells a refusal of the parser as bad usage, with the words that may have been meant. */
export function explainRefusal(words: readonly string[], message: string | null, thrown: Error | undefined): never {
  if (thrown && thrown.name !== 'YError') throw thrown;
  const text = message ?? thrown?.message ?? 'the command line cannot be read';
  const unknown = after(text, 'Unknown argument') ?? after(text, 'Unknown command');
  // yargs names an option in both its spellings; once is enough.
  if (unknown) failUsage([...new Set(unknown.split(', ').map((word) => describeUnknown(word, words)))].join('; '));
  const meant = text.startsWith(didYouMean) ? text.slice(didYouMean.length, -1) : '';
  if (meant) failUsage(`unknown command: ${words[0]} (did you mean ${meant}?)`);
  const following = after(text, 'Not enough arguments following');
  if (following) failUsage(`--${toKebab(following)} needs a value`);
  if (/^Not enough non-option arguments/.test(text)) failUsage(`${words[0]} needs ${nameNeeded(words[0] ?? '')}`);
  const choice = /Argument: (\S+), Given: /.exec(text);
  if (choice?.[1]) {
    const [given, choices] = cutLast(text.slice(choice.index + choice[0].length), ', Choices: ');
    failUsage(`${nameArgument(choice[1], words[0] ?? '')} takes ${unquote(choices)}; given was ${unquote(given)}`);
  }
  failUsage(text);
}

/** An option by its spelling, a word that follows the command by the command. */
function nameArgument(name: string, command: string): string {
  return Object.hasOwn(commands[command]?.positionals ?? {}, name) ? `${command} <${name}>` : `--${toKebab(name)}`;
}

/** What follows some words, their plural or not, and a colon. */
function after(text: string, words: string): string | undefined {
  const start = [`${words}: `, `${words}s: `].find((one) => text.startsWith(one));
  return start && text.slice(start.length);
}

function cutLast(text: string, sign: string): [before: string, after: string] {
  const at = text.lastIndexOf(sign);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + sign.length)];
}

function unquote(text: string): string {
  return text.replaceAll('"', '').trim();
}

/** The words that a command cannot do without: `<v1> <v2>`. */
function nameNeeded(command: string): string {
  return commands[command]?.usage.match(/<[^<>]+>/g)?.join(' ') ?? 'more words';
}

function describeUnknown(word: string, words: readonly string[]): string {
  if (word === words[0]) return `unknown command: ${word}`;
  if (words.includes(word)) return `unexpected argument: ${word}`;
  const option = toKebab(word);
  const known = Object.keys(commands[words[0] ?? '']?.options ?? commonOptions);
  return `unknown option: ${option.length === 1 ? '-' : '--'}${option}${suggest(option, known, '--')}`;
}
