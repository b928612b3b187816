// What there is to say of a run beside its documents: keys and decisions that nobody used, variables that are not set, and
// decisions that are still open.
import { countNoun, decisionsFinding, type Finding, isSecretPath, type Prepared } from '../../index.js';
import { type RunWatch, takeAsked } from './run-watch.js';

/** A file for a fleet may name thousands that a part of the fleet lacks, or has twice. */
const shown = 10;
/** The first keys tell what kind of keys they are; the count tells the rest. */
const shownKeys = 3;

/** What there is to say of the run. */
export function describeRun(watch: RunWatch): Finding[] {
  const { options, keys, fleet, found, isAsked, hasAnswers } = watch;
  if (!isAsked) return [];
  takeAsked(watch);
  const missed = [...keys].filter((key) => !found.has(key));
  const shared = [...found].filter(([, places]) => places.length > 1);
  const unused = options.words.filter((word) => !options.uses.has(word));
  const idle = options.to !== undefined && !hasAnswers;
  return [
    ...(missed.length > 0 ? [decisionsFinding('unmatched', { count: missed.length, keys: listFirst(missed) })] : []),
    ...shared.slice(0, shown).map(([key, places]) => decisionsFinding('shared', { key, places: places.join(', ') })),
    ...unused.slice(0, shown).map(describeUnused),
    ...(unused.length > shown
      ? [decisionsFinding('unused', { what: `${unused.length - shown} more of it`, hint: '' })]
      : []),
    ...(idle
      ? [decisionsFinding('unused', { what: '--to', hint: 'It says what answers become, and there are none.' })]
      : []),
    ...describeMissing(watch),
    ...describeUndecided(options),
    ...(fleet?.findings ?? []),
  ];
}

/** All variables that are not set together: who sets them sets all of them. */
function describeMissing({ asked }: RunWatch): Finding[] {
  const missing = [...asked].flatMap(([name, { isSet }]) => (isSet ? [] : [name]));
  if (missing.length === 0) return [];
  const count = countBeing(missing.length, 'environment variable');
  return [decisionsFinding('variables-missing', { count, names: listShown(missing) })];
}

function describeUndecided({ undecided }: Prepared): Finding[] {
  if (undecided.length === 0) return [];
  const count = countBeing(undecided.length, 'decision');
  return [decisionsFinding('undecided', { count, entries: listShown(undecided) })];
}

function countBeing(count: number, noun: string): string {
  return `${countNoun(count, noun)} ${count === 1 ? 'is' : 'are'}`;
}

function listShown(words: readonly string[]): string {
  const more = words.length > shown ? `, and ${words.length - shown} more` : '';
  return `${words.slice(0, shown).join(', ')}${more}`;
}

function listFirst(keys: readonly string[]): string {
  return `${keys.slice(0, shownKeys).join(', ')}${keys.length > shownKeys ? ' and others' : ''}`;
}

/** Why nothing of a section of decisions was used. */
const sectionHints: Readonly<Record<string, string>> = {
  defaults: 'v1 has a value, or something else decides it.',
  regions: 'No document of that region lacks it, or something else decides it.',
  map: 'No document has that value; of sizes it is the number in GB.',
  repairs: 'v2 takes what v1 says, or something else decides it.',
};

/** In the words of the command line or the decisions file. A key of a map may be a secret of v1. */
function describeUnused(word: string): Finding {
  const [, part = '', rest = ''] = /^(set|override|decisions\.[a-z]+)\.(.*)$/s.exec(word) ?? [];
  if (part === 'set') {
    const what = rest === 'location' ? '--location' : `--set ${rest}`;
    return decisionsFinding('unused', { what, hint: `Where v1 has a value, --override ${rest}=VALUE wins over it.` });
  }
  if (part === 'override')
    return decisionsFinding('unused', {
      what: `--override ${rest}`,
      hint: 'No document has it, or clusters decide it.',
    });
  const section = part.slice('decisions.'.length);
  const keys = rest.split('.');
  const isSecret = section === 'map' && isSecretPath(keys.slice(0, 2));
  const entry = section === 'regions' ? rest.replace('.', ': ') : rest;
  const what = `${section}: ${isSecret ? keys.slice(0, 2).join('.') : entry}`;
  return decisionsFinding('unused', { what, hint: sectionHints[section] ?? '' });
}
