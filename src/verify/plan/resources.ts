// What a Terraform plan does to resources beside adopting clusters: nothing is to be created, destroyed or replaced.
import { messagesOf } from '../../engine/messages.js';
import { clusterTypes } from '../../forms/terraform/fields.js';
import type { Plan, PlannedResource } from '../../forms/terraform/plan.js';
import type { Unplaced } from '../../model/finding.js';
import { verifyPlan } from '../../rules/index.js';

const planFinding = messagesOf(verifyPlan);

/** Why a cluster is made anew, and how it is not. */
const hints = {
  v1: 'A removed block with destroy = false forgets it without harm.',
  v2: 'The import has to name the location and the id that the block has, and backup.location must be that of the cluster.',
} as const;

/** Whether a resource asks v1 of the API, clusters apart. */
function asksV1(type: string): boolean {
  return /^ionoscloud_pg_(?!.*_v2$)/.test(type) && type !== clusterTypes.v1;
}

/** What there is to say of a resource, clusters that are forgotten or adopted apart. */
export function describeResource({ address, type, action, because, isImported }: PlannedResource): Unplaced[] {
  const why = because.length > 0 ? `, because of ${because.join(', ')}` : '';
  const say = (id: string, data: Readonly<Record<string, string>> = {}) => [planFinding(id, { address, ...data })];
  const version = type === clusterTypes.v1 ? 'v1' : type === clusterTypes.v2 ? 'v2' : undefined;
  if (version) {
    const hint = hints[version];
    if (action === 'delete') return say('destroyed', { hint });
    if (action === 'replace') return say('replaced', { because: why, hint });
    if (action === 'create') return isImported ? [] : say('created', { hint });
    return version === 'v1' && action !== 'forget' ? say('kept') : [];
  }
  if (action === 'delete') return say('other-destroyed');
  if (action === 'replace') return say('other-replaced', { because: why });
  if (action === 'create') return say('other-created');
  if (action === 'forget') return say('other-forgotten');
  return asksV1(type) ? say('asks-v1') : [];
}

/** What there is to say of the plan as a whole; its sums first. */
export function describePlan({ resources, known, isErrored, isComplete }: Plan): Unplaced[] {
  const named = new Set(resources.map(({ address }) => address));
  const missed = known.filter(({ address, type }) => type === clusterTypes.v1 && !named.has(address));
  const asking = known.filter(({ address, type }) => asksV1(type) && !named.has(address));
  const clusters = resources.filter(({ type }) => type === clusterTypes.v1 || type === clusterTypes.v2);
  return [
    planFinding('sums', sumUp(resources)),
    ...(isErrored ? [planFinding('errored')] : []),
    ...(isComplete ? [] : [planFinding('incomplete')]),
    ...(clusters.length === 0 ? [planFinding('without-clusters')] : []),
    ...missed.map(({ address }) => planFinding('left-out', { address })),
    ...asking.map(({ address }) => planFinding('asks-v1', { address })),
  ];
}

/** In the words of Terraform, which counts a replacement twice. */
function sumUp(resources: readonly PlannedResource[]): Readonly<Record<string, number>> {
  const count = (...actions: readonly string[]) => resources.filter(({ action }) => actions.includes(action)).length;
  return {
    imports: resources.filter(({ isImported }) => isImported).length,
    adds: count('create', 'replace'),
    changes: count('update'),
    destroys: count('delete', 'replace'),
    forgets: count('forget'),
  };
}
