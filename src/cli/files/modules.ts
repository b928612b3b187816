// Terraform modules as inputs: the files of one folder, which are read and written together.
import { type Dirent, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A file of a module. */
export interface ModulePart {
  /** Absent for standard input. */
  readonly path?: string;
  /** Where it goes below an output folder. */
  readonly relative: string;
}

/** Whether a file's name says that its folder is a module. */
export function isModuleName(name: string): boolean {
  return /^[^.].*\.tf(?:\.json)?$/.test(name);
}

/** Whether a file's name says that it is a part of a module, or supplies one: it is no document of its own. */
export function isPartName(name: string): boolean {
  return isModuleName(name) || /^[^.].*\.tfvars(?:\.json)?$/.test(name);
}

/** Whether a file's name says that it is a Terraform state. Beside a module it is read with that, and no document of its own. */
export function isStateName(name: string): boolean {
  return name.endsWith('.tfstate');
}

/** The files of the module that a folder is; `below` is the folder's path in what is searched. Nothing where it is none. */
export function listParts(entries: readonly Dirent[], folder: string, below: string): ModulePart[] {
  if (!entries.some((entry) => isModuleName(entry.name) && !entry.isDirectory())) return [];
  const names = entries.flatMap((entry) => (isPartName(entry.name) && !entry.isDirectory() ? [entry.name] : []));
  return names.sort().map((name) => ({ path: join(folder, name), relative: join(below, name) }));
}

/** The module of a folder that a file of it was named for. Throws the system's errors. */
export function openModule(folder: string): ModulePart[] {
  return listParts(readdirSync(folder, { withFileTypes: true }), folder, '');
}

/** Whether a path names a file of a module. */
export function namesPart(path: string): boolean {
  return isPartName(basename(path));
}
