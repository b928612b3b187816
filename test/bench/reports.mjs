// Reports of more and more findings, in every format: how many findings a second with ten times as many.
import { createReport, createTranslator, renderReport } from '../../dist/index.js';
import { loadDocuments } from './tools/documents.mjs';
import { isQuick, measure, printRatio } from './tools/measure.mjs';

const formats = ['text', 'json', 'markdown', 'html', 'sarif', 'junit', 'csv', 'github'];
const many = isQuick ? 500 : 5000;
// Without a supply, so that every document has findings.
const translator = createTranslator();
const documents = loadDocuments();
const entries = Array.from({ length: many }, (_, index) => ({
  source: `${index}.json`,
  index: 0,
  translation: translator.translateValue(documents[index % documents.length]),
}));
const findings = entries.reduce((sum, { translation }) => sum + translation.findings.length, 0);
const few = Array.from({ length: 10 }, (_, part) => entries.slice((part * many) / 10, ((part + 1) * many) / 10));
console.log(`  ${findings} findings of ${many} documents, against a tenth of them ten times`);

for (const format of formats) {
  const render = (some) => renderReport(createReport(some), { format });
  const candidates = { few: () => few.map(render), many: () => render(entries) };
  measure(candidates, 1);
  const times = measure(candidates);
  printRatio(`findings per second, ${format}`, times.few / times.many, { atLeast: 0.9 });
}
