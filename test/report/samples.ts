// Hand-made entries for the tests of reports: one document for each thing a report must show.
import type { Change } from '../../src/model/change.js';
import type { Finding } from '../../src/model/finding.js';
import type { ReportEntry } from '../../src/report/entry.js';

/** A change as rules make it, with some members replaced. */
export function makeChange(members: Partial<Change> = {}): Change {
  return {
    kind: 'map',
    rule: 'instances/ram',
    from: ['/properties/ram'],
    to: ['/properties/instances/ram'],
    before: [16384],
    after: [16],
    why: 'v2 counts GB.',
    at: { line: 9, column: 5 },
    ...members,
  };
}

/** A finding that a value would settle, with some members replaced. */
export function makeFinding(members: Partial<Finding> = {}): Finding {
  return {
    code: 'credentials/database/missing',
    rule: 'credentials/database',
    severity: 'error',
    message: 'v2 needs the name of a database.',
    remedy: 'Supply it.',
    to: '/properties/credentials/database',
    decision: ['credentials.database'],
    settle: 'set',
    ...members,
  };
}

/** A blocked document with a change of each kind, findings and a stranded comment. */
export function makeBlockedEntry(): ReportEntry {
  return {
    source: 'orders.yaml',
    index: 0,
    translation: {
      kind: 'CreateClusterRequest',
      status: 'blocked',
      target: 'ClusterCreate',
      name: 'orders',
      request: { method: 'POST', url: 'https://example.invalid/clusters' },
      partial: { properties: { credentials: { password: 'Canary-1' } } },
      changes: [
        makeChange({ kind: 'keep', from: ['/properties/a'], to: ['/properties/a'], before: ['x'], after: ['x'] }),
        makeChange(),
        makeChange({
          kind: 'drop',
          from: ['/properties/storageType'],
          to: [],
          before: ['HDD'],
          after: [],
          why: 'Gone.',
        }),
        makeSupply(),
      ],
      findings: [makeFinding({ severity: 'info', code: 'a/b/c', message: 'Fine.', remedy: '' }), makeFinding()],
      comments: [
        { path: '/properties/storageType', position: 'line', text: ' cheap', at: { line: 12, column: 3 } },
        { path: '/properties/credentials/password', position: 'line', text: ' Canary-2', at: { line: 13, column: 3 } },
        { path: '/properties/a', position: 'line', text: ' stays', at: { line: 1, column: 3 }, to: '/properties/a' },
      ],
    },
  };
}

/** A document without findings, the third in a list. */
export function makeReadyEntry(): ReportEntry {
  const translation = {
    kind: 'ClusterResponse',
    status: 'ready',
    target: 'ClusterEnsure',
    document: { id: 'x', properties: { credentials: { password: 'Canary-3' } } },
    request: { method: 'PUT', url: 'https://postgresql.de-txl.ionos.com/clusters/x' },
    pointer: '/items/2',
    changes: [makeChange()],
    findings: [],
  } as const;
  return { source: 'list.json', index: 2, translation };
}

function makeSupply(): Change {
  const to = ['/properties/backup/retentionDays'];
  const { at: _, ...change } = makeChange({ kind: 'supply', from: [], to, before: [], after: [7], why: 'v1 kept 7.' });
  return change;
}
