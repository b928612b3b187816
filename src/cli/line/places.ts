// Names the places of a fault in the sources, which the bundled command no longer has: by the maps that lie beside it.
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';

/** The lines of a stack, each with its file and line in the sources where a map tells them. Holds no message. */
export function listPlaces(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map(tellSource);
}

function tellSource(line: string): string {
  const text = line.endsWith(')') ? line.slice(0, -1) : line;
  const place = /:(\d+):(\d+)$/.exec(text);
  const head = text.slice(0, place?.index);
  const cut = Math.max(head.lastIndexOf('('), head.lastIndexOf(' '));
  const map = place && readMap(head.slice(cut + 1));
  const entry = map?.findEntry(Number(place?.[1]) - 1, Number(place?.[2]) - 1);
  if (!entry || !('originalSource' in entry)) return line;
  let source = entry.originalSource;
  while (source.startsWith('../')) source = source.slice(3);
  const before = head.charAt(cut) === '(' ? head.slice(0, cut) : head.slice(0, cut + 1);
  return `${before}(${source}:${entry.originalLine + 1}:${entry.originalColumn + 1})`;
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    // What is not ours has none.
    return undefined;
  }
}
