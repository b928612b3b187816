// Reads the project's own source files and says what they import, for the tests of its architecture.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectRoot: string = fileURLToPath(new URL('../..', import.meta.url));

/** One import or re-export of a file. */
export interface Import {
  /** What it names: a path below `src` for a file of ours (`model/json.ts`), else the package (`zod`, `node:fs`). */
  readonly target: string;
  readonly style: 'value' | 'type' | 'dynamic';
  readonly local: boolean;
}

/** A source file. */
export interface SourceFile {
  /** Path below its folder, with `/`: `model/json.ts`. */
  readonly path: string;
  /** See `roomOf`. */
  readonly room: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly imports: readonly Import[];
}

const staticImport = /^(?:import|export)\s+(?:(type)\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const dynamicImport = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Reads all TypeScript and JavaScript files below a folder of the project. */
export function readSourceFiles(folder: string): SourceFile[] {
  const names = readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(?:ts|mjs|js)$/.test(name))
    .map((name) => readSourceFile(folder, name.replaceAll('\\', '/')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The room a file belongs to: its folder; `index.ts`, the public surface, is one by itself. */
export function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function readSourceFile(folder: string, path: string): SourceFile {
  const text = readFileSync(join(projectRoot, folder, path), 'utf8');
  const lines = text.replace(/\n$/, '').split('\n');
  return { path, room: roomOf(path), text, lines, imports: listImports(path, text) };
}

function listImports(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const [, type, name = ''] of text.matchAll(staticImport)) {
    found.push(describeImport({ path, name, style: type ? 'type' : 'value' }));
  }
  for (const [, name = ''] of text.matchAll(dynamicImport))
    found.push(describeImport({ path, name, style: 'dynamic' }));
  return found;
}

function describeImport({ path, name, style }: { path: string; name: string; style: Import['style'] }): Import {
  const local = name.startsWith('.');
  const target = local ? posix.join(dirname(path), name).replace(/\.js$/, '.ts') : packageOf(name);
  return { target, style, local };
}

function packageOf(name: string): string {
  if (name.startsWith('node:')) return name;
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
