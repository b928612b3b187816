// The floor of a stream: each line parsed and written again by plain Node, with the same reading and nothing else.
import { once } from 'node:events';
import { openSync, readSync } from 'node:fs';

const file = openSync(process.argv[2], 'r');
let rest = Buffer.alloc(0);
for (;;) {
  const piece = Buffer.allocUnsafeSlow(64 * 1024);
  const length = readSync(file, piece);
  if (length === 0) break;
  const bytes = Buffer.concat([rest, piece.subarray(0, length)]);
  const end = bytes.lastIndexOf(10) + 1;
  rest = bytes.subarray(end);
  const text = bytes.toString('utf8', 0, end);
  let written = '';
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start) + 1;
    written += `${JSON.stringify(JSON.parse(text.slice(start, next)))}\n`;
    start = next;
  }
  if (!process.stdout.write(written)) await once(process.stdout, 'drain');
}
