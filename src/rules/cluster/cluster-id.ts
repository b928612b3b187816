// The id of a cluster, which a PUT keeps and a new cluster leaves behind.
import { isUuid } from '../../model/uuid.js';
import { error, rule, silent } from '../define.js';

/** `id` stays in the body of a PUT. */
export const clusterId = rule({
  id: 'cluster/id',
  kind: 'map',
  summary: 'The id stays: a moved cluster keeps it, and a PUT names it in path and body.',
  evidence: 'v2 SDK; Terraform and Upjet migration guides (same id).',
  from: ['id'],
  to: ['id'],
  express: 'copied',
  targets: ['ClusterEnsure', 'ClusterRead'],
  messages: {
    'not-a-uuid': {
      ...error(
        'The cluster id is no UUID.',
        'Correct the document, or translate it to a new cluster with --to create.',
      ),
      decision: [],
    },
    missing: {
      ...error(
        'The document has no id, and a PUT needs one.',
        'Add the id to the document, or translate it to a new cluster with --to create.',
      ),
      decision: [],
    },
  },
  examples: [
    { given: {}, gives: { id: '498ae72f-411f-11eb-9d07-046c59cc737e' }, target: 'ClusterEnsure' },
    { given: { id: 'orders' }, says: ['not-a-uuid'], target: 'ClusterEnsure' },
    { given: { id: undefined }, says: ['missing'], target: 'ClusterEnsure', options: { kind: 'ClusterResponse' } },
  ],
  check: (value) => (value === undefined || isUuid(value) ? silent : [{ id: 'not-a-uuid' }]),
});

/** `id` of a response that becomes a new cluster. */
export const clusterOldId = rule({
  id: 'cluster/old-id',
  kind: 'drop',
  summary: 'The id stays behind: a new cluster gets one of its own.',
  evidence: 'v2 SDK (ClusterCreate has no id).',
  from: ['id'],
  targets: ['ClusterCreate'],
});
