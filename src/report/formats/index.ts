// The one table of report formats. Light, since every start of the command loads it: what renders a format stands in
// `render.ts`, which does not compile as long as one is missing.

interface Row {
  /** How names of files in this format end, in small letters; absent where there are no such files. */
  readonly ending?: string;
  /** What such a file is, where its ending does not tell. */
  readonly called?: string;
}

const rows = {
  text: { ending: '.txt' },
  json: { ending: '.json' },
  markdown: { ending: '.md' },
  html: { ending: '.html' },
  sarif: { ending: '.sarif' },
  junit: { ending: '.xml', called: 'JUnit' },
  csv: { ending: '.csv' },
  github: {},
} as const satisfies Readonly<Record<string, Row>>;

/** The formats of a report. */
export type ReportFormat = keyof typeof rows;

/** The names of all report formats. */
export const reportFormats = Object.keys(rows) as readonly ReportFormat[];

/** A format that files are written in, by their names. */
export interface ReportFile extends Row {
  readonly format: ReportFormat;
  readonly ending: string;
}

/** The formats of files; those whose ending needs a word come last. */
export const reportFiles: readonly ReportFile[] = Object.entries<Row>(rows)
  .flatMap(([format, { ending, ...row }]) =>
    ending === undefined ? [] : [{ format: format as ReportFormat, ending, ...row }],
  )
  .sort((a, b) => Number('called' in a) - Number('called' in b));
