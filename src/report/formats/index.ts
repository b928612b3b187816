// The one table of report formats. Light, since every start of the command loads it: what renders a format stands in
// `render.ts`, which does not compile as long as one is missing.

interface Row {
  /** Whether it shows changes, so that `diff` can be written in it. */
  readonly showsChanges?: true;
  /** How names of files in this format end, in small letters; absent where there are no such files. */
  readonly ending?: string;
  /** What such a file is, where its ending does not tell. */
  readonly called?: string;
}

const rows = {
  text: { ending: '.txt', showsChanges: true },
  json: { ending: '.json', showsChanges: true },
  markdown: { ending: '.md', showsChanges: true },
  html: { ending: '.html', showsChanges: true },
  sarif: { ending: '.sarif' },
  csv: { ending: '.csv', showsChanges: true },
  junit: { ending: '.xml', called: 'JUnit' },
  gitlab: { ending: '.codequality.json', called: 'GitLab' },
  github: {},
} as const satisfies Readonly<Record<string, Row>>;

/** The formats of a report. */
export type ReportFormat = keyof typeof rows;

/** The names of all report formats. */
export const reportFormats = Object.keys(rows) as readonly ReportFormat[];

/** The names of the formats that show changes, too. */
export const changeFormats = reportFormats.filter((format) => 'showsChanges' in rows[format]);

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
