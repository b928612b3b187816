// The laws on generated users and databases: nothing lost, nothing forwarded, no password said, at most a warning.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { translateValue } from '../../src/index.js';
import { renderReport } from '../../src/report/create-report.js';
import { runs } from '../support/generate.js';
import { findUnnamed } from '../support/laws.js';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 100 });

const secret = 'CANARY9aA1!';
const odd = fc.oneof(fc.constant(null), fc.integer(), fc.constant([]), fc.constant({}), fc.constant([{ a: 1 }]));
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/),
  fc.constantFrom('postgres', 'admin', 'template1', ''),
  odd,
);
const metadata = fc.oneof(
  odd,
  fc.record(
    { createdBy: fc.constantFrom('urn:a:_unmanaged_', 'urn:a:_system_', 'ops'), createdDate: fc.string(), more: odd },
    { requiredKeys: [] },
  ),
);
const around = {
  type: fc.constantFrom('user', 'database'),
  id: fc.oneof(fc.string(), odd),
  href: fc.string(),
  metadata,
  note: odd,
};
const password = fc.constantFrom<unknown>(secret, [secret], { deep: secret });
const users = fc.record({ username: name, password, system: fc.oneof(fc.boolean(), odd) }, { requiredKeys: [] });
const databases = fc.record({ name, owner: name, [`x${secret.slice(0, 3)}`]: password }, { requiredKeys: ['owner'] });
const documents = fc.oneof(
  fc.tuple(fc.record(around, { requiredKeys: [] }), users).map(([rest, properties]) => ({ ...rest, properties })),
  fc.tuple(fc.record(around, { requiredKeys: [] }), databases).map(([rest, properties]) => ({ ...rest, properties })),
);

test('users and databases name every leaf, and say no password', () => {
  fc.assert(
    fc.property(documents, (value) => {
      const kind = 'owner' in value.properties ? 'Database' : 'User';
      const translation = translateValue(value, { kind });
      expect(translation).toMatchObject({ kind, status: 'skipped' });
      expect(translation.document).toBeUndefined();
      expect(findUnnamed(value, translation)).toEqual([]);
      expect(translation.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const entries = [{ source: 'a.json', index: 0, translation }];
      const said = renderReport(entries) + renderReport(entries, { format: 'json' });
      expect(said).not.toContain(secret);
    }),
    runs,
  );
});
