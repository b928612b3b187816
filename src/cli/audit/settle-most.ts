// What settles most of a fleet, in words: for each v2 path how many documents wait for it, and what it takes.
import { countNoun, isFixable, type Report, type ReportDocument, type Section, sections } from '../../index.js';
import type { OpenDecision } from './open-decisions.js';

const shownPaths = 10;

/** The lines, what most documents wait for first. */
export function describeMost(report: Report, decisions: readonly OpenDecision[]): string[] {
  const lines = [...countPaths(decisions), ...countNames(report)].sort((a, b) => b.documents - a.documents);
  const more = lines.length - shownPaths;
  return [
    ...lines
      .slice(0, shownPaths)
      .map(({ path, documents, takes }) => `${path}: ${countNoun(documents, 'document')}, ${takes}`),
    ...(more > 0 ? [`and ${countNoun(more, 'more path')}`] : []),
  ];
}

interface Line {
  readonly path: string;
  readonly documents: number;
  readonly takes: string;
}

function countPaths(decisions: readonly OpenDecision[]): Line[] {
  const paths = new Map<string, { readonly documents: Set<ReportDocument>; readonly lines: Map<Section, number> }>();
  for (const { path, section, documents } of decisions) {
    const known = paths.get(path) ?? { documents: new Set(), lines: new Map() };
    paths.set(path, known);
    for (const document of documents) known.documents.add(document);
    known.lines.set(section, (known.lines.get(section) ?? 0) + 1);
  }
  return [...paths].map(([path, { documents, lines }]) => ({
    path,
    documents: documents.size,
    takes: countLines(lines),
  }));
}

function countLines(lines: ReadonlyMap<Section, number>): string {
  const counted = sections.flatMap((section) => {
    const count = lines.get(section);
    if (count === undefined) return [];
    return [count === 1 ? `one line in ${section}` : `${count} lines in ${section}`];
  });
  return counted.join(' and ');
}

/** Names are no lines of the file. */
function countNames({ documents }: Report): Line[] {
  const count = documents.filter(({ findings }) => findings.some(isFixable)).length;
  return count > 0 ? [{ path: 'name', documents: count, takes: '--fix-names' }] : [];
}
