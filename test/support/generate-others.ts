// Generated v1 documents of the kinds beside clusters to create and clusters that exist: backups, patches, users,
// databases, stored requests and lists; whole ones and broken ones.
import fc from 'fast-check';
import type { Draft } from './base.js';
import { brokens, creates, responses, wholes } from './generate.js';
import { breakDocument } from './generate-broken.js';

const dateTime = fc.constantFrom('2024-01-15T10:00:00Z', '2024-02-29T23:59:59.5+01:00', '2023-12-31T00:00:00');
const oddText = fc.string({ unit: 'grapheme', maxLength: 40 });
const backupId = fc.oneof(fc.uuid(), fc.constantFrom('4f1e-8', 'latest'));

/** Whole backups. */
export const backups: fc.Arbitrary<Draft> = fc.record(
  {
    type: fc.constant('backup'),
    id: backupId,
    metadata: fc.record(
      { createdDate: fc.option(dateTime), createdBy: oddText, state: fc.constantFrom('AVAILABLE', 'BUSY', 'FAILED') },
      { requiredKeys: [] },
    ),
    properties: fc.record(
      {
        id: backupId,
        clusterId: fc.uuid(),
        version: fc.constantFrom('12', '15', '16.2'),
        isActive: fc.boolean(),
        earliestRecoveryTargetTime: fc.option(dateTime),
        size: fc.nat(),
        location: fc.constantFrom('de', 'eu-central-3', 'eu-south-2'),
      },
      { requiredKeys: ['clusterId', 'version', 'isActive'] },
    ),
  },
  { requiredKeys: ['id', 'properties'] },
);

/** Patches: some of what a response holds. */
export const patches: fc.Arbitrary<Draft> = fc
  .tuple(responses, fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 4 }))
  .map(([{ properties }, chosen]) => {
    const members = Object.entries(properties as Draft).filter(([key]) => !serverOnly.has(key));
    return { properties: Object.fromEntries(chosen.flatMap((at) => [members[at % members.length] ?? []])) };
  });
const serverOnly = new Set(['location', 'backupLocation', 'dnsName', 'storageType']);

const users: fc.Arbitrary<Draft> = fc.record({
  type: fc.constant('user'),
  id: fc.uuid(),
  properties: fc.record({ username: oddText, system: fc.boolean() }),
});
const databases: fc.Arbitrary<Draft> = fc.record({
  type: fc.constant('database'),
  id: fc.uuid(),
  properties: fc.record({ name: oddText, owner: oddText }),
});

const headers = fc.oneof(
  fc.record({ Authorization: fc.constantFrom('Bearer eyJhbGciOi', 'Basic YTpi'), 'X-Odd': oddText }),
  fc.array(fc.record({ name: fc.constantFrom('authorization', 'Accept'), value: oddText }), { maxLength: 3 }),
);
const cluster = 'https://api.ionos.com/databases/postgresql/clusters';
const requests: fc.Arbitrary<Draft> = fc.oneof(
  fc.record({ method: fc.constantFrom('POST', 'post'), url: fc.constant(cluster), headers, body: creates }),
  fc.record({
    method: fc.constant('POST'),
    path: fc.constant('/clusters'),
    body: creates.map((body) => JSON.stringify(body)),
  }),
  fc.record({ method: fc.constant('PATCH'), url: fc.uuid().map((id) => `${cluster}/${id}`), headers, body: patches }),
  fc.record({
    method: fc.constantFrom('GET', 'DELETE', 'OPTIONS'),
    url: fc.oneof(fc.uuid(), fc.constantFrom('backups', 'nothing')).map((id) => `${cluster}/${id}`),
    headers,
  }),
);

const single = fc.oneof(backups, patches, users, databases, requests);
const page = { type: fc.constant('collection'), id: fc.uuid(), offset: fc.nat(), limit: fc.nat() };
const links = fc.record({ next: fc.constantFrom('', 'https://api.ionos.com/next') }, { requiredKeys: [] });
const lists: fc.Arbitrary<Draft> = fc.oneof(
  fc.record({ ...page, items: fc.array(responses, { maxLength: 3 }), links }),
  fc.record({ ...page, items: fc.array(backups, { maxLength: 3 }), links }),
  fc.record({ log: fc.record({ entries: fc.array(fc.record({ request: requests }), { maxLength: 2 }) }) }),
);

/** Documents of these kinds, whole and with mistakes in them; never lists. */
export const others: fc.Arbitrary<Draft> = fc.oneof(single, breakDocument(single));

/** Documents and lists of every kind, whole and with mistakes in them. */
export const everything: fc.Arbitrary<Draft> = fc.oneof(wholes, brokens, others, lists, breakDocument(lists));
