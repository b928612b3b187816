// Whether each v1 cluster that a plan forgets is adopted by one v2 resource that says the same.
import { messagesOf } from '../../engine/messages.js';
import { clusterTypes } from '../../forms/terraform/fields.js';
import type { Plan, PlannedResource } from '../../forms/terraform/plan.js';
import { openAttributes } from '../../forms/terraform/state-documents.js';
import { judge, type Unplaced } from '../../model/finding.js';
import { groupBy } from '../../model/group.js';
import type { ReportEntry } from '../../report/entry.js';
import { verifyPlan } from '../../rules/index.js';
import type { Prepared } from '../../supply/options.js';
import { compareClusters } from '../compare.js';
import { describePair, describeStray } from '../entries.js';
import type { Origin } from '../sides.js';
import { describeChanges } from './changes.js';
import { completeOptions, openForgotten, openPlanned } from './clusters.js';
import { describeResource } from './resources.js';

const planFinding = messagesOf(verifyPlan);

/** What a resource is judged beside. */
interface Judging {
  readonly origin: Origin;
  readonly options: Prepared;
  /** The v2 clusters that are there once the plan is applied, by the ids that they have today. */
  readonly adopted: ReadonlyMap<string, readonly PlannedResource[]>;
  /** The ids of clusters that v1 no longer manages once it is applied. */
  readonly left: ReadonlySet<string>;
}

/** Judges the resources of a plan, in its order: an entry for each that there is something to say of. */
export function verifyResources(plan: Plan, origin: Origin, options: Prepared): ReportEntry[] {
  const ofV2 = plan.resources.filter(({ type, id }) => type === clusterTypes.v2 && id !== undefined);
  const left = plan.resources.filter(isLeft).flatMap(({ id }) => id?.toLowerCase() ?? []);
  const adopted = groupBy(ofV2, ({ id }) => id?.toLowerCase());
  const judging: Judging = { origin, options, adopted, left: new Set(left) };
  return plan.resources.flatMap((resource) => verifyResource(resource, judging));
}

/** Whether a v1 cluster is forgotten; one that is to be destroyed is compared all the same. */
function isLeft({ type, action }: PlannedResource): boolean {
  return type === clusterTypes.v1 && (action === 'forget' || action === 'delete');
}

function verifyResource(resource: PlannedResource, judging: Judging): ReportEntry[] {
  if (isLeft(resource)) return verifyLeft(resource, judging);
  const { type, id, isImported } = resource;
  const isPaired = type === clusterTypes.v2 && id !== undefined && judging.left.has(id.toLowerCase());
  if (isPaired) return [];
  const findings = [
    ...describeResource(resource),
    ...(type === clusterTypes.v2 && isImported ? [planFinding('imported-alone', { id: id ?? '' }, { to: '/id' })] : []),
    ...(type === clusterTypes.v2 && resource.action === 'update' ? describeChanges(resource) : []),
  ];
  return findings.length > 0 ? [tell(resource, findings, judging.origin)] : [];
}

/** A v1 cluster that is forgotten, beside the v2 cluster that is imported in its place. */
function verifyLeft(resource: PlannedResource, { origin, options, adopted }: Judging): ReportEntry[] {
  const { address, id = '' } = resource;
  const rivals = adopted.get(id.toLowerCase()) ?? [];
  const [planned] = rivals;
  const fate = describeResource(resource);
  if (!planned) return [tell(resource, [...fate, planFinding('not-imported', { address, id })], origin)];
  const { clusters, strays } = openForgotten(resource, origin, completeOptions(options, planned));
  const [v1] = clusters;
  if (!v1) return strays.map(describeStray);
  const v2 = openPlanned(planned, origin);
  const addresses = rivals.map((rival) => rival.address).join(', ');
  const findings = [
    ...fate,
    ...(rivals.length > 1 ? [planFinding('imported-twice', { id, addresses }, { to: '/id' })] : []),
    ...describeResource(planned),
    ...compareClusters(v1, v2, options),
    ...describeChanges(planned),
  ];
  return [describePair({ v1, v2, findings })];
}

/** The entry of a resource on its own. */
function tell(resource: PlannedResource, findings: readonly Unplaced[], { name, document }: Origin): ReportEntry {
  const { address, before, after, pointer } = resource;
  const isGone = Object.keys(after).length === 0;
  const part = {
    address,
    attributes: isGone ? before : after,
    pointer: `${pointer}/change/${isGone ? 'before' : 'after'}`,
  };
  const own = { name, document: openAttributes(document, part, {}) };
  return describeStray({ pointer: '', origin: own, status: judge(findings), findings });
}
