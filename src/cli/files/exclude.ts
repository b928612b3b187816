// Which files `--exclude` leaves out. The glob library is loaded only where it is asked.
import { sep } from 'node:path';

/** Whether a file is left out; `relative` is its path below the folder that is searched. */
export type Exclusion = (file: { readonly path?: string; readonly relative: string }) => boolean;

/**
 * Opens globs, which mean what they mean in .gitignore: one without a slash is a name anywhere on the way (`tsconfig.json`,
 * `templates`), one with a slash a path as it is given or below the folder that is searched; what leads to a folder leads
 * to all in it.
 */
export async function openExclusion(globs: readonly string[]): Promise<Exclusion> {
  const { default: picomatch } = await import('picomatch');
  const tests = globs.map((glob) => {
    const pattern = listKeys(glob, '/').join('/');
    const matches = picomatch(pattern, { dot: true });
    return pattern.includes('/')
      ? (keys: readonly string[]) => keys.some((_, index) => matches(keys.slice(0, index + 1).join('/')))
      : (keys: readonly string[]) => keys.some((key) => matches(key));
  });
  return ({ path, relative }) => {
    const ways = [path ?? '', relative].map((way) => listKeys(way, sep));
    return tests.some((test) => ways.some(test));
  };
}

function listKeys(path: string, separator: string): string[] {
  return path.split(separator).filter((key) => key !== '' && key !== '.');
}
