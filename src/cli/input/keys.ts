// The keys of clusters in a decisions file: each means one document. Ids and digests always do; a name does where only one
// document of the run has it, and a place, as older files have them, does not any more.
import {
  digestOfTranslation,
  isDigest,
  isUuid,
  nameEntry,
  type Prepared,
  type ReportEntry,
  toPrintable,
} from '../../index.js';
import { failUsage } from '../line/usage.js';
import { refuseSharedVariables } from '../talk/shared-variables.js';
import type { TranslatedFile } from './translated-file.js';

/** What a place looks like: `<stdin>:12`, `dump.ndjson:2`, `clusters.json#/items/3`, `fleet/orders.yaml`. */
const place = /#\/|(?::\d+|\.(?:json|ya?ml|ndjson|jsonl))$/i;

/**
 * Refuses keys that do not mean one document, and variables of the environment that two names would share, before
 * anything is written. Names are no keys in a stream.
 */
export async function checkKeys(
  { decisions, knowsNames, asked, asksNames }: Prepared,
  file: string | undefined,
  translate: () => AsyncIterable<TranslatedFile>,
): Promise<void> {
  const keys = Object.keys(decisions?.clusters ?? {}).filter((key) => !isUuid(key) && !isDigest(key));
  if (keys.length === 0 && !(asksNames && knowsNames !== false)) return;
  const named = new Map<string, ReportEntry[]>(keys.map((key) => [key, []]));
  const placed = new Map<string, ReportEntry>();
  if (knowsNames !== false) {
    for await (const { entries } of translate()) {
      for (const entry of entries) {
        named.get(entry.translation.name ?? '')?.push(entry);
        placed.set(nameEntry(entry), entry);
      }
    }
  }
  const wrong = keys.flatMap((key) => describeKey(key, named.get(key) ?? [], placed.get(key)));
  if (wrong.length > 0) failUsage(`${file}: ${wrong.join('\n')}`);
  refuseSharedVariables(asked);
  asked.clear();
}

/** Refuses a name that a document of a stream has: the next part of it may have another of that name. */
export function refuseName(key: string, entry: ReportEntry): never {
  const put = keyOf(entry);
  return failUsage(
    `clusters: ${toPrintable(key)} is a name, which is no key in a stream; put ${put} (${nameEntry(entry)})`,
  );
}

function describeKey(key: string, named: readonly ReportEntry[], placed: ReportEntry | undefined): string[] {
  const shown = toPrintable(key);
  if (named.length > 1) {
    const put = named.map((entry) => `${keyOf(entry)} (${nameEntry(entry)})`);
    return [`clusters: ${shown} is the name of several documents; put one of ${put.join(', ')}`];
  }
  if (named.length === 1) return [];
  if (placed) return [`clusters: ${shown} is a place, which is no key any more; put ${keyOf(placed)}`];
  if (!place.test(key)) return [];
  return [`clusters: ${shown} is a place, which is no key any more; audit --init-decisions writes ids and digests`];
}

/** What a document is known by, whatever stands beside it. */
function keyOf({ translation }: ReportEntry): string {
  return translation.id ?? translation.address ?? digestOfTranslation(translation) ?? 'its id';
}
