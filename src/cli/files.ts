// Finds the files that paths on the command line name.
import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** A file to read, or standard input. */
export interface InputFile {
  /** The name people know it by; `<stdin>` for standard input. */
  readonly name: string;
  /** Path to read; absent for standard input. */
  readonly path?: string;
  /** Where its translation goes below an output folder. */
  readonly relative: string;
  /** Whether it was named itself, not found in a folder. */
  readonly named: boolean;
}

/** A path that led to no file, with the reason. */
export interface MissingInput {
  readonly name: string;
  readonly reason: string;
}

/** The name of standard input in reports. */
export const stdinName = '<stdin>';

const extensions = new Set(['.json', '.yaml', '.yml', '.ndjson', '.jsonl']);
const stdin: InputFile = { name: stdinName, relative: 'stdin', named: true };

/** Lists the files that paths name, in the order of the paths; those in a folder by name. `-` is standard input. */
export function listFiles(paths: readonly string[]): (InputFile | MissingInput)[] {
  return paths.flatMap((path) => (path === '-' ? [stdin] : listPath(path)));
}

function listPath(path: string): (InputFile | MissingInput)[] {
  try {
    if (!statSync(path).isDirectory()) return [{ name: path, path, relative: basename(path), named: true }];
    const found = listFolder(path, '');
    return found.length > 0 ? found : [{ name: path, reason: 'the folder holds no JSON, YAML or NDJSON file' }];
  } catch (thrown) {
    return [{ name: path, reason: describeFileError(thrown) }];
  }
}

function listFolder(root: string, below: string): InputFile[] {
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  // Hidden entries are left out, and links to folders are not followed, since they may lead back.
  const shown = entries.filter((entry) => !entry.name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  return shown.flatMap((entry) => {
    const relative = join(below, entry.name);
    if (entry.isDirectory()) return listFolder(root, relative);
    if (!extensions.has(extname(entry.name).toLowerCase())) return [];
    const path = join(root, relative);
    return entry.isFile() || isLinkToFile(path) ? [{ name: path, path, relative, named: false }] : [];
  });
}

function isLinkToFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
};

/** What went wrong with a file, in words. */
export function describeFileError(thrown: unknown): string {
  const code = (thrown as NodeJS.ErrnoException).code;
  return (code && reasons[code]) ?? code ?? String(thrown);
}
