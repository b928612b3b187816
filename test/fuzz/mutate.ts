// Mistakes made in bytes: what disks, editors, encodings and people with bad intent do to a file.
import { pick, type Random } from './random.js';

/** Bytes that mean something to one parser or the other. */
const words = [
  '__proto__: ',
  '"__proto__": {},',
  '"constructor": 1,',
  'prototype: {a: 1}\n',
  '<<: *a\n',
  '&a ',
  '*a',
  '*nowhere',
  '!!js/function "x"',
  '!!binary ',
  '!!python/object:os.system ',
  '!<tag:yaml.org,2002:str> ',
  '%YAML 1.1\n---\n',
  '%TAG ! tag:x,2000:\n---\n',
  '\n---\n',
  '\n...\n',
  '1e400',
  '-1e400',
  '0x10',
  '0o17',
  '12.10',
  '007',
  '.inf',
  '.nan',
  '1_000',
  '16:30:59',
  '9007199254740993',
  'null',
  '~',
  '\u0000',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\r\n',
  '\r',
  '\t',
  '"',
  "'",
  '\\',
  '\\u0000',
  '\\ud800',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ': ',
  '# ',
  ' #',
  '- ',
  '|\n',
  '>-\n',
  '|9\n',
  '? ',
  '? {a: b}\n: c\n',
  '//',
  '/*',
];
const rawBytes = [
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf8, 0x88, 0x80, 0x80, 0x80],
  [0xe2, 0x82],
  [0x80],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0x1b, 0x5b, 0x33, 0x31, 0x6d],
];

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const mutations: readonly Mutation[] = [
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random(bytes.length + 1)),
  flipBits,
  (bytes, random) => splice({ bytes, at: random(bytes.length + 1) }, Buffer.from(pick(random, words))),
  (bytes, random) => splice({ bytes, at: random(bytes.length + 1) }, Buffer.from(pick(random, words))),
  (bytes, random) => splice({ bytes, at: random(bytes.length + 1) }, Buffer.from(pick(random, rawBytes))),
  (bytes, random) => splice({ bytes, at: random(bytes.length + 1), drop: 1 + random(40) }, Buffer.alloc(0)),
  repeatPiece,
  swapLines,
  nest,
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf16le'),
  (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString('utf8'), 'utf16le')]),
  (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n')),
  (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('  ', '\t')),
];
/** Those of whole encodings are rare, since nothing follows them. */
const usual = mutations.slice(0, 10);

/** Makes one to five mistakes. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  let mutated = bytes;
  const count = 1 + random(5);
  for (let made = 0; made < count; made += 1)
    mutated = pick(random, random(12) === 0 ? mutations : usual)(mutated, random);
  return mutated.subarray(0, 200_000);
}

function flipBits(bytes: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(bytes);
  for (let left = 1 + random(8); left > 0 && flipped.length > 0; left -= 1) {
    const at = random(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random(8));
  }
  return flipped;
}

function splice({ bytes, at, drop = 0 }: { bytes: Buffer; at: number; drop?: number }, put: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]);
}

function repeatPiece(bytes: Buffer, random: Random): Buffer {
  const from = random(bytes.length + 1);
  const piece = bytes.subarray(from, from + random(200));
  const times = random(10) === 0 ? random(200) : random(4);
  return splice({ bytes, at: random(bytes.length + 1) }, Buffer.concat(Array.from({ length: times }, () => piece)));
}

function swapLines(bytes: Buffer, random: Random): Buffer {
  const lines = bytes.toString('utf8').split('\n');
  const [one, other] = [random(lines.length), random(lines.length)];
  [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  return Buffer.from(lines.join('\n'));
}

function nest(bytes: Buffer, random: Random): Buffer {
  const depth = 1 + random(random(8) === 0 ? 3000 : 40);
  const [open, close] = pick(random, [
    ['[', ']'],
    ['{"a":', '}'],
    ['- ', ''],
    ['? ', ''],
    ['&a [*a, ', ']'],
  ] as const);
  return splice({ bytes, at: random(bytes.length + 1) }, Buffer.from(open.repeat(depth) + close.repeat(depth)));
}
