// The middle of the pipeline, for any route: read and check v1, apply rules, cover, check v2, and the request that sends it.
import { apply } from '../engine/apply.js';
import { createExpressionReader } from '../engine/expressions.js';
import type { Supply } from '../engine/input.js';
import { createLeftoverReader } from '../engine/leftovers.js';
import { messagesOf } from '../engine/messages.js';
import type { Plan } from '../engine/plan.js';
import { facts } from '../facts/index.js';
import { judge, type Unplaced } from '../model/finding.js';
import { redacted } from '../model/json.js';
import { isOpaque, knownOf } from '../model/opaque.js';
import { fromPointer, textAt, toDotted, valueAt } from '../model/path.js';
import { withoutKeys } from '../model/resource-address.js';
import type { Target, V2Request } from '../model/translation.js';
import { isUuid } from '../model/uuid.js';
import {
  documentAbsent,
  documentExpressionDiffers,
  documentExpressionUnchecked,
  documentKind,
  documentUnknownField,
  documentV2Schema,
  documentWrongType,
  hostOf,
} from '../rules/index.js';
import type { Refusal } from '../schema/check.js';
import { isDecisionPath } from '../schema/decisions.js';
import type { Translation } from '../schema/documents.js';
import type { Prepared } from '../supply/options.js';
import { digestIn, type Job, writtenIn } from './document.js';
import type { Route } from './routes.js';

const kindFinding = messagesOf(documentKind);
const v2Finding = messagesOf(documentV2Schema);
const describeLeftovers = createLeftoverReader({
  unknownField: documentUnknownField,
  wrongType: documentWrongType,
  absent: documentAbsent,
});
const describeExpressions = createExpressionReader({
  differs: documentExpressionDiffers,
  unchecked: documentExpressionUnchecked,
});

/**
 * Translates by a route: the plan reads and checks v1 in one pass and applies its rules; then what is left over is told,
 * and v2 checked. `supply` takes the place of what people supply.
 */
export function applyRoute(route: Route, job: Job, supply?: Supply): Translation {
  const { value, found, options, doubts } = job;
  const id = textAt(value, 'id');
  const name = nameOf(route.properties === '' ? value : (value as Record<string, unknown>)['properties']);
  const { target } = route.plan;
  const supplied = supply ?? findSupply(job, id, name);
  const draft = apply(route.plan, {
    value,
    supply: supplied,
    owner: { id, name: name ?? nameIn(supplied) },
    context: {
      target,
      facts,
      fixNames: options.fixNames === true,
      connection: supplied.connection ?? options.connection,
      databases: options.databasesFor(id),
      basePath: options.basePath,
    },
    tellsChanges: options.tellsChanges,
    written: writtenIn(job),
    algebra: job.source?.algebra,
  });
  describeLeftovers(draft, route.plan as unknown as Plan<never>);
  if (draft.expressions) describeExpressions(draft.expressions, draft.findings);
  const findings = doubts.length > 0 ? [...doubts, ...draft.findings] : draft.findings;
  if (found.kind === 'fromBackup' && options.kind === undefined) findings.push(kindFinding('restore-or-create'));
  let status = judge(findings);
  if (status !== 'blocked') {
    const refused = draft.expressions ? checkKnown(route, draft.document) : route.checkV2(draft.document);
    for (const refusal of refused) findings.push(describeRefusal(refusal));
    if (refused.length > 0) status = judge(findings);
  }
  const outcome: Growing = { kind: found.kind, target, status, changes: draft.changes, findings };
  if (status === 'blocked') outcome.partial = draft.document;
  else outcome.document = draft.document;
  if (name !== undefined) outcome.name = name;
  if (id !== undefined) outcome.id = id;
  const isHidden = draft.given[route.location]?.supplied?.secret === true;
  addRequest(outcome, draft.values[route.location], options);
  if (isHidden && outcome.location !== undefined) outcome.location = redacted;
  return outcome as Translation;
}

/** The name that was decided for a cluster which has none in v1. */
function nameIn({ own }: Supply): string | undefined {
  const name = own?.get('properties.name')?.value;
  return typeof name === 'string' ? name : undefined;
}

/** The name that v1 gives a cluster, as a text or by an expression. */
function nameOf(properties: unknown): string | undefined {
  const given = valueAt(properties, ['displayName']);
  const name = isOpaque(given) && !given.isSecret ? given.known : given;
  return typeof name === 'string' ? name : undefined;
}

/** What people supply for a document: under its id, its digest or its name; under its address, where it has one. */
function findSupply(job: Job, id: string | undefined, name: string | undefined): Supply {
  const { source, options } = job;
  const address = source?.address;
  for (const key of address === undefined ? [] : [address, withoutKeys(address)]) {
    const supply = options.supplyFor(undefined, key);
    if (supply.own) return supply;
  }
  return options.supplyFor(id, options.knowsNames === false ? undefined : name, digestIn(job));
}

/** A translation while it is put together, member by member: this runs for every document of a stream. */
interface Growing {
  kind: Translation['kind'];
  target: Target;
  status: 'ready' | 'review' | 'blocked';
  changes: Translation['changes'];
  findings: Translation['findings'];
  document?: unknown;
  partial?: unknown;
  name?: string;
  id?: string;
  location?: string;
  request?: V2Request;
}

function addRequest(outcome: Growing, location: unknown, { basePath = '' }: Prepared): void {
  if (typeof location !== 'string') return;
  outcome.location = location;
  const host = hostOf(location, { facts });
  if (host === undefined) return;
  const url = `${host}${basePath}/clusters`;
  if (outcome.target === 'ClusterCreate') outcome.request = { method: 'POST', url };
  else if (outcome.target === 'ClusterEnsure' && outcome.id !== undefined && isUuid(outcome.id))
    outcome.request = { method: 'PUT', url: `${url}/${outcome.id}` };
}

/** What v2 refuses of what expressions are known to be. */
function checkKnown({ checkV2 }: Route, document: unknown): readonly Refusal[] {
  return checkV2(knownOf(document)).filter(({ pointer }) => !isOpaque(valueAt(document, fromPointer(pointer))));
}

function describeRefusal(refusal: Refusal): Unplaced {
  const path = toDotted(refusal.pointer);
  const decision = isDecisionPath(path)
    ? { decision: [path], settle: 'override' as const, section: 'clusters' as const }
    : {};
  return v2Finding('refused', { expected: refusal.expected, path }, { to: refusal.pointer, ...decision });
}
