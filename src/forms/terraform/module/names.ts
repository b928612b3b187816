// Names of files: their folder, and whether Terraform reads them.

/** What a name tells of a file. */
export type FileRole = 'tf' | 'tf.json' | 'tfvars';

/** The role of a file by its name; undefined for what is no part of a module. */
export function roleOf(path: string): FileRole | undefined {
  const name = fileName(path).toLowerCase();
  if (name.startsWith('.')) return undefined;
  if (name.endsWith('.tf')) return 'tf';
  if (name.endsWith('.tf.json')) return 'tf.json';
  return name.endsWith('.tfvars') || name.endsWith('.tfvars.json') ? 'tfvars' : undefined;
}

/** Whether Terraform reads a file of variables without being told, and in which order: later ones win. */
export function loadOrder(path: string): number | undefined {
  const name = fileName(path);
  if (name === 'terraform.tfvars') return 0;
  if (name === 'terraform.tfvars.json') return 1;
  return /\.auto\.tfvars(?:\.json)?$/.test(name) ? 2 : undefined;
}

/** Whether Terraform lays what a file says over what the others say. */
export function isOverride(path: string): boolean {
  return /(?:^|_)override\.tf(?:\.json)?$/.test(fileName(path));
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a file; empty for the one that paths begin at. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash) || '/';
}

/** The folder that a relative `source` means, seen from a folder; undefined for sources of other kinds. */
export function resolveSource(folder: string, source: string): string | undefined {
  if (!/^\.{1,2}(?:\/|$)/.test(source)) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of source.split('/')) {
    if (part === '' || part === '.') continue;
    const last = parts.at(-1);
    if (part !== '..' || last === undefined || last === '..' || last === '') parts.push(part);
    else parts.pop();
  }
  return parts.join('/');
}
