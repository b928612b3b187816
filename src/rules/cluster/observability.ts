// Logs and metrics, which v2 collects only on request, and what else a PUT resets where nobody says it.
import { info, rule, silent, warning } from '../define.js';

/** `logsEnabled` has no v1 source. */
export const clusterLogsEnabled = rule({
  id: 'cluster/logsEnabled',
  kind: 'supply',
  summary: 'v1 always kept logs; v2 collects logs and metrics only on request.',
  evidence: 'v2 SDK (default false); v1 GET /clusters/{id}/logs.',
  to: ['properties.logsEnabled'],
  messages: {
    off: info(
      'v1 always kept logs; v2 collects logs and metrics only on request, and bills them separately.',
      'To have them: --set logsEnabled=true --set metricsEnabled=true.',
    ),
  },
  examples: [
    { given: {}, gives: { 'properties.logsEnabled': undefined }, says: ['off'] },
    { given: {}, gives: { 'properties.logsEnabled': true }, says: [], options: { set: { logsEnabled: true } } },
    { given: {}, says: [], target: 'ClusterEnsure' },
  ],
  check: (value, _looks, { target }) => (value === undefined && target === 'ClusterCreate' ? [{ id: 'off' }] : silent),
});

/** `metricsEnabled` has no v1 source; the finding on logs speaks for it. */
export const clusterMetricsEnabled = rule({
  id: 'cluster/metricsEnabled',
  kind: 'supply',
  summary: 'v2 collects metrics only on request; v1 had no such setting.',
  evidence: 'v2 SDK (default false).',
  to: ['properties.metricsEnabled'],
  examples: [{ given: {}, gives: { 'properties.metricsEnabled': true }, options: { set: { metricsEnabled: true } } }],
});

/** What was set in v2 since a cluster was moved, which v1 does not know. */
export const clusterReset = rule({
  id: 'cluster/reset',
  kind: 'flag',
  summary: 'A PUT takes no earlier values: what was set in v2 since, and v1 does not know, is reset.',
  evidence: 'v2 SDK (a PUT does "not take previous values into consideration").',
  targets: ['ClusterEnsure'],
  messages: {
    unsupplied: {
      ...warning(
        'A PUT resets what was set in v2 since the move, where nobody supplies it: retention becomes that of v1, logs and metrics are off, the description is empty.',
        'Compare with GET /clusters/ID on the v2 host, and supply what it shows: --set backup.retentionDays=N --set logsEnabled=true --set metricsEnabled=true, and the description.',
      ),
      decision: ['properties.backup.retentionDays', 'properties.logsEnabled', 'properties.metricsEnabled'],
    },
  },
  examples: [
    { given: {}, says: ['unsupplied'], target: 'ClusterEnsure' },
    { given: {}, says: ['unsupplied'], target: 'ClusterEnsure', options: { set: { 'backup.retentionDays': 14 } } },
    {
      given: {},
      says: [],
      target: 'ClusterEnsure',
      options: { set: { 'backup.retentionDays': 14, logsEnabled: false, metricsEnabled: false } },
    },
  ],
  check: () => [{ id: 'unsupplied' }],
});
