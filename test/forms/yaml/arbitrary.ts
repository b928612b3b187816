// Texts that are YAML, nearly YAML, or nothing of the kind.
import fc from 'fast-check';

const fragments = [
  'a: 1',
  'b:',
  '  c: 2',
  '  - x',
  '- y',
  '    # deep',
  '# comment',
  '#bare',
  '  # indented',
  'd: [1, # in',
  '2] # out',
  'e: {f: 1}',
  '---',
  '--- # marked',
  '...',
  '%YAML 1.1',
  '%TAG ! tag:x,2000:',
  'g: |',
  '  block # no comment',
  'h: "quoted # no',
  '  end" # yes',
  'i: &i {j: 1}',
  'k: *i',
  '<<: *i',
  '',
  ' ',
  '\t',
  '? x',
  ': y',
  'l: !!set',
  "m: 'it''s' # q",
  '\uFEFF',
  'n: >-',
  'o: 16:30:59',
  '- - # d',
  '-',
  '- # dash',
  '--- p: 1',
  '--- |',
  '...# x',
];

/** Any text: lines put together from fragments with any line breaks, or arbitrary characters. */
export function yamlText(): fc.Arbitrary<string> {
  const line = fc.tuple(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fragments) }, { weight: 1, arbitrary: fc.string() }),
    fc.constantFrom('\n', '\n', '\n', '\r\n', ''),
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(line.map((parts) => parts.join(''))).map((lines) => lines.join('')) },
    fc.string(),
  );
}
