// The address of the primary instance: what v2 takes as one, and which subnets are taken.
import { findOverlap, readHostAddress } from '../../model/address.js';
import { type Context, error, rule, silent, warning } from '../define.js';

/** `connections[].cidr` → `connection.primaryInstanceAddress`. */
export const connectionAddress = rule({
  id: 'connection/primaryInstanceAddress',
  kind: 'map',
  summary: 'cidr is called primaryInstanceAddress in v2; the text stays.',
  evidence:
    'Upjet migration guide; v2 SDK (10.208.0.0/12 unavailable); limitations page (the other ranges); that networks and broadcast addresses are refused, and what is outside RFC 1918 doubtful, is inferred.',
  from: ['properties.connections.*.cidr'],
  to: ['properties.connection.primaryInstanceAddress'],
  express: 'copied',
  messages: {
    'not-an-address': error(
      'The address is no IP address with a netmask.',
      'Supply one: --override connection.primaryInstanceAddress=ADDRESS/PREFIX.',
    ),
    'no-netmask': error(
      'The address has no netmask.',
      'Add the prefix of the LAN: --override connection.primaryInstanceAddress=ADDRESS/PREFIX.',
    ),
    network: error(
      '{address} is the address of the network, not of a host in it.',
      'Supply the address that the primary has: --override connection.primaryInstanceAddress=ADDRESS/PREFIX.',
    ),
    broadcast: error(
      '{address} is the broadcast address of its network.',
      'Supply the address that the primary has: --override connection.primaryInstanceAddress=ADDRESS/PREFIX.',
    ),
    loopback: error(
      '{address} is a loopback address.',
      'Supply an address of the LAN: --override connection.primaryInstanceAddress=ADDRESS/PREFIX.',
    ),
    multicast: error(
      '{address} is a multicast address.',
      'Supply an address of the LAN: --override connection.primaryInstanceAddress=ADDRESS/PREFIX.',
    ),
    tiny: warning(
      'A /{prefix} leaves no room for other hosts in the LAN.',
      'Make sure that the prefix is that of the LAN.',
    ),
    ipv6: warning(
      '{address} is IPv6; nothing is known of IPv6 in v2.',
      'Try it on a cluster that nobody needs, or supply an IPv4 address.',
    ),
    refused: error(
      'The subnet of {address} overlaps {range}, which v2 keeps for itself.',
      'Move the cluster to another subnet: --override connection.primaryInstanceAddress=ADDRESS/PREFIX.',
    ),
    reserved: warning(
      'The subnet of {address} overlaps {range}, which IONOS names as reserved.',
      'Prefer another subnet, or ask IONOS.',
    ),
    public: warning(
      '{address} is outside the private networks of RFC 1918, which v1 was seen to ask for.',
      'Make sure that the LAN has it, or supply an address of the LAN: --override connection.primaryInstanceAddress=ADDRESS/PREFIX.',
    ),
    missing: error(
      'The connection has no cidr.',
      'Supply it with --set connection.primaryInstanceAddress=ADDRESS/PREFIX.',
    ),
  },
  examples: [
    {
      given: { 'properties.connections.0.cidr': '10.7.222.3/23' },
      gives: { 'properties.connection.primaryInstanceAddress': '10.7.222.3/23' },
    },
    { given: { 'properties.connections.0.cidr': 'the_address_of_the_nic' }, says: ['not-an-address'] },
    { given: { 'properties.connections.0.cidr': '010.0.0.5/24' }, says: ['not-an-address'] },
    { given: { 'properties.connections.0.cidr': '192.168.1.100' }, says: ['no-netmask'] },
    { given: { 'properties.connections.0.cidr': '10.7.221.0/24' }, says: ['network'] },
    { given: { 'properties.connections.0.cidr': '10.7.221.255/24' }, says: ['broadcast'] },
    { given: { 'properties.connections.0.cidr': '127.0.0.3/24' }, says: ['loopback'] },
    { given: { 'properties.connections.0.cidr': '224.0.0.5/24' }, says: ['multicast'] },
    { given: { 'properties.connections.0.cidr': '192.168.1.100/32' }, says: ['tiny'] },
    { given: { 'properties.connections.0.cidr': 'fd00::5/64' }, says: ['ipv6'] },
    { given: { 'properties.connections.0.cidr': '10.210.0.5/24' }, says: ['refused'] },
    { given: { 'properties.connections.0.cidr': '10.233.64.9/24' }, says: ['reserved'] },
    { given: { 'properties.connections.0.cidr': '100.103.159.9/24' }, says: ['public'] },
    { given: { 'properties.connections.0.cidr': undefined }, says: ['missing'] },
  ],
  check: (value, _looks, context) => (value === undefined ? silent : checkAddress(value, context)),
});

function checkAddress(text: string, { facts }: Context) {
  const address = readHostAddress(text);
  if (typeof address === 'string') return [{ id: address }] as const;
  const data = { address: text };
  if (address.isLoopback) return [{ id: 'loopback', data }] as const;
  if (address.isMulticast) return [{ id: 'multicast', data }] as const;
  if (address.family === 'ipv6') return [{ id: 'ipv6', data }] as const;
  if (address.isNetwork) return [{ id: 'network', data }] as const;
  if (address.isBroadcast) return [{ id: 'broadcast', data }] as const;
  const refused = findOverlap(address, facts.ipRanges.refused);
  if (refused) return [{ id: 'refused', data: { address: text, range: refused } }] as const;
  const reserved = findOverlap(address, facts.ipRanges.doubtful);
  const isPrivate = findOverlap({ ...address, prefix: 32 }, facts.ipRanges.private) !== undefined;
  if (!reserved && isPrivate && address.prefix <= 30) return silent;
  return [
    ...(address.prefix > 30 ? [{ id: 'tiny', data: { prefix: address.prefix } } as const] : []),
    ...(isPrivate ? [] : [{ id: 'public', data } as const]),
    ...(reserved ? [{ id: 'reserved', data: { address: text, range: reserved } } as const] : []),
  ];
}
