// What is wrong with a text, as findings of the documents in it.
import type { Finding } from './model/finding.js';
import type { SourceProblem } from './model/source.js';
import { documentRules } from './rules/index.js';

/** The finding of a problem; its path is told below `base`, the JSON Pointer of the document in its text. */
export function describeProblem({ at, ...problem }: SourceProblem, base: string): Finding {
  const finding = describeUnplaced({ ...problem, path: (problem.path ?? '').slice(base.length) });
  return at ? { ...finding, at } : finding;
}

/** The same without line and column, for a text inside another one. */
export function describeUnplaced({ code, severity, message, remedy, path }: SourceProblem): Finding {
  const rule = documentRules.source.id;
  return { code: `${rule}/${code}`, rule, severity, message, remedy, ...(path ? { from: path } : {}) };
}
