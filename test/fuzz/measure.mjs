// Translates a file with the built library in a process of its own and prints what it took, as JSON:
// `{ statuses, milliseconds, baseMegabytes, peakMegabytes }`. Called by huge.test.ts.
import { readFileSync } from 'node:fs';
import { renderDocuments, renderReport, translateText } from '../../dist/index.js';

const [, , file, format] = process.argv;
const options = format ? { format } : {};
translateText('a: 1', { format: 'yaml' });
translateText('{}', { format: 'json' });
const baseMegabytes = process.resourceUsage().maxRSS / 1024;
const text = readFileSync(file, 'utf8');
const started = performance.now();
const translations = translateText(text, options);
const documents = renderDocuments(translations, options).length;
const entries = translations.map((translation, index) => ({ source: 'file', index, translation }));
const report = renderReport(entries).length;
const milliseconds = Math.round(performance.now() - started);
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const statuses = [...new Set(translations.map(({ status }) => status))].sort();
console.log(JSON.stringify({ statuses, milliseconds, baseMegabytes, peakMegabytes, documents, report }));
