// Reports of the library: the value of `report/` with what only the whole library knows, rules and previews.
import { makePatch, maskPatch, maskValue } from './emit/patch.js';
import { listRules } from './list-rules.js';
import { isObject, type Json, redacted } from './model/json.js';
import { fromPointer, valueAt } from './model/path.js';
import { createReport as buildReport, type ReportSettings } from './report/create-report.js';
import type { ReportEntry } from './report/entry.js';
import { type FormatOptions, formatReport } from './report/render.js';
import type { Report, V2Preview } from './report/report.js';
import { isSecretPath } from './schema/secrets.js';

/** How to make a report and how to render it. */
export interface ReportOptions extends ReportSettings, FormatOptions {}

/** Makes the report of translations: a value that every format renders. */
export function createReport(entries: readonly ReportEntry[], settings: ReportSettings = {}): Report {
  return buildReport(entries, settings, { rules: listRules(), preview: previewV2 });
}

/** Renders a report on translations, or one made before. All formats say the same; none holds a secret. */
export function renderReport(subject: Report | readonly ReportEntry[], options: ReportOptions = {}): string {
  const report = isObject(subject) ? (subject as Report) : createReport(subject as readonly ReportEntry[], options);
  return formatReport(report, options);
}

/** What a translated document would send, without its secrets. */
function previewV2({ translation }: ReportEntry): V2Preview | undefined {
  if (translation.status !== 'ready' && translation.status !== 'review') return undefined;
  const { document, changes, source, pointer = '' } = translation;
  const hidden = new Set(changes.flatMap(({ to, after }) => to.filter((_, index) => after[index] === redacted)));
  const isSecret = (path: string) => hidden.has(path) || isSecretPath(fromPointer(path));
  const body = maskValue(document as Json, '', isSecret);
  const v1 = source && valueAt(source().value, fromPointer(pointer));
  return v1 === undefined ? { body } : { body, patch: maskPatch(makePatch(v1, document), isSecret) as readonly Json[] };
}
