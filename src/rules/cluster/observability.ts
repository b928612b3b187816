// Logs and metrics, which v2 collects only on request.
import { info, rule, silent } from '../define.js';

/** `logsEnabled` has no v1 source. */
export const clusterLogsEnabled = rule({
  id: 'cluster/logsEnabled',
  kind: 'supply',
  summary: 'v1 always kept logs; v2 collects logs and metrics only on request.',
  evidence: 'v2 SDK (default false); v1 GET /clusters/{id}/logs.',
  to: ['properties.logsEnabled'],
  messages: {
    off: {
      ...info(
        'v1 always kept logs; v2 collects logs and metrics only on request, and bills them separately.',
        'To have them: --set logsEnabled=true --set metricsEnabled=true.',
      ),
    },
  },
  examples: [
    { given: {}, gives: { 'properties.logsEnabled': undefined }, says: ['off'] },
    { given: {}, gives: { 'properties.logsEnabled': true }, says: [], options: { set: { logsEnabled: true } } },
  ],
  check: (value, _looks, { target }) => (value === undefined && target !== 'ClusterRead' ? [{ id: 'off' }] : silent),
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
