// What only the server writes, and requests leave behind.
import { rule, warning } from '../define.js';

/** `type` and `href` have no place in a request. */
export const clusterType = rule({
  id: 'cluster/type',
  kind: 'drop',
  summary: 'type and href are of responses and have no place in a request.',
  evidence: 'v2 SDK.',
  from: ['type', 'href'],
  url: true,
  targets: ['ClusterCreate', 'ClusterEnsure'],
});

/** `metadata` is written by the server. */
export const clusterMetadata = rule({
  id: 'cluster/metadata',
  kind: 'drop',
  summary: 'metadata is written by the server and has no place in a request.',
  evidence: 'v2 SDK.',
  from: [
    'metadata.createdDate',
    'metadata.createdBy',
    'metadata.createdByUserId',
    'metadata.lastModifiedDate',
    'metadata.lastModifiedBy',
    'metadata.lastModifiedByUserId',
  ],
  targets: ['ClusterCreate', 'ClusterEnsure'],
});

/** `metadata.state` is read-only; of a cluster that was going it is told. */
export const clusterState = rule({
  id: 'cluster/state',
  kind: 'drop',
  summary: 'The state is written by the server and has no place in a request.',
  evidence: 'v2 SDK.',
  from: ['metadata.state'],
  targets: ['ClusterCreate', 'ClusterEnsure'],
  messages: {
    destroying: warning(
      'The cluster was being destroyed when this was read.',
      'Make sure with GET /clusters/ID on the v2 host that it is still there; else leave the document out.',
    ),
  },
  examples: [
    { given: { 'metadata.state': 'AVAILABLE' }, target: 'ClusterEnsure' },
    { given: { 'metadata.state': 'DESTROYING' }, says: ['destroying'], target: 'ClusterEnsure' },
  ],
  map: ([state]) => (state === 'DESTROYING' ? { says: [{ id: 'destroying' }] } : {}),
});

/** `dnsName` is read-only. */
export const clusterDnsName = rule({
  id: 'cluster/dnsName',
  kind: 'drop',
  summary: 'dnsName is read-only; v2 reports it in metadata, and it has no place in a request.',
  evidence: 'v2 SDK (metadata.dnsName).',
  from: ['properties.dnsName'],
  targets: ['ClusterCreate', 'ClusterEnsure'],
});
