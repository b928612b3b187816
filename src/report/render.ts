// One door to all report formats: a format is a function in its own file, named here, and a row of `formats/index.ts`.
import { type CsvOptions, renderCsvReport } from './formats/csv.js';
import { renderGithubReport } from './formats/github.js';
import { renderGitlabReport } from './formats/gitlab.js';
import { renderHtmlReport } from './formats/html/html.js';
import type { ReportFormat } from './formats/index.js';
import { renderJsonReport } from './formats/json.js';
import { renderJunitReport } from './formats/junit.js';
import { renderMarkdownReport } from './formats/markdown.js';
import { renderSarifReport } from './formats/sarif.js';
import { renderTextReport, type TextOptions } from './formats/text/text.js';
import type { Report } from './report.js';

/** What to render and how. */
export interface FormatOptions extends TextOptions, CsvOptions {
  /** `text` where left out. */
  readonly format?: ReportFormat;
}

type Renderer = (report: Report, options: FormatOptions) => string;

const renderers: Readonly<Record<ReportFormat, Renderer>> = {
  text: renderTextReport,
  json: renderJsonReport,
  markdown: renderMarkdownReport,
  html: renderHtmlReport,
  sarif: renderSarifReport,
  junit: renderJunitReport,
  csv: renderCsvReport,
  gitlab: renderGitlabReport,
  github: renderGithubReport,
};

/** Renders a report. All formats say the same. */
export function formatReport(report: Report, options: FormatOptions = {}): string {
  const format = options.format ?? 'text';
  if (!Object.hasOwn(renderers, format)) throw new TypeError(`Unknown report format: ${format}`);
  return renderers[format](report, options);
}
