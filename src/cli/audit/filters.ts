// Which documents and findings a report shows: `--only`, `--select` and `--ignore`.
import { listRules, type ReportEntry } from '../../index.js';
import type { AuditArguments } from '../line/options.js';
import { failUsage, suggest } from '../line/usage.js';

/** Keeps the documents and the findings that are asked for. A word that no rule or code has is bad usage. */
export function filterEntries(entries: readonly ReportEntry[], args: AuditArguments): readonly ReportEntry[] {
  const { only, select, ignore } = args;
  const kept = only === undefined ? entries : entries.filter(({ translation }) => translation.status === only);
  if (!select && !ignore) return kept;
  const isSelected = select ? createTest(select, '--select') : () => true;
  const isIgnored = ignore ? createTest(ignore, '--ignore') : () => false;
  return kept.map((entry) => {
    const findings = entry.translation.findings.filter(({ code }) => isSelected(code) && !isIgnored(code));
    return { ...entry, translation: { ...entry.translation, findings } };
  });
}

/** Tests codes by patterns: a rule (`instances/ram`), a code, a block (`instances`), each with `*` for any text. */
function createTest(patterns: readonly string[], option: string): (code: string) => boolean {
  const tests = patterns.map((pattern) => {
    const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\/-]/g, '\\$&'));
    const test = new RegExp(`^${source.join('.*')}(?:/.*)?$`);
    if (!codes().some((code) => test.test(code))) failUnknown(pattern, option);
    return test;
  });
  return (code) => tests.some((test) => test.test(code));
}

function failUnknown(pattern: string, option: string): never {
  const known = [...new Set(codes().flatMap((code) => [code, code.slice(0, code.lastIndexOf('/'))]))];
  const hint = suggest(pattern, known) || '; the command rules lists them';
  failUsage(`${option} ${pattern}: there is no such rule or finding${hint}`);
}

function codes(): string[] {
  return listRules().flatMap(({ messages }) => messages.map(({ code }) => code));
}
