// Watches which clusters of a decisions file the documents of a run are, so that a slip of the pen does not go unseen.
import type { Decisions } from '../index.js';

/** The clusters of a decisions file, with the documents each was found for: at most two, which is one too many. */
export type KeyUse = Map<string, string[]>;

/** Begins to watch. */
export function watchKeys(decisions: Decisions | undefined): KeyUse {
  return new Map(Object.keys(decisions?.clusters ?? {}).map((key) => [key, []]));
}

/** Takes note of a document; `place` names it where it has no id. */
export function noteKey(
  uses: KeyUse,
  { id, name }: { readonly id?: string; readonly name?: string },
  place: string,
): void {
  if (uses.size === 0) return;
  const key = id !== undefined && uses.has(id) ? id : name;
  const found = key === undefined ? undefined : uses.get(key);
  if (found) addUse(found, id ?? place);
}

/** Adds what was found later. */
export function mergeKeys(uses: KeyUse, later: KeyUse): void {
  for (const [key, found] of later) for (const one of found) addUse(uses.get(key) ?? [], one);
}

/** What is doubtful about the keys, in words. */
export function describeKeys(uses: KeyUse): string[] {
  return [...uses].flatMap(([key, found]) => {
    if (found.length === 0) return [`clusters: no document is the cluster ${key}`];
    if (found.length === 1) return [];
    return [`clusters: several documents are called ${key} (${found.join(', ')}); use their ids`];
  });
}

function addUse(found: string[], place: string): void {
  if (found.length < 2 && !found.includes(place)) found.push(place);
}
