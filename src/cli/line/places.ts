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
  const place = /^(.*?)\(?([^\s()]+):(\d+):(\d+)\)?$/.exec(line);
  const [, before = '', file = '', row, column] = place ?? [];
  const map = place && readMap(file);
  const entry = map?.findEntry(Number(row) - 1, Number(column) - 1);
  if (!entry || !('originalSource' in entry)) return line;
  const source = entry.originalSource.replace(/^(?:\.\.\/)+/, '');
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
