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
  for (const pattern of patterns) if (!codes().some((code) => matches(code, pattern))) failUnknown(pattern, option);
  return (code) => patterns.some((pattern) => matches(code, pattern));
}

/** Whether a pattern is a code, or the beginning of one that ends before a slash. */
function matches(code: string, pattern: string): boolean {
  const words = code.split('/');
  return words.some((_, index) => isLike(words.slice(0, index + 1).join('/'), pattern.split('*')));
}

/** Whether a text consists of these parts with any text between them: the first places that there are serve as well as any. */
function isLike(text: string, [first = '', ...others]: readonly string[]): boolean {
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function failUnknown(pattern: string, option: string): never {
  const known = [...new Set(codes().flatMap((code) => [code, code.slice(0, code.lastIndexOf('/'))]))];
  const hint = suggest(pattern, known) || '; the command rules lists them';
  failUsage(`${option} ${pattern}: there is no such rule or finding${hint}`);
}

function codes(): string[] {
  return listRules().flatMap(({ messages }) => messages.map(({ code }) => code));
}
