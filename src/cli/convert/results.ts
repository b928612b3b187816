// Results: what `--emit result` writes of each document, as `schema result` promises it.
import {
  type AnyTranslation,
  type Change,
  digestAsKey,
  type Finding,
  isEnvelope,
  kindOfList,
  listRules,
  type Place,
  type RenderOptions,
  type Status,
} from '../../index.js';
import { failUsage } from '../line/usage.js';

/** What may be left out of results. */
const omittable = ['changes', 'infos'] as const;

/** What is left out of results. */
export type Omitted = ReadonlySet<(typeof omittable)[number]>;

/** Reads the words of `--omit`, which take several at once, separated by commas. */
export function readOmitted(words: readonly string[] = []): Omitted {
  const read = words.flatMap((word) => word.split(','));
  const unknown = read.find((word) => !(omittable as readonly string[]).includes(word));
  if (unknown !== undefined) failUsage(`--omit takes ${omittable.join(' and ')}; given was ${unknown}`);
  return new Set(read as (typeof omittable)[number][]);
}

/** How to write results; `sourceOf` names the file of a translation. */
export function pickResults(
  sourceOf: (translation: AnyTranslation) => string,
  omitted: Omitted,
): Pick<RenderOptions, 'pick' | 'pickList'> {
  const pick = (translation: AnyTranslation) => describeResult(translation, sourceOf(translation), omitted);
  return { pick, pickList: (translations) => describeList(translations, pick) };
}

type Result = ReturnType<typeof describeResult>;

function describeResult(translation: AnyTranslation, source: string, omitted: Omitted) {
  const { kind, status, document, changes, findings, address, id, name, location } = translation;
  const target = 'target' in translation ? translation.target : undefined;
  const request = 'request' in translation ? translation.request : undefined;
  const line = translation.source?.().line;
  return {
    source,
    line,
    address,
    id,
    name,
    location,
    digest: digestAsKey(translation),
    kind,
    target,
    status,
    request,
    document,
    changes: omitted.has('changes') ? undefined : changes.map((change) => describeChange(change, line)),
    findings: listFindings(findings, line, omitted),
  };
}

const worst: readonly Status[] = ['blocked', 'review', 'ready', 'skipped'];

/** A list on a line is one object, as every line is: what there is to say of the list itself, and its items' results. */
function describeList(translations: readonly AnyTranslation[], pick: (translation: AnyTranslation) => Result): object {
  const [first] = translations as readonly [AnyTranslation];
  const around = translations.find(isEnvelope);
  const kind = around?.kind ?? kindOfList(first.source?.().value);
  const nothing: AnyTranslation = { kind, status: 'skipped', changes: [], findings: [] };
  const own = pick(around ?? (first.source ? { ...nothing, source: first.source } : nothing));
  const results = translations.filter((translation) => translation !== around).map(pick);
  const statuses = new Set([own, ...results].map(({ status }) => status));
  return { ...own, status: worst.find((status) => statuses.has(status)) ?? own.status, results };
}

let summaries: ReadonlyMap<string, string> | undefined;

/** Without what the rules say already: `rules --format json` lists them. */
function describeChange({ kind, rule, from, to, before, after, why, at }: Change, line: number | undefined) {
  summaries ??= new Map(listRules().map(({ id, summary }) => [id, summary]));
  const own = summaries.get(rule) === why ? undefined : why;
  return { kind, rule, from, to, before, after, why: own, at: at && countFrom(line, at) };
}

function listFindings(findings: readonly Finding[], line: number | undefined, omitted: Omitted): Finding[] {
  const told = omitted.has('infos') ? findings.filter(({ severity }) => severity !== 'info') : findings;
  return told.map((finding) => (finding.at ? { ...finding, at: countFrom(line, finding.at) } : finding));
}

/** Places count from the line of the document, so that a part of a stream tells them as the whole does. */
function countFrom(line = 1, at: Place): Place {
  return at.source === undefined ? { line: at.line - line + 1, column: at.column } : at;
}
