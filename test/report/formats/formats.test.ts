// What programs rely on in each format: SARIF's schema and fingerprints, well-formed XML, harmless CSV, annotations.
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/index.js';
import { type ReportOptions, renderReport } from '../../../src/report/create-report.js';
import { reportFormats } from '../../../src/report/formats/index.js';
import { reportFleet } from '../fleet.js';

const render = (format: NonNullable<ReportOptions['format']>, report: Report = reportFleet()) =>
  renderReport(report, { format });

describe('SARIF', () => {
  const log = JSON.parse(render('sarif', reportFleet({ rulesUrl: 'https://example.org/rules.html' })));
  const [{ results, tool }] = log.runs;

  test('is valid by the schema that @microsoft/jest-sarif ships', () => {
    const path = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
    // It is of draft 4, and uses nothing that later drafts read otherwise but the name of its `id`.
    const { $schema: _draft, id: _id, ...schema } = createRequire(import.meta.url)(path);
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
      schema,
    );
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('links to no page that nobody named', () => {
    expect(render('sarif')).not.toContain('helpUri');
  });

  test('has what code scanning asks for', () => {
    expect(log.version).toBe('2.1.0');
    for (const { helpUri, help, shortDescription, fullDescription, defaultConfiguration } of tool.driver.rules) {
      expect(helpUri).toMatch(/^https:\/\/example\.org\/rules\.html#rule-/);
      for (const said of [help, shortDescription, fullDescription]) expect(said.text).not.toBe('');
      expect(['error', 'warning', 'note']).toContain(defaultConfiguration.level);
    }
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      const [{ physicalLocation }] = result.locations;
      expect(physicalLocation.artifactLocation.uri).toMatch(/^fleet\/[\w.-]+$/);
      expect(physicalLocation.region).toMatchObject({ startLine: expect.any(Number), startColumn: expect.any(Number) });
      expect(result.partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}$/);
    }
    const fingerprints = results.map(
      (result: (typeof results)[number]) => result.partialFingerprints.primaryLocationLineHash,
    );
    expect(new Set(fingerprints).size).toBe(results.length);
  });

  test('a large report has runs that GitHub takes, told apart by name', () => {
    const report = reportFleet();
    const [document] = report.documents.filter(({ findings }) => findings.length > 5);
    const findings = Array.from({ length: 26_000 }, () => document?.findings[0] as never);
    const { runs } = JSON.parse(render('sarif', { ...report, documents: [{ ...document, findings } as never] }));
    expect(runs.map((run: { results: unknown[] }) => run.results.length)).toEqual([25_000, 1_000]);
    expect(runs.map((run: { automationDetails: unknown }) => run.automationDetails)).toEqual([
      { id: 'ionos-pg-migrate/1/' },
      { id: 'ionos-pg-migrate/2/' },
    ]);
  });

  test('a rule says nothing of one document: its title has names in the place of values', () => {
    const titles = tool.driver.rules.map(({ shortDescription }: typeof tool.driver.rules) => shortDescription.text);
    expect(titles).toContain('ram is VALUE MB, not a whole number of GB; v1 takes only multiples of 1024.');
    expect(titles.filter((title: string) => /[{}]/.test(title))).toEqual([]);
  });

  test('a finding of a comparison names the place in the v2 document', () => {
    const there = { source: 'new/v2.json', path: 'new/v2.json', at: { line: 8, column: 7 } };
    const report = reportFleet();
    const documents = report.documents.map((document) => ({
      ...document,
      findings: document.findings.slice(0, 1).map((finding) => ({ ...finding, there })),
    }));
    const [{ results: compared }] = JSON.parse(render('sarif', { ...report, documents })).runs;
    expect(compared[0].relatedLocations).toEqual([
      {
        message: { text: 'in the v2 document' },
        physicalLocation: {
          artifactLocation: { uri: 'new/v2.json', uriBaseId: '%SRCROOT%' },
          region: { startLine: 8, startColumn: 7 },
        },
      },
    ]);
    for (const format of ['markdown', 'csv', 'junit'] as const)
      expect(render(format, { ...report, documents })).toContain('new/v2.json:8:7');
  });

  test('text of documents becomes no link', () => {
    expect(results.filter((result: (typeof results)[number]) => result.message.text.includes(']('))).toEqual([]);
  });
});

