// Texts made of structures rather than of bytes: line ends, comments, indentation, keys without a value, blocks and flows
// in every mixture, as editors and templates of different people leave them.
import { pick, type Random } from './random.js';

const ends = ['\n', '\r\n', '\r', '\n\n', '\r\n\r\n', ' \n', '\t\r\n'];
const comments = ['#', '# a', '#a: b', '# key: ', '#\t', '# \u00e9 ::a', '# -', '#---'];
const keys = [
  'properties',
  'location',
  'storageType',
  'displayName',
  'credentials',
  'connections',
  'x',
  '"q"',
  "'s'",
  '? k',
  '<<',
  '&a k',
];
const values = [
  '',
  '',
  'de/txl',
  'HDD',
  '1',
  '"a',
  "'a'",
  '"a\\"',
  '|',
  '>-',
  '[',
  '{}',
  '[1, 2',
  '*a',
  '&a 1',
  '!t',
  '{a: }',
  ': :',
  '- a',
  '%',
  '@',
  '`',
  '12:30:00',
  'a: b',
];
const indents = ['', '', '  ', '  ', '    ', '   ', '\t', ' \t', '- ', '  - ', '- - '];
const markers = ['---', '...', '--- a', '%YAML 1.1', '%', '---\t#', '\ufeff---'];
const signs = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"a"',
  '"',
  '\\"',
  '1',
  '-',
  'null',
  ' ',
  '//a',
  '"properties"',
  '"location":"de/txl"',
  '"items":[',
];

/** Makes a text. */
export function makeStructure(random: Random): Buffer {
  const text = pick(random, [makeYaml, makeYaml, makeJson, makeLines])(random);
  return Buffer.from(text.slice(0, 100_000));
}

/** Lines that are repeated as often as it takes for what grows too fast to be seen. */
function makeYaml(random: Random): string {
  const end = pick(random, ends);
  let text = random(3) === 0 ? 'properties:\n  location: de/txl\n  storageType: HDD\n'.replaceAll('\n', end) : '';
  for (let left = 1 + random(12); left > 0; left -= 1) {
    const line = makeLine(random) + (random(4) === 0 ? pick(random, ends) : end);
    text += line.repeat(random(6) === 0 ? random(400) : 1);
  }
  return text;
}

function makeLine(random: Random): string {
  const indent = pick(random, indents);
  const kind = random(8);
  if (kind === 0) return pick(random, markers);
  if (kind === 1) return indent;
  if (kind < 4) return indent + pick(random, comments);
  const comment = random(4) === 0 ? ` ${pick(random, comments)}` : '';
  if (kind === 4) return `${indent}- ${pick(random, values)}${comment}`;
  return `${indent}${pick(random, keys)}:${random(5) === 0 ? '' : ' '}${pick(random, values)}${comment}`;
}

function makeJson(random: Random): string {
  let text = pick(random, ['{', '[', '{"items":[', '{"properties":{', '\ufeff{', ' ']);
  for (let left = 1 + random(20); left > 0; left -= 1) {
    const sign = pick(random, signs) + (random(6) === 0 ? pick(random, ends) : '');
    text += sign.repeat(random(6) === 0 ? random(2000) : 1);
  }
  return text + pick(random, ['', '}', ']}', '"}', '\n']);
}

function makeLines(random: Random): string {
  const lines = Array.from({ length: random(20) }, () => (random(3) === 0 ? '' : makeJson(random).slice(0, 500)));
  return lines.join(pick(random, ends));
}
