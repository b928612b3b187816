// The connection: one of v1's list becomes v2's object.
import { isUuid } from '../../model/uuid.js';
import { error, info, rule, silent, warning } from '../define.js';

const leaves = [
  'properties.connection.datacenterId',
  'properties.connection.lanId',
  'properties.connection.primaryInstanceAddress',
] as const;
const supplyAll =
  '--set connection.datacenterId=UUID --set connection.lanId=N --set connection.primaryInstanceAddress=ADDRESS/PREFIX';

/** `connections` must name exactly one connection, or a person chooses. */
export const connectionChoice = rule({
  id: 'connection/choice',
  kind: 'flag',
  summary: 'v2 has exactly one connection; the members of the chosen one move, the others have no v2 form.',
  evidence: 'v1 SDKs (at most one item); v2 SDK (an object, required).',
  from: ['properties.connections'],
  messages: {
    none: {
      ...error('There is no connection; v2 cannot express a cluster without one.', `Supply one: ${supplyAll}.`),
      decision: leaves,
    },
    several: {
      ...error(
        'There are {count} connections and v2 takes one: {list}.',
        'Choose one, and drop the others: --connection {first}, or {others} in its place; in a decisions file connection: {first} for the cluster.',
      ),
      decision: leaves,
      suggests: ['connection'],
    },
    'no-such': {
      ...error(
        'There is no connection {index}; the document has {count}, counted from 0.',
        'Choose one of them: --connection {first}, or {others} in its place.',
      ),
      decision: leaves,
      suggests: ['connection'],
    },
    'left-behind': warning(
      'Connection {index} is dropped, since another one was chosen.',
      'Make sure that nothing uses it.',
    ),
  },
  examples: [
    { given: { 'properties.connections': [] }, gives: { 'properties.connection': undefined }, says: ['none'] },
    { given: { 'properties.connections': undefined }, says: ['none'] },
    { given: { 'properties.connections': [{ lanId: '1' }, { lanId: '2' }] }, says: ['several'] },
    { given: {}, gives: { 'properties.connection.lanId': '2' }, options: { connection: 1 } },
    {
      given: { 'properties.connections': [{ lanId: '1' }, { lanId: '2' }] },
      says: ['no-such'],
      options: { connection: 2 },
    },
    {
      given: {
        'properties.connections': [
          { datacenterId: '322589b8-5dfd-42ca-ad86-030dcfec0446', lanId: '1', cidr: '192.168.1.10/24' },
          { datacenterId: '322589b8-5dfd-42ca-ad86-030dcfec0446', lanId: '2', cidr: '192.168.2.10/24' },
        ],
      },
      gives: { 'properties.connection.lanId': '2' },
      says: ['left-behind'],
      options: { connection: 1 },
    },
  ],
  map: ([value], { connection }) => {
    const items = value ?? [];
    if (items.length === 1 && items[0]) return {};
    const present = items.flatMap((item, index) => (item === null || item === undefined ? [] : [{ item, index }]));
    const count = present.length;
    if (count === 0) return { says: [{ id: 'none' }] };
    if (count === 1) return {};
    const indexes = present.map(({ index }) => index);
    const [first = 0, ...rest] = indexes;
    const others = rest.join(' or ');
    const choices = { connection: indexes };
    if (connection === undefined) {
      const list = present
        .map(({ item, index }) => `${index}: LAN ${item.lanId ?? '?'}, ${item.cidr ?? '?'}`)
        .join('; ');
      return { says: [{ id: 'several', data: { count, list, first, others }, choices }] };
    }
    if (!present.some(({ index }) => index === connection))
      return { says: [{ id: 'no-such', data: { index: connection, count, first, others }, choices }] };
    const dropped = present.filter(({ index }) => index !== connection);
    return { says: dropped.map(({ index }) => ({ id: 'left-behind', data: { index }, item: index }) as const) };
  },
});

/** `connections[].datacenterId` → `connection.datacenterId`. */
export const connectionDatacenterId = rule({
  id: 'connection/datacenterId',
  kind: 'map',
  summary: 'The member moves from the list item into the connection object.',
  evidence: 'Upjet migration guide; v2 SDK.',
  from: ['properties.connections.*.datacenterId'],
  to: ['properties.connection.datacenterId'],
  express: 'copied',
  messages: {
    'not-a-uuid': error(
      'datacenterId is no UUID.',
      'Supply the id of the virtual data center: --override connection.datacenterId=UUID.',
    ),
    missing: error('The connection has no datacenterId.', 'Supply it with --set connection.datacenterId=UUID.'),
  },
  examples: [
    { given: {}, gives: { 'properties.connection.datacenterId': '322589b8-5dfd-42ca-ad86-030dcfec0446' } },
    { given: { 'properties.connections.0.datacenterId': 'my-datacenter' }, says: ['not-a-uuid'] },
    { given: { 'properties.connections.0.datacenterId': undefined }, says: ['missing'] },
  ],
  check: (value) => {
    if (value === undefined || isUuid(value)) return silent;
    return [{ id: 'not-a-uuid' }];
  },
});

/** `connections[].lanId` → `connection.lanId`, always a string. */
export const connectionLanId = rule({
  id: 'connection/lanId',
  kind: 'map',
  summary: 'The member moves from the list item into the connection object.',
  evidence: 'Upjet migration guide; v2 SDK (a numeric id, as a string).',
  from: ['properties.connections.*.lanId'],
  to: ['properties.connection.lanId'],
  express: 'copied',
  messages: {
    number: info('lanId is a number; v2 takes a string, so it became "{lan}".'),
    'not-numeric': error(
      'lanId is not the number of a LAN.',
      'Look it up in the data center and supply it: --override connection.lanId=N.',
    ),
    missing: error('The connection has no lanId.', 'Supply it with --set connection.lanId=N.'),
  },
  examples: [
    { given: {}, gives: { 'properties.connection.lanId': '2' } },
    { given: { 'properties.connections.0.lanId': 2 }, gives: { 'properties.connection.lanId': '2' }, says: ['number'] },
    {
      given: { 'properties.connections.0.lanId': 'lan-a' },
      gives: { 'properties.connection.lanId': 'lan-a' },
      says: ['not-numeric'],
    },
    { given: { 'properties.connections.0.lanId': '' }, says: ['not-numeric'] },
    { given: { 'properties.connections.0.lanId': undefined }, says: ['missing'] },
  ],
  map: ([value], context) => {
    if (typeof value !== 'number') return { values: [value] };
    const lan = context.written(0);
    return { values: [lan], says: [{ id: 'number', data: { lan } }] };
  },
  check: (value, _looks, { facts }) =>
    value === undefined || facts.names.lanId.test(value) ? silent : [{ id: 'not-numeric' }],
});