describe('CSV', () => {
  const rows = render('csv').split('\r\n');

  test('no cell begins like a formula', () => {
    const cells = rows.flatMap((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
    expect(cells.filter((cell) => /^"?\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.startsWith('"\'@SUM'))).toBe(true);
  });

  test('a name of digits stays as it is written, a value that is a number is one', () => {
    const report = reportFleet();
    const [first] = report.documents.filter(({ changes }) => changes.length > 0);
    const names = ['007', '1e5', '12.10', '-3'];
    const documents = names.map((name) => ({ ...first, name })) as typeof report.documents;
    const text = renderReport({ ...report, documents }, { format: 'csv', csv: 'documents' });
    for (const name of names) expect(text).toContain(`,"'${name}",`);
    expect(render('csv')).toMatch(/,5000,"ram is 5000 MB/);
  });

  test('every row has every column', () => {
    const counts = rows.slice(0, -1).map((row) => row.match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)?.filter(Boolean).length);
    expect(new Set(counts).size).toBe(1);
  });
});

describe('GitHub annotations', () => {
  test('are one line each, with escaped properties', () => {
    const lines = render('github').trimEnd().split('\n');
    const command = /^::(?:error|warning|notice) (?:file=[^:,]+(?:,line=\d+,col=\d+)?,)?title=[^:,]+::[^\r\n]+$/;
    expect(lines.slice(0, -1).filter((line) => !command.test(line))).toEqual([]);
    expect(lines.at(-1)).toMatch(/^8 documents: /);
  });
});

describe('Markdown', () => {
  test('shows names and messages as they are', () => {
    const text = render('markdown');
    expect(text.replace(/(`+)(?:(?!\1).)+\1/g, '')).not.toMatch(/<(?!\/?(?:details|summary)>)|@\w/);
    expect(text).toContain("``<script>alert('name')</script> \\| `code` @everyone [x](https://evil.example)``");
  });

  test('stays below what GitHub takes and counts what it cut', () => {
    const report = reportFleet();
    const documents = Array.from({ length: 1_000 }, () => report.documents).flat();
    const text = render('markdown', { ...report, documents });
    expect(text.length).toBeLessThan(2 ** 20);
    expect(text).toMatch(/\d+ documents cut to keep this short/);
    expect(text).toMatch(/\d+ folded documents cut to keep this short/);
  });
});

describe('HTML', () => {
  const page = render('html');

  test('ends no script early and loads nothing', () => {
    expect(page.match(/<script\b/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    const markup = page.replace(/<script type="application\/json"[\s\S]*?<\/script>/, '');
    expect(markup).not.toMatch(/<[^>]*\b(?:src|srcset)=|<link|@import|url\(|unsafe-inline/);
    expect(page).toContain("default-src 'none'");
  });

  test('has no handler and no style attribute', () => {
    expect(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')).not.toMatch(/<[^>]*\s(?:on\w+|style)=/);
  });
});

describe('what is said of a run', () => {
  const codes = ['document/decisions/unmatched', 'document/decisions/unused'];
  const report = reportFleet({ baseline: new Set([reportFleet().run[1]?.fingerprint ?? '']) });

  test('is in every format, without a place', () => {
    expect(report.run.map(({ code, isNew }) => [code, isNew])).toEqual([
      [codes[0], true],
      [codes[1], false],
    ]);
    // For people, what is known is not told again.
    for (const format of reportFormats)
      for (const code of format === 'github' || format === 'text' ? codes.slice(0, 1) : codes)
        expect(render(format, report)).toContain(code);
    expect(JSON.parse(render('json', report)).run).toMatchObject(report.run);
    expect(render('github', report)).toMatch(/^::warning title=document\/decisions\/unmatched::/m);
    const [row] = render('csv', report)
      .split('\r\n')
      .filter((line) => line.includes('decisions/unused'));
    expect(row).toMatch(/^,,,,,,,"warning","document\/decisions\/unused","known",,,/);
    const [{ invocations }] = JSON.parse(render('sarif', report)).runs;
    expect(invocations).toMatchObject([
      { toolExecutionNotifications: codes.map((id) => ({ descriptor: { id }, level: 'warning' })) },
    ]);
    expect(render('junit', report)).toContain('<testsuite name="run" tests="1" failures="0" errors="0" skipped="0">');
    expect(render('text', report)).toMatch(/\n\nOf the run\n {2}warning[\s\S]*\n\n8 documents: /);
  });

  test('is left out where nothing is', () => {
    const silent = reportFleet({ run: [] });
    for (const format of reportFormats)
      expect(render(format, silent)).not.toMatch(/of the run|"run" tests|toolExecutionNotifications/i);
  });
});

test('a document without an id shows its digest', () => {
  const report = reportFleet();
  const digests = report.documents.flatMap(({ digest }) => digest ?? []);
  expect(digests.length).toBeGreaterThan(2);
  const documents = renderReport(report, { format: 'csv', csv: 'documents' });
  for (const digest of digests) {
    expect(digest).toMatch(/^sha256:[0-9a-f]{12}$/);
    for (const format of ['text', 'json', 'markdown', 'html'] as const)
      expect(render(format, report)).toContain(digest);
    expect(documents).toContain(digest);
  }
});
