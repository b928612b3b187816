// Address arithmetic behind one door (ipaddr.js). Only strict notation is read: ipaddr.js alone would take
// `010.0.0.5` as octal and `10.5/24` as an address.
import ipaddr from 'ipaddr.js';

/** What a `host address / prefix` text says. */
export interface HostAddress {
  readonly family: 'ipv4' | 'ipv6';
  readonly prefix: number;
  /** The first address of the subnet, for IPv4 up to /30. */
  readonly isNetwork: boolean;
  /** The last address of the subnet, for IPv4 up to /30. */
  readonly isBroadcast: boolean;
  readonly isLoopback: boolean;
  readonly isMulticast: boolean;
  /** The first of the given ranges that shares an address with the subnet; IPv4 only. */
  readonly findOverlap: (ranges: readonly string[]) => string | undefined;
}

/** The outcome of reading an address: its parts, or which part is wrong. */
export type AddressReading = HostAddress | 'not-an-address' | 'no-netmask';

const decimalOctet = /^(?:0|[1-9]\d{0,2})$/;
const decimalPrefix = /^(?:0|[1-9]\d{0,2})$/;
const smallestSubnet = 30;

/** Reads `address/prefix` in strict notation. */
export function readHostAddress(text: string): AddressReading {
  const [address = '', prefixText, ...rest] = text.split('/');
  if (rest.length > 0) return 'not-an-address';
  const parsed = address.includes(':') ? readIpv6(address) : readIpv4(address);
  if (!parsed) return 'not-an-address';
  if (prefixText === undefined) return 'no-netmask';
  const prefix = decimalPrefix.test(prefixText) ? Number(prefixText) : Number.NaN;
  if (parsed instanceof ipaddr.IPv6) return prefix <= 128 ? describeIpv6(parsed, prefix) : 'not-an-address';
  return prefix <= 32 ? describeIpv4(parsed, prefix) : 'not-an-address';
}

function readIpv4(address: string): ipaddr.IPv4 | undefined {
  const octets = address.split('.');
  if (octets.length !== 4) return undefined;
  for (const octet of octets) if (!decimalOctet.test(octet) || Number(octet) > 255) return undefined;
  return new ipaddr.IPv4(octets.map(Number));
}

function readIpv6(address: string): ipaddr.IPv6 | undefined {
  return !address.includes('%') && ipaddr.IPv6.isValid(address) ? ipaddr.IPv6.parse(address) : undefined;
}

function describeIpv4(address: ipaddr.IPv4, prefix: number): HostAddress {
  const { octets } = address;
  const mask = ipaddr.IPv4.subnetMaskFromPrefixLength(prefix).octets;
  let isNetwork = prefix <= smallestSubnet;
  let isBroadcast = isNetwork;
  for (let index = 0; index < 4; index += 1) {
    const host = ~(mask[index] ?? 0) & 0xff;
    const bits = (octets[index] ?? 0) & host;
    if (bits !== 0) isNetwork = false;
    if (bits !== host) isBroadcast = false;
  }
  return {
    family: 'ipv4',
    prefix,
    isNetwork,
    isBroadcast,
    isLoopback: overlaps(address, 32, '127.0.0.0/8'),
    isMulticast: overlaps(address, 32, '224.0.0.0/4'),
    findOverlap: (ranges) => ranges.find((range) => overlaps(address, prefix, range)),
  };
}

function describeIpv6(address: ipaddr.IPv6, prefix: number): HostAddress {
  const range = address.range();
  return {
    family: 'ipv6',
    prefix,
    isNetwork: false,
    isBroadcast: false,
    isLoopback: range === 'loopback',
    isMulticast: range === 'multicast',
    findOverlap: () => undefined,
  };
}

const parsedRanges = new Map<string, readonly [ipaddr.IPv4, number]>();

/** Two subnets share an address when they agree in the bits of the shorter prefix. */
function overlaps(address: ipaddr.IPv4, prefix: number, range: string): boolean {
  const parsed = parsedRanges.get(range) ?? ipaddr.IPv4.parseCIDR(range);
  parsedRanges.set(range, parsed);
  return address.match(parsed[0], Math.min(prefix, parsed[1]));
}
