// The pipeline, in the order of its steps: inspect, detect, check v1, apply rules, cover, check v2, locate.
import { apply, type Draft } from './engine/apply.js';
import { cover, type Gap } from './engine/cover.js';
import type { Unplaced } from './engine/plan.js';
import { createSpeaker } from './engine/say.js';
import { facts } from './facts/index.js';
import { describeType } from './model/json.js';
import { toDotted, valueAt } from './model/path.js';
import type { Target, TranslationOf, V2Request } from './model/translation.js';
import type { Prepared } from './options.js';
import { block, leave, refuse, skip } from './outcomes.js';
import { findRoute, type Route, type RouteName } from './plans.js';
import { documentRules } from './rules/index.js';
import type { Refusal } from './schema/check.js';
import { isDecisionPath } from './schema/decisions.js';
import type { Recognised } from './schema/detect.js';
import type { V2Documents } from './schema/documents.js';
import { inspect } from './schema/inspect.js';
import { recognise } from './schema/recognise.js';

/** The outcome for one document. */
export type Translation = TranslationOf<V2Documents>;

const sayKind = createSpeaker(documentRules.kind);
const sayUnknown = createSpeaker(documentRules.unknownField);
const sayType = createSpeaker(documentRules.wrongType);
const sayV2 = createSpeaker(documentRules.v2Schema);
const coverNames = {
  unknown: documentRules.unknownField.id,
  type: documentRules.wrongType.id,
  absent: documentRules.absent.id,
};
const coverWhys = {
  unknown: documentRules.unknownField.summary,
  type: documentRules.wrongType.summary,
  absent: documentRules.absent.summary,
};

/** What a document that stands beside the text it came from gives to its translation. */
export interface Surroundings {
  /** Exact text of a scalar, by JSON Pointer. */
  readonly written?: (pointer: string) => string | undefined;
  /** Findings on the text itself. */
  readonly findings?: readonly Unplaced[];
}

/** Translates one parsed document. */
export function translateDocument(value: unknown, options: Prepared, surroundings: Surroundings = {}): Translation {
  const refused = inspect(value);
  const earlier = surroundings.findings ?? [];
  if (refused) return block('unknown', [...earlier, sayKind(refused.reason, refused.data, { from: refused.pointer })]);
  const found = recognise(value, options.kind);
  if (found.kind === 'unknown') return refuse(sayKind(found.reason, found.data), options, earlier);
  if (found.items !== undefined) return block(found.kind, [...earlier, sayKind('list')]);
  if (found.version === 'v2') return skip(value, found.kind, earlier);
  const route = chooseRoute(found, options);
  return route ? translateBy(findRoute(route), { value, found, options, surroundings }) : leave(found.kind, earlier);
}

interface Job {
  readonly value: unknown;
  readonly found: Recognised;
  readonly options: Prepared;
  readonly surroundings: Surroundings;
}

function translateBy(route: Route, { value, found, options, surroundings }: Job): Translation {
  const bad = route.checkV1(value);
  const id = textAt(value, 'id');
  const name = textAt(
    route.properties === '' ? value : (value as Record<string, unknown>)['properties'],
    'displayName',
  );
  const { target } = route.plan;
  const draft = apply(route.plan, {
    value,
    bad: bad.map((refusal) => refusal.pointer),
    supply: options.supplyFor(id, name),
    context: { target, facts, fixNames: options.fixNames === true, connection: options.connection },
    written: surroundings.written,
  });
  const findings = surroundings.findings ? [...surroundings.findings, ...draft.findings] : draft.findings;
  cover(value, {
    plan: route.plan,
    item: draft.item,
    bad: toMap(bad),
    isSettled: draft.isSettled,
    names: coverNames,
    whys: coverWhys,
    changes: draft.changes,
    say: (gap) => findings.push(describeGap(gap)),
  });
  let status = judge(findings);
  if (status !== 'blocked') {
    for (const refusal of route.checkV2(draft.document)) findings.push(describeRefusal(refusal));
    status = judge(findings);
  }
  const request = target === 'restoreFromBackup' ? undefined : composeRequest(draft, { target, id, options });
  const outcome = {
    kind: found.kind,
    target,
    changes: draft.changes,
    findings,
    ...(request && { request }),
    ...(name !== undefined && { name }),
    ...(id !== undefined && { id }),
    ...locationOf(draft),
  };
  if (status === 'blocked') return { ...outcome, status, partial: draft.document };
  return { ...outcome, status, document: draft.document } as Translation;
}

function chooseRoute(found: Recognised, options: Prepared): RouteName | undefined {
  if (found.kind === 'CreateClusterRequest') return found.bare ? 'bare' : 'create';
  if (found.kind === 'ClusterResponse') return options.to === 'create' ? 'create' : 'ensure';
  return found.kind === 'fromBackup' ? 'fromBackup' : undefined;
}

function composeRequest(
  draft: Draft,
  { target, id, options }: { target: Target; id: string | undefined; options: Prepared },
): V2Request | undefined {
  const location = draft.outOfBody('location');
  const host =
    typeof location === 'string' && Object.hasOwn(facts.locations, location) ? facts.locations[location] : undefined;
  if (host === undefined) return undefined;
  const url = `${host}${options.basePath ?? ''}/clusters`;
  if (target !== 'ClusterEnsure') return { method: 'POST', url };
  return id === undefined ? undefined : { method: 'PUT', url: `${url}/${encodeURIComponent(id)}` };
}

function locationOf(draft: Draft): { location?: string } {
  const location = draft.outOfBody('location');
  return typeof location === 'string' ? { location } : {};
}

function describeGap(gap: Gap): Unplaced {
  const field = toDotted(gap.pointer).split('.').at(-1) ?? '';
  if (gap.id === 'unknown') return sayUnknown('dropped', { field }, { from: gap.pointer });
  const data = { field, expected: gap.expected ?? '', found: describeType(gap.found), path: gap.decision[0] ?? '' };
  if (!gap.matters) return sayType('dropped', data, { from: gap.pointer });
  return sayType('found', data, { from: gap.pointer, decision: gap.decision, settle: 'override' });
}

function describeRefusal(refusal: Refusal): Unplaced {
  const path = toDotted(refusal.pointer);
  const decision = isDecisionPath(path) ? { decision: [path], settle: 'override' as const } : {};
  return sayV2('refused', { expected: refusal.expected, path }, { to: refusal.pointer, ...decision });
}

function toMap(refusals: readonly Refusal[]): ReadonlyMap<string, string> {
  return new Map(refusals.map(({ pointer, expected }) => [pointer, expected]));
}

function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, [key]);
  return typeof found === 'string' ? found : undefined;
}

/** The status that findings give. */
export function judge(findings: readonly Unplaced[]): 'blocked' | 'review' | 'ready' {
  let status: 'review' | 'ready' = 'ready';
  for (const finding of findings) {
    if (finding.severity === 'error') return 'blocked';
    if (finding.severity === 'warning') status = 'review';
  }
  return status;
}
