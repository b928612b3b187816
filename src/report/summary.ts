// What a report comes to: findings by code, and the decisions that are still open.
import type { Severity } from '../model/finding.js';
import type { Report } from './report.js';
import { severities } from './wording.js';

/** The findings of one code. */
export interface CodeCount {
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: number;
  /** How many documents have one. */
  readonly documents: number;
}

/** A v2 path whose value is open. */
export interface OpenDecision {
  readonly path: string;
  /** How many documents wait for it. */
  readonly documents: number;
}

/** The findings by code and severity: the worst first, then the most frequent. */
export function countCodes({ documents }: Pick<Report, 'documents'>): CodeCount[] {
  const counts = new Map<
    string,
    { code: string; rule: string; severity: Severity; findings: number; documents: number }
  >();
  for (const { findings } of documents) {
    const seen = new Set<string>();
    for (const { code, rule, severity } of findings) {
      const key = `${severity} ${code}`;
      const count = counts.get(key) ?? { code, rule, severity, findings: 0, documents: 0 };
      counts.set(key, count);
      count.findings += 1;
      if (!seen.has(key)) count.documents += 1;
      seen.add(key);
    }
  }
  const rank = ({ severity }: CodeCount) => severities.indexOf(severity);
  return [...counts.values()].sort(
    (a, b) => rank(a) - rank(b) || b.findings - a.findings || (a.code < b.code ? -1 : 1),
  );
}

/** The decisions that errors and warnings ask for, those of most documents first. */
export function countDecisions({ documents }: Pick<Report, 'documents'>): OpenDecision[] {
  const counts = new Map<string, number>();
  for (const { findings } of documents) {
    const open = findings.filter(({ severity }) => severity !== 'info').flatMap(({ decision = [] }) => decision);
    for (const path of new Set(open)) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  const decisions = [...counts].map(([path, count]) => ({ path, documents: count }));
  return decisions.sort((a, b) => b.documents - a.documents || (a.path < b.path ? -1 : 1));
}
