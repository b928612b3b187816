// Comparisons as findings of the library and as entries of a report, with the places of both sides.

import { messagesOf } from '../engine/messages.js';
import type { Finding, Unplaced } from '../model/finding.js';
import { judge } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { problemFinding } from '../pipeline/outcomes.js';
import type { ReportEntry } from '../report/entry.js';
import { verifySides } from '../rules/index.js';
import type { Prepared } from '../supply/options.js';
import { listSides, type Origin, type Side, type Sides } from './sides.js';
import { compareSides, type Verified } from './verify.js';

const sidesFinding = messagesOf(verifySides);

/** A text of a comparison: the name of its file and what was read of it. */
export interface ComparedText {
  readonly name: string;
  readonly documents: readonly SourceDocument[];
  /** Whether it was named outright; what a folder holds besides clusters is left out. */
  readonly named?: boolean;
}

/** Compares two values: clusters or lists of them. Pointers are those of the values that were given. */
export function verifyValues(v1: unknown, v2: unknown, options: Prepared): Finding[] {
  const left = readSides(v1, 'v1');
  const right = readSides(v2, 'v2');
  const empty = nameEmpty(left.clusters, right.clusters);
  const unusable = [...left.findings, ...right.findings, ...empty];
  if (empty.length > 0) return unusable;
  const compared = compareSides(left.clusters, right.clusters, options).flatMap((verified) =>
    verified.findings.map((finding) => prefix(finding, verified)),
  );
  return [...unusable, ...compared];
}

/** Compares the texts of two sides: an entry for each cluster, and one for each text that holds none. */
export function verifyTexts(
  v1: readonly ComparedText[],
  v2: readonly ComparedText[],
  options: Prepared,
): ReportEntry[] {
  const left = v1.flatMap((text) => readText(text, 'v1'));
  const right = v2.flatMap((text) => readText(text, 'v2'));
  const clusters = left.flatMap((side) => side.clusters);
  const others = right.flatMap((side) => side.clusters);
  const stray = [...left, ...right].flatMap(({ origin, findings }) =>
    findings.length > 0 ? [describeStray(origin, findings)] : [],
  );
  const empty = nameEmpty(clusters, others);
  if (empty.length === 0) return [...stray, ...compareSides(clusters, others, options).map(describePair)];
  const [first] = left.length > 0 ? left : right;
  return stray.length > 0 || !first ? stray : [describeStray(first.origin, empty)];
}

interface ReadSides extends Sides {
  readonly origin: Origin;
}

function readText({ name, documents, named = true }: ComparedText, version: 'v1' | 'v2'): ReadSides[] {
  return documents.map((document) => {
    const origin = { name, document };
    const wrong = document.problems.filter(({ severity }) => severity === 'error');
    if (wrong.length > 0)
      return { origin, clusters: [], findings: wrong.map((problem) => problemFinding(problem, '')) };
    const { clusters, findings } = readSides(document.value, version, origin);
    const told = findings.filter(({ code }) => named || code !== 'verify/sides/no-cluster');
    return { origin, clusters, findings: told };
  });
}

/** Values of a program can be of a sort that throws when it is looked at. */
function readSides(value: unknown, version: 'v1' | 'v2', origin?: Origin): Sides {
  try {
    return listSides(value, version, origin);
  } catch {
    return { clusters: [], findings: [sidesFinding('no-cluster', { reason: 'it cannot be read' })] };
  }
}

function nameEmpty(v1: readonly Side[], v2: readonly Side[]): Unplaced[] {
  return [
    ...(v1.length === 0 ? [sidesFinding('nothing', { side: 'v1' })] : []),
    ...(v2.length === 0 ? [sidesFinding('nothing', { side: 'v2' })] : []),
  ];
}

function prefix(finding: Unplaced, { v1, v2 }: Verified): Finding {
  const { from, to } = finding;
  return {
    ...finding,
    ...(from === undefined ? {} : { from: (v1?.pointer ?? '') + from }),
    ...(to === undefined ? {} : { to: (v2?.pointer ?? '') + to }),
  };
}

/** The entry of a pair stands under the v1 document, or under the v2 document where there is no other. */
function describePair(verified: Verified): ReportEntry {
  const side = verified.v1 ?? verified.v2;
  const name = side?.name;
  const id = verified.v2?.id ?? verified.v1?.id;
  const findings = verified.findings.map((finding) => locate(finding, verified));
  const translation = {
    kind: side?.kind ?? 'unknown',
    target: verified.v2?.kind ?? 'ClusterRead',
    status: judge(findings),
    document: verified.v2?.value,
    changes: [],
    findings,
    ...(name === undefined ? {} : { name }),
    ...(id === undefined ? {} : { id }),
    ...(side?.pointer ? { pointer: side.pointer } : {}),
    ...(side?.origin ? { source: () => side.origin?.document } : {}),
  } as unknown as ReportEntry['translation'];
  return { source: side?.origin?.name ?? '', index: 0, translation };
}

function describeStray(origin: Origin, findings: readonly Unplaced[]): ReportEntry {
  const { name, document } = origin;
  const placed = findings.map((finding: Finding) =>
    finding.at ? finding : withPlace(finding, document.locate(finding.from ?? finding.to ?? '')),
  );
  const problems = document.problems.filter(({ severity }) => severity === 'error');
  const translation = { kind: 'unknown', changes: [], findings: placed, source: () => document } as const;
  // A text that could not be parsed gives no verdict at all.
  const status = document.value === undefined && problems.length > 0 ? 'unreadable' : 'blocked';
  return { source: name, index: 0, translation: { ...translation, status } };
}

function locate(finding: Unplaced, { v1, v2 }: Verified): Finding {
  const { from, to } = finding;
  const at = v1 && from !== undefined ? placeOf(v1, from) : v1 ? undefined : v2 && placeOf(v2, to ?? '');
  const origin = v1 && v2?.origin;
  if (!origin) return withPlace(finding, at);
  const there = placeOf(v2, to ?? '');
  return { ...withPlace(finding, at), there: { source: origin.name, ...(there ? { at: there } : {}) } };
}

function placeOf(side: Side, pointer: string) {
  return side.origin?.document.locate(side.pointer + pointer);
}

function withPlace(finding: Unplaced, at: Finding['at']): Finding {
  return at ? { ...finding, at } : finding;
}
