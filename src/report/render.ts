// One door to all report formats: a format is a function in its own file and a row here.
import { renderJsonReport } from './json.js';
import type { Report } from './report.js';
import { renderTextReport, type TextOptions } from './text.js';

/** The formats of a report. */
export type ReportFormat = 'text' | 'json';

/** What to render and how. */
export interface FormatOptions extends TextOptions {
  /** `text` where left out. */
  readonly format?: ReportFormat;
}

type Renderer = (report: Report, options: FormatOptions) => string;

const renderers: Readonly<Record<ReportFormat, Renderer>> = {
  text: renderTextReport,
  json: renderJsonReport,
};

/** The names of all report formats. */
export const reportFormats = Object.keys(renderers) as readonly ReportFormat[];

/** Renders a report. All formats say the same. */
export function formatReport(report: Report, options: FormatOptions = {}): string {
  const format = options.format ?? 'text';
  if (!Object.hasOwn(renderers, format)) throw new TypeError(`Unknown report format: ${format}`);
  return renderers[format](report, options);
}
