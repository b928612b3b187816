// In one process: a translation against JSON.parse and JSON.stringify of the same text, and YAML with its comments against
// the yaml package's own round trip.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { createTranslator, renderDocuments, translateText } from '../../dist/index.js';
import { loadDocuments, supply } from './tools/documents.mjs';
import { isQuick, measure, printRatio } from './tools/measure.mjs';

const texts = loadDocuments().map((value) => JSON.stringify(value));
const translator = createTranslator({ set: supply, fixNames: true });
const repeat = isQuick ? 200 : 1000;
const json = {
  floor: () => each(texts, repeat, (text) => JSON.stringify(JSON.parse(text))),
  ours: () =>
    each(texts, repeat, (text) => {
      const { document, changes, findings } = translator.translateValue(JSON.parse(text));
      if (changes.length + findings.length === 0) throw new Error('nothing was done');
      return JSON.stringify(document);
    }),
};
measure(json, 2);
const times = measure(json, isQuick ? 1 : 7);
printRatio('translateValue, × JSON.parse + JSON.stringify', times.ours / times.floor, { atMost: 3 });

const folder = fileURLToPath(new URL('../../fixtures/create', import.meta.url));
const yamls = readdirSync(folder)
  .map((name) => join(folder, name, 'v1.yaml'))
  .filter(existsSync)
  .map((file) => readFileSync(file, 'utf8'))
  .filter((text) => parseDocument(text).errors.length === 0);
const yaml = {
  floor: () =>
    each(yamls, repeat / 50, (text) => {
      const document = parseDocument(text);
      return JSON.stringify(document.toJS()) + document.toString();
    }),
  ours: () =>
    each(yamls, repeat / 50, (text) =>
      renderDocuments(translateText(text, { set: supply, fixNames: true, format: 'yaml' }), { format: 'yaml' }),
    ),
};
// Ten rounds until neither gets faster any more.
measure(yaml, isQuick ? 1 : 10);
const yamlTimes = measure(yaml, isQuick ? 1 : 7);
printRatio('YAML with comments, × parseDocument + toJS + toString', yamlTimes.ours / yamlTimes.floor, { atMost: 1.5 });

function each(values, times, work) {
  let length = 0;
  for (let time = 0; time < times; time += 1) for (const value of values) length += work(value).length;
  return length;
}
