// Generated v1 documents of each translated kind: whole ones, which become documents of v2 given what v1 lacks, and
// broken ones, made of whole ones by the mistakes that people and tools make.
import fc from 'fast-check';
import type { Draft } from './base.js';
import { breakDocument } from './generate-broken.js';

const { LAW_RUNS: count = '500', LAW_SEED: seed } = process.env;
/** How many documents each law is tried on, and from which seed; a failure prints the seed that it had. */
export const runs = { numRuns: Number(count), ...(seed === undefined ? {} : { seed: Number(seed) }) };

const octet = fc.integer({ min: 1, max: 254 });
const oddText = fc.string({ unit: 'grapheme', maxLength: 40 });
const address = fc.oneof(
  fc.tuple(octet, octet).map(([third, last]) => `192.168.${third}.${last}/24`),
  fc.tuple(fc.integer({ min: 224, max: 232 }), octet).map(([second, last]) => `10.${second}.7.${last}/23`),
  fc.constantFrom('10.7.222.3/31', 'fd00::5/64', '100.103.159.9/24', '192.168.230.9/24'),
);
const dateTime = fc.constantFrom('2024-01-15T10:00:00Z', '2024-02-29T23:59:59.5+01:00', '2023-12-31T00:00:00-08:00');
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:30`);
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}[A-Za-z0-9]$/);
const day = fc.constantFrom('Sunday', 'monday', 'TUESDAY', 'Wednesday', 'Thursday', 'Friday', 'Saturday');
const uuid = fc.uuid();

const window = fc.record({ time: clock, dayOfTheWeek: day });
const connection = fc.record({
  datacenterId: uuid,
  lanId: fc.oneof(fc.nat({ max: 99 }).map(String), fc.nat({ max: 99 })),
  cidr: address,
});
const pooler = fc.oneof(
  fc.record({ enabled: fc.constant(true), poolMode: fc.constantFrom('transaction', 'session') }),
  fc.record({ enabled: fc.constant(true) }),
  fc.record({ enabled: fc.constant(false), poolMode: fc.constantFrom('transaction', 'session', '', null) }),
);

const needed = {
  displayName: name,
  postgresVersion: fc.constantFrom('12', '14', '15', 16, '17', '18', '15.4'),
  location: fc.constantFrom('de/txl', 'DE/FRA', 'de/fra/1', 'de/fra/2', 'gb/lhr', 'us/ewr'),
  backupLocation: fc.constantFrom('eu-central-3', 'eu-central-4', 'us-central-1', 'ap-south-1'),
  instances: fc.integer({ min: 3, max: 5 }),
  cores: fc.integer({ min: 1, max: 62 }),
  ram: fc.integer({ min: 4, max: 240 }).map((gb) => gb * 1024),
  storageSize: fc.integer({ min: 10 * 1024, max: 4096 * 1024 }),
  connections: connection.map((only) => [only]),
  maintenanceWindow: window,
  synchronizationMode: fc.constantFrom(
    'ASYNCHRONOUS',
    'SYNCHRONOUS',
    'STRICTLY_SYNCHRONOUS',
    'STRICTLY_ASYNCHRONOUS',
    'asynchronous',
  ),
};
const extra = {
  storageType: fc.constantFrom('HDD', 'SSD', 'SSD Standard', 'SSD Premium', 'SSD_STANDARD', 'NVMe', null),
  connectionPooler: fc.option(pooler),
};
const neededKeys = Object.keys(needed) as (keyof typeof needed)[];

const credentials = fc.record({
  username: fc
    .stringMatching(/^[a-z_][a-z0-9_]{1,15}$/)
    .filter((user) => !['postgres', 'admin', 'standby'].includes(user) && !user.startsWith('pg_')),
  password: fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `aA1!wxyz${text}`),
});
const fromBackup = fc.record(
  { backupId: uuid, recoveryTargetTime: fc.oneof(dateTime, fc.constantFrom('', null, '2024-01-15T10:00:00')) },
  { requiredKeys: ['backupId'] },
);
const metadata = fc.record(
  {
    createdDate: fc.option(dateTime),
    createdBy: oddText,
    createdByUserId: fc.option(uuid),
    lastModifiedDate: fc.option(dateTime),
    lastModifiedBy: oddText,
    lastModifiedByUserId: fc.option(oddText),
    state: fc.constantFrom('AVAILABLE', 'BUSY', 'DESTROYING', 'DEGRADED', 'UNKNOWN'),
  },
  { requiredKeys: [] },
);

const createProperties = fc.record(
  { ...needed, ...extra, credentials, fromBackup: fc.oneof(fromBackup, fc.constantFrom({}, null)) },
  { requiredKeys: [...neededKeys, 'credentials'] },
);
const responseProperties = fc.record(
  { ...needed, ...extra, dnsName: fc.option(oddText) },
  { requiredKeys: neededKeys },
);

/** Whole create requests. */
export const creates: fc.Arbitrary<Draft> = fc.record(
  { metadata: fc.constantFrom({}, null), properties: createProperties },
  { requiredKeys: ['properties'] },
);

/** Whole bare properties. */
export const bares: fc.Arbitrary<Draft> = createProperties;

/** Whole responses. */
export const responses: fc.Arbitrary<Draft> = fc.record(
  { type: fc.constant('cluster'), id: uuid, href: fc.option(oddText), metadata, properties: responseProperties },
  { requiredKeys: ['id', 'properties'] },
);

/** Whole bare fromBackup documents. */
export const fromBackups: fc.Arbitrary<Draft> = fromBackup;

/** Whole documents of every translated kind. */
export const wholes: fc.Arbitrary<Draft> = fc.oneof(creates, bares, responses, fromBackups);

/** Documents with one to four mistakes in them. */
export const brokens: fc.Arbitrary<Draft> = breakDocument(wholes);
