// Makes the report of translations, once for all formats of a run, and renders it.
import { type Finding, type Severity, severities } from '../model/finding.js';
import { hideIn, needlesOf } from '../model/hide.js';
import { isObject, type Json, redacted } from '../model/json.js';
import { fromPointer, valueAt } from '../model/path.js';
import { formatPlace } from '../model/place.js';
import { listSecrets } from '../model/secret-values.js';
import { type AnyTranslation, originalOf } from '../model/translation.js';
import { listRules } from '../rules/documentation.js';
import { isSecretPath } from '../schema/secrets.js';
import { digestAsKey, isLine, listStrandedComments, nameEntry, type ReportEntry } from './entry.js';
import { fingerprint } from './fingerprint.js';
import { makePatch, maskPatch, maskValue } from './json-patch.js';
import { createRegions } from './region.js';
import { type FormatOptions, formatReport } from './render.js';
import type { Report, ReportDocument, ReportFinding, Subject, Tool, V2Preview } from './report.js';
import type { RunOption } from './supply-line.js';
import { addToTally, createTally } from './tally.js';
import { decideExitCode, type FailOn } from './verdict.js';

/** What a report is made with, besides translations. */
export interface ReportSettings {
  /** Who writes the report. */
  readonly tool?: Tool;
  /** What it is on; translations where left out. */
  readonly subject?: Subject;
  /** The folder that paths are told from, such as the working directory; paths stay as given where left out. */
  readonly root?: string;
  /** Fingerprints of the findings of an earlier report. */
  readonly baseline?: Pick<ReadonlySet<string>, 'has'>;
  /** Where the rules are documented. */
  readonly rulesUrl?: string;
  /** What there is to say of the run beside its documents. */
  readonly run?: readonly Finding[];
  /** The least severity that fails the run; `error` where left out. */
  readonly failOn?: FailOn;
  /** Findings below it are left out; none where left out. They count nowhere, so it is not above `failOn`. */
  readonly severity?: Severity;
  /** Whether something of the run was not written. */
  readonly failed?: boolean;
  /** Options of the run, which the command lines of the report repeat. */
  readonly options?: readonly RunOption[];
}

/** How to make a report and how to render it. */
export interface ReportOptions extends ReportSettings, FormatOptions {}

const defaultTool: Tool = { name: 'ionos-pg-migrate' };

/** Makes the report of translations: a value that every format renders. */
export function createReport(entries: readonly ReportEntry[], settings: ReportSettings = {}): Report {
  const making: Making = { settings, seen: new Map(), regionsOf: createRegions() };
  const documents = entries.map((entry) => describeEntry(entry, making));
  const totals = createTally();
  for (const document of documents)
    addToTally(totals, document, ({ at }) => (at ? formatPlace(document.source, at) : document.label));
  const run = describeFindings(settings.run ?? [], ({ message }) => ['run', message], making);
  const said = [...documents.flatMap(({ changes, findings }) => [...changes, ...findings]), ...run];
  const named = new Set(said.map(({ rule }) => rule));
  const { failOn = 'error', failed = false } = settings;
  return {
    tool: settings.tool ?? defaultTool,
    subject: settings.subject ?? { what: 'translation' },
    totals,
    documents,
    run,
    failOn,
    exitCode: decideExitCode({ totals, failed, run }, failOn),
    rules: listRules().filter(({ id }) => named.has(id)),
    rulesUrl: settings.rulesUrl,
  };
}

/** Renders a report on translations, or one made before. All formats say the same; none holds a secret. */
export function renderReport(subject: Report | readonly ReportEntry[], options: ReportOptions = {}): string {
  const report = isObject(subject) ? (subject as Report) : createReport(subject as readonly ReportEntry[], options);
  return formatReport(report, options);
}

interface Making {
  readonly settings: ReportSettings;
  /** How often a name was used, so that no two things share a fingerprint. */
  readonly seen: Map<string, number>;
  readonly regionsOf: ReturnType<typeof createRegions>;
}

