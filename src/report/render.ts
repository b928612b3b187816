// One door to all report formats: a format is a function in its own file and a row here.
import type { ReportEntry } from './entry.js';
import { renderJsonReport, type Tool } from './json.js';
import { renderTextReport, type TextOptions } from './text.js';

/** The formats of a report. */
export type ReportFormat = 'text' | 'json';

/** What to render and how. */
export interface ReportOptions extends TextOptions {
  /** `text` where left out. */
  readonly format?: ReportFormat;
  /** Who writes the report, for formats that say so. */
  readonly tool?: Tool;
}

type Renderer = (entries: readonly ReportEntry[], options: ReportOptions) => string;

const renderers: Readonly<Record<ReportFormat, Renderer>> = {
  text: renderTextReport,
  json: (entries, options) => renderJsonReport(entries, options.tool ?? { name: 'ionos-pg-migrate' }),
};

/** The names of all report formats. */
export const reportFormats = Object.keys(renderers) as readonly ReportFormat[];

/** Renders a report on translations. All formats say the same; none holds a v2 document or a secret. */
export function renderReport(entries: readonly ReportEntry[], options: ReportOptions = {}): string {
  const format = options.format ?? 'text';
  if (!Object.hasOwn(renderers, format)) throw new TypeError(`Unknown report format: ${format}`);
  return renderers[format](entries, options);
}
