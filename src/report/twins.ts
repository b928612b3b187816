// What is to say of documents beside one another: that two of them say different things of one cluster.
import { messagesOf } from '../engine/messages.js';
import { judge } from '../model/finding.js';
import { groupBy } from '../model/group.js';
import { isObject } from '../model/json.js';
import { fromPointer, valueAt } from '../model/path.js';
import type { AnyTranslation } from '../model/translation.js';
import { documentFleet } from '../rules/index.js';
import { nameEntry, type ReportEntry } from './entry.js';

const fleetFinding = messagesOf(documentFleet);

/** Adds a warning to every document that has the id of another and says something else. */
export function compareFleet(entries: readonly ReportEntry[]): ReportEntry[] {
  const byId = groupBy(entries, ({ translation: { id, status } }) => (status === 'skipped' ? undefined : id));
  const warned = new Map<ReportEntry, ReportEntry>();
  for (const same of byId.values()) if (same.length > 1) warnOfDifferences(same, warned);
  return entries.map((entry) => warned.get(entry) ?? entry);
}

function warnOfDifferences(same: readonly ReportEntry[], warned: Map<ReportEntry, ReportEntry>): void {
  const contents = same.map((entry) => writeSorted(originalOf(entry)));
  const [first] = same;
  const second = same.find((_, at) => contents[at] !== contents[0]);
  if (!first || !second) return;
  for (const [index, entry] of same.entries()) {
    const other = contents[index] === contents[0] ? second : first;
    const finding = fleetFinding('same-id', { other: nameEntry(other) }, { from: '/id' });
    const at = entry.translation.source?.().locate(`${entry.translation.pointer ?? ''}/id`);
    const findings = [...entry.translation.findings, at ? { ...finding, at } : finding];
    const { status } = entry.translation;
    const translation = { ...entry.translation, findings, status: status === 'ready' ? judge(findings) : status };
    warned.set(entry, { ...entry, translation: translation as AnyTranslation });
  }
}

/** The v1 document of an entry, as it was read. */
function originalOf({ translation }: ReportEntry): unknown {
  return valueAt(translation.source?.().value, fromPointer(translation.pointer ?? ''));
}

/** JSON in which the order of keys does not matter. */
function writeSorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isObject(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}