function describeEntry(entry: ReportEntry, making: Making): ReportDocument {
  const { translation, source, index } = entry;
  const { kind, status, changes, pointer, address, name, id, location } = translation;
  const path = toPath(source, making.settings.root);
  const target = 'target' in translation ? translation.target : undefined;
  const request = 'request' in translation ? translation.request : undefined;
  const digest = digestAsKey(translation);
  const owner = [path, address ?? id ?? name ?? pointer ?? index];
  return {
    anchor: `doc-${makeUnique(['document', path, address ?? pointer ?? index], making)}`,
    label: nameEntry(entry),
    source,
    path,
    index,
    isLine: isLine(translation),
    kind,
    status,
    ...omitAbsent({ pointer, address, target, name, id, digest, location, request }),
    changes: hideKeys(changes, translation),
    findings: hideKeys(
      describeFindings(translation.findings, () => owner, making),
      translation,
    ),
    strandedComments: listStrandedComments(translation),
    options: making.settings.options ?? [],
    endOf: (at) => making.regionsOf(translation.source?.())(at),
    preview: () => previewV2(entry),
  };
}

/** Changes, findings or operations of a patch, of which no key is said that repeats a secret. */
function hideKeys<T extends object>(things: readonly T[], translation: AnyTranslation): readonly T[] {
  const hides = translation.changes.some(({ before, after }) => before.includes(redacted) || after.includes(redacted));
  if (!hides) return things;
  const needles = needlesOf(listSecrets(originalOf(translation)));
  return needles.areIn(JSON.stringify(things)) ? hideIn(things, needles, (member) => places.has(member)) : things;
}

const places: ReadonlySet<string> = new Set(['from', 'to', 'path', 'value']);

function omitAbsent<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** All are told apart before some are left out, so that each keeps its fingerprint. */
function describeFindings(
  findings: readonly Finding[],
  ownerOf: (finding: Finding) => readonly (string | number)[],
  making: Making,
): ReportFinding[] {
  const least = severities.indexOf(making.settings.severity ?? 'info');
  return findings
    .map((finding) => describeFinding(finding, ownerOf(finding), making))
    .filter(({ severity }) => severities.indexOf(severity) <= least);
}

function describeFinding(finding: Finding, document: readonly (string | number)[], making: Making): ReportFinding {
  const { baseline, root } = making.settings;
  const known = makeUnique([...document, finding.code, finding.from, finding.to], making);
  const { there, ...rest } = finding;
  const { source } = finding.at ?? {};
  return {
    ...rest,
    ...(there ? { there: { ...there, path: toPath(there.source, root) } } : {}),
    fingerprint: known,
    ...(baseline ? { isNew: !baseline.has(known) } : {}),
    ...(source === undefined ? {} : { path: toPath(source, root) }),
  };
}

function makeUnique(parts: readonly (string | number | undefined)[], { seen }: Making): string {
  const name = fingerprint(parts);
  const times = seen.get(name) ?? 0;
  seen.set(name, times + 1);
  return times === 0 ? name : fingerprint([...parts, times]);
}

/** A path below the root, with `/`. */
function toPath(source: string, root = ''): string {
  if (source === '<stdin>') return 'stdin';
  // Only a root of Windows tells that a backslash is no part of a name.
  const isWindows = root.includes('\\');
  const path = isWindows ? source.replaceAll('\\', '/') : source;
  const base = `${(isWindows ? root.replaceAll('\\', '/') : root).replace(/\/$/, '')}/`;
  let below = root !== '' && path.startsWith(base) ? path.slice(base.length) : path;
  while (below.startsWith('./')) below = below.slice(2);
  return below;
}

/** What a translated document would send, without its secrets. */
function previewV2({ translation }: ReportEntry): V2Preview | undefined {
  if (translation.status !== 'ready' && translation.status !== 'review') return undefined;
  const { document, changes, source, pointer = '' } = translation;
  const hidden = new Set(
    changes.flatMap(({ to, after }) => to.filter((_, index) => String(after[index]).includes(redacted))),
  );
  const isSecret = (path: string) => hidden.has(path) || isSecretPath(fromPointer(path));
  const body = maskValue(document as Json, '', isSecret);
  const v1 = source && valueAt(source().value, fromPointer(pointer));
  if (v1 === undefined) return { body };
  const patch = maskPatch(makePatch(v1, document), isSecret);
  return { body, patch: hideKeys(patch, translation) as readonly Json[] };
}
