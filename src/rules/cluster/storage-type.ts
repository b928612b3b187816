// The storage type, which v2 does not let anybody choose.
import { info, rule, warning } from '../define.js';

/** `storageType` has no v2 form. */
export const clusterStorageType = rule({
  id: 'cluster/storageType',
  kind: 'drop',
  summary: 'v2 has no storageType: it stores on SSD Premium only.',
  evidence: 'Upjet migration guide ("no longer selectable"); summary of the IONOS notice on the move.',
  from: ['properties.storageType'],
  messages: {
    same: info('v2 stores on SSD Premium only, which this cluster asks for anyway.'),
    'other-class': warning(
      '{type} is dropped: v2 stores on SSD Premium only, with its performance and at its price.',
      'Make sure that the price of SSD Premium is accepted.',
    ),
    moved: info('{type} is dropped: clusters on it were moved to SSD Premium, and are billed at its rate.'),
    unknown: warning(
      'The storage type is none that v1 knew; it is dropped, since v2 stores on SSD Premium only.',
      'Make sure that SSD Premium is what is needed.',
    ),
  },
  examples: [
    { given: { 'properties.storageType': 'SSD' }, says: ['same'] },
    { given: { 'properties.storageType': 'SSD_PREMIUM' }, says: ['same'] },
    { given: { 'properties.storageType': 'HDD' }, says: ['other-class'] },
    { given: { 'properties.storageType': 'SSD_STANDARD' }, says: ['other-class'] },
    { given: { 'properties.storageType': 'HDD' }, says: ['moved'], target: 'ClusterEnsure' },
    { given: { 'properties.storageType': 'NVMe' }, says: ['unknown'] },
  ],
  map: ([type = ''], { target, facts }) => {
    const { premium, others } = facts.storageTypes;
    if (premium.includes(type)) return { says: [{ id: 'same' }] };
    if (!others.includes(type)) return { says: [{ id: 'unknown' }] };
    return { says: [{ id: target === 'ClusterCreate' ? 'other-class' : 'moved', data: { type } }] };
  },
});
