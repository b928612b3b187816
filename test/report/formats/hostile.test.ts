// What documents hold is shown and never obeyed: by a terminal, by the runner of a build, by XML, by a spreadsheet,
// whatever separates its cells, or by Markdown.
import { describe, expect, test } from 'vitest';
import {
  createReport,
  renderFleet,
  renderReport,
  reportFormats,
  toPrintableLines,
  translateText,
} from '../../../src/index.js';
import { escapeMarkdown } from '../../../src/report/formats/markdown-text.js';
import { makeCreate, putAt } from '../../support/base.js';

const commands = [
  '::STOP-COMMANDS::x',
  '  ::add-mask::x',
  '\t::error::x',
  'a ##[group]x',
  '##vso[task.setvariable]x',
  '##[stop-commands]',
];

/** Every format of a report on a document with a name, an unknown field and a comment of a text, in a file of that name. */
function renderAll(text: string): Record<string, string> {
  const document = makeCreate();
  putAt(document, 'properties.displayName', text);
  putAt(document, `properties.${text.replaceAll('.', '')}`, text);
  const commented = `properties:\n  location: de/txl\n  storageType: HDD # ${text.replaceAll(/[\n\r]/g, ' ')}\n`;
  const translations = [...translateText(JSON.stringify(document)), ...translateText(commented, { format: 'yaml' })];
  const entries = translations.map((translation, index) => ({ source: text, index, translation }));
  const report = createReport(entries, { root: '' });
  return {
    ...Object.fromEntries(reportFormats.map((format) => [format, renderReport(report, { format })])),
    changes: renderReport(report, { format: 'csv', csv: 'changes' }),
    documents: renderReport(report, { format: 'csv', csv: 'documents' }),
    fleet: renderFleet(report.totals, { documents: report.documents, run: report.run }),
  };
}

describe('the runner of a build', () => {
  test.each(commands)('obeys no %j', (command) => {
    const lines = Object.entries(renderAll(command)).flatMap(([name, text]) =>
      text.split(/[\n\r]/).flatMap((line) => (isCommand(line, name) ? [`${name}: ${line.slice(0, 80)}`] : [])),
    );
    expect(lines).toEqual([]);
  });

  test('obeys nothing that is said beside reports', () => {
    const said = toPrintableLines(`${commands.join('\n')}\r\n\u202e\u001b[31m\tend`);
    expect(said.split('\n').filter((line) => isCommand(line, ''))).toEqual([]);
    for (const sign of ['\u202e', '\u001b']) expect(said).not.toContain(sign);
    expect(said.endsWith('\\u202e\\u001b[31m\tend')).toBe(true);
  });
});

/** The commands of the format for GitHub are its own. */
function isCommand(line: string, format: string): boolean {
  const own = format === 'github' && /^::(?:error|warning|notice) /.test(line);
  return (/^\s*::/.test(line) && !own) || /##\w*\[/.test(line);
}

test('no character that XML 1.0 refuses is in JUnit, nor one that a terminal obeys in any format', () => {
  const refused = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
  const obeyed = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
  const wrong: string[] = [];
  for (let start = 0; start <= 0x10ffff; start += 0x1000) {
    // Planes with nothing but ideographs and private use are looked at by their ends.
    if (start > 0x2ffff && start < 0xe0000 && start % 0x10000 !== 0xf000) continue;
    const name = Array.from({ length: 0x1000 }, (_, index) => String.fromCodePoint(start + index)).join('');
    const document = makeCreate();
    putAt(document, 'properties.displayName', name);
    const entries = translateText(JSON.stringify(document)).map((translation, index) => ({
      source: 'a',
      index,
      translation,
    }));
    if (refused.test(renderReport(entries, { format: 'junit' }))) wrong.push(`junit ${start.toString(16)}`);
    if (obeyed.test(renderReport(entries).replaceAll('\n', ''))) wrong.push(`text ${start.toString(16)}`);
  }
  expect(wrong).toEqual([]);
});

test.each([',', ';', '\t', '|'])('a spreadsheet that separates cells by %j gets no formula', (separator) => {
  const texts = ['=1+1', 'a;=1+1', 'a; =cmd|x', "a;'=1", 'a|@SUM(1)', 'a\t=1', ';-1', 'a;"=1+1', ';＝1'];
  for (const text of texts) {
    const all = renderAll(text);
    for (const name of ['csv', 'changes', 'documents']) {
      const cells = (all[name] ?? '').split('\r\n').flatMap((line) => cut(line.replace('\ufeff', ''), separator));
      expect({ text, name, cells: cells.filter((cell) => /^\s*[=+\-@＝＋－＠]\S/u.test(cell)) }).toMatchObject({
        cells: [],
      });
    }
  }
});

/** Cells as a spreadsheet cuts them: quotes count at the start of a cell only. */
function cut(line: string, separator: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    let cell = '';
    if (line[at] === '"') {
      for (at += 1; at < line.length && !(line[at] === '"' && line[at + 1] !== '"'); at += 1) {
        cell += line[at];
        if (line[at] === '"') at += 1;
      }
      at += 1;
    }
    const end = line.indexOf(separator, at);
    cells.push(cell + line.slice(at, end === -1 ? undefined : end));
    at = end === -1 ? line.length + 1 : end + 1;
  }
  return cells;
}

test('Markdown shows text as it is, whatever it looks like', () => {
  const texts = [
    'https://a.example/#b',
    'www.a.example',
    '@team #12 #a',
    '&#8203;',
    '<b>`*_[]|~\\',
    'a://b://c',
    '`'.repeat(3),
  ];
  for (const text of texts) {
    const read = escapeMarkdown(text)
      .replaceAll(/\\(.)/g, '$1')
      .replaceAll('&#8203;', '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(read).toBe(text);
    expect(escapeMarkdown(text)).not.toMatch(/:\/\/|www\.\w|[@#]\w(?!203;)/);
  }
  const name = '`a'.repeat(200_000);
  expect(renderAll(name)['markdown']).toContain('##');
});
