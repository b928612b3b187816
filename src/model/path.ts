// Paths: as key lists, as JSON Pointers (RFC 6901, in data) and dotted (for people and options).

/** A place in a document as a list of keys and array indexes; the empty list is the document. */
export type Path = readonly (string | number)[];

/** The JSON Pointer (RFC 6901) of a path: `['a/b', 0]` gives `/a~1b/0`, the document gives the empty string. */
export function toPointer(path: Path): string {
  let pointer = '';
  for (const key of path) pointer += `/${escapeKey(key)}`;
  return pointer;
}

/** One key as a JSON Pointer reference token. */
export function escapeKey(key: string | number): string {
  if (typeof key === 'number') return String(key);
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** The keys of a JSON Pointer, all as text; array indexes are not told apart from keys. */
export function fromPointer(pointer: string): string[] {
  if (pointer === '') return [];
  const tokens = pointer.slice(1).split('/');
  return pointer.includes('~') ? tokens.map(unescapeKey) : tokens;
}

/** The key that a JSON Pointer reference token stands for. */
export function unescapeKey(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

/**
 * A JSON Pointer in the dotted form that `--set`, the decisions file and reports use: below
 * `properties` that prefix is left out (`/properties/instances/ram` gives `instances.ram`).
 */
export function toDotted(pointer: string): string {
  const keys = fromPointer(pointer);
  if (keys.length > 1 && keys[0] === 'properties') keys.shift();
  return keys.join('.');
}

/** The value at a list of keys, or undefined where the path leads nowhere; own properties only. */
export function valueAt(value: unknown, keys: Path): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string | number, unknown>)[key];
  }
  return current;
}

/** The text of an object's own member; undefined for what is none. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, [key]);
  return typeof found === 'string' ? found : undefined;
}
