// Comparisons as findings of the library and as entries of a report, with the places of both sides.

import type { Finding, Unplaced } from '../model/finding.js';
import { judge } from '../model/finding.js';
import type { ReportEntry } from '../report/entry.js';
import { gatherNeighbours } from '../supply/bases.js';
import type { Prepared } from '../supply/options.js';
import {
  type ComparedText,
  gather,
  type Side,
  type Sides,
  type Stray,
  sidesFinding,
  type V1Side,
  type V2Side,
} from './sides.js';
import { readV1, readV1Value } from './v1-sides.js';
import { readV2, readV2Value } from './v2-sides.js';
import { compareSides, type Verified } from './verify.js';

/** Compares two values: clusters or lists of them. Pointers are those of the values that were given. */
export function verifyValues(v1: unknown, v2: unknown, options: Prepared): Finding[] {
  const left = readV1Value(v1, options);
  const right = readV2Value(v2);
  const empty = nameEmpty(left, right);
  const strays = listStrays(left, right).flatMap(({ findings, pointer }) =>
    findings.map((finding) => prefix(finding, { v1: { pointer }, v2: { pointer } })),
  );
  if (empty.length > 0) return [...strays, ...empty];
  const compared = compareSides(left.clusters, right.clusters, options).flatMap((verified) =>
    verified.findings.map((finding) => prefix(finding, verified)),
  );
  return [...strays, ...compared];
}

/** Compares the texts of two sides: an entry for each cluster, and one for each text that holds none. */
export function verifyTexts(
  v1: readonly ComparedText[],
  v2: readonly ComparedText[],
  options: Prepared,
): ReportEntry[] {
  const neighbours = gatherNeighbours(
    v1.flatMap(({ name, documents }) =>
      documents.map((source) => ({ value: source.value, pointer: '', source, name })),
    ),
  );
  const left = gather(v1.map((text) => readV1(text, { ...options, neighbours })));
  const right = gather(v2.map(readV2));
  const strays = listStrays(left, right).map(describeStray);
  const empty = nameEmpty(left, right);
  if (empty.length === 0) return [...strays, ...compareSides(left.clusters, right.clusters, options).map(describePair)];
  const text = v1[0] ?? v2[0];
  const document = text?.documents[0];
  if (strays.length > 0 || !text || !document) return strays;
  return [describeStray({ pointer: '', origin: { name: text.name, document }, status: 'blocked', findings: empty })];
}

/** What there is to say beside pairs; where there can be none, of the clusters of v1 too. */
function listStrays(v1: Sides<V1Side>, v2: Sides<V2Side>): Stray[] {
  const alone = v2.clusters.length > 0 ? [] : v1.clusters.filter(({ told }) => told.length > 0);
  const told = alone.map(({ pointer, origin, told: findings }) => ({
    pointer,
    origin,
    status: judge(findings),
    findings,
  }));
  return [...v1.strays, ...told, ...v2.strays];
}

function nameEmpty(v1: Sides<V1Side>, v2: Sides<V2Side>): Unplaced[] {
  return [
    ...(v1.clusters.length === 0 ? [sidesFinding('nothing', { side: 'v1' })] : []),
    ...(v2.clusters.length === 0 ? [sidesFinding('nothing', { side: 'v2' })] : []),
  ];
}

/** Where the documents of both sides stand. */
interface Pointers {
  readonly v1: Pick<Side, 'pointer'> | undefined;
  readonly v2: Pick<Side, 'pointer'> | undefined;
}

function prefix(finding: Finding, { v1, v2 }: Pointers): Finding {
  const { from, to } = finding;
  return {
    ...finding,
    ...(from === undefined ? {} : { from: (v1?.pointer ?? '') + from }),
    ...(to === undefined ? {} : { to: (v2?.pointer ?? '') + to }),
  };
}

/** The entry of a pair: it stands under the v1 document, or under the v2 document where there is no other. */
export function describePair(verified: Verified): ReportEntry {
  const { v1, v2 } = verified;
  const { origin, pointer = '', kind = 'unknown', called: name } = v1 ?? v2 ?? {};
  const findings = verified.findings.map((finding) => locate(finding, verified));
  const of = { name, id: v2?.id ?? v1?.id, document: v2?.value, target: v2?.kind ?? 'ClusterRead' };
  return makeEntry({ origin, pointer, status: judge(findings), findings }, { ...of, kind });
}

/** The entry of what is no pair. */
export function describeStray(stray: Stray): ReportEntry {
  const { pointer, origin } = stray;
  const findings = stray.findings.map((finding) =>
    withPlace(finding, origin?.document.locate(pointer + (finding.from ?? finding.to ?? ''))),
  );
  return makeEntry({ ...stray, findings }, { kind: 'unknown' });
}

function makeEntry({ origin, pointer, status, findings }: Stray, of: Readonly<Record<string, unknown>>): ReportEntry {
  const address = origin?.document.address;
  const members = { ...of, address, pointer: pointer || undefined, source: origin && (() => origin.document) };
  const said = Object.entries(members).filter(([, value]) => value !== undefined);
  const translation = { status, changes: [], findings, ...Object.fromEntries(said) };
  return { source: origin?.name ?? '', index: 0, translation: translation as unknown as ReportEntry['translation'] };
}

function locate(finding: Finding, { v1, v2 }: Verified): Finding {
  const { from, to } = finding;
  const at = v1 && from !== undefined ? placeOf(v1, from) : v1 ? undefined : v2 && placeOf(v2, to ?? '');
  const origin = v1 && v2?.origin;
  if (!origin) return withPlace(finding, at);
  const there = placeOf(v2, to ?? '');
  return { ...withPlace(finding, at), there: { source: origin.name, ...(there ? { at: there } : {}) } };
}

function placeOf({ origin, pointer }: Side, below: string) {
  return origin?.document.locate(pointer + below);
}

function withPlace(finding: Finding, at: Finding['at']): Finding {
  return finding.at || !at ? finding : { ...finding, at };
}
