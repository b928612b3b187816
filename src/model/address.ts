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
  /** The 32 bits of an IPv4 address. */
  readonly bits: number;
}

/** The outcome of reading an address: its parts, or which part is wrong. */
export type AddressReading = HostAddress | 'not-an-address' | 'no-netmask';

const point = 0x2e;
const slash = 0x2f;
/** No digit was read yet. */
const none = -1;
/** A number that goes on behind a zero, which some read as octal, is refused like one that is too large. */
const tooMuch = 999;
const smallestSubnet = 30;

/** Reads `address/prefix` in strict notation. */
export function readHostAddress(text: string): AddressReading {
  return text.includes(':') ? readIpv6(text) : readIpv4(text);
}

function readIpv4(text: string): AddressReading {
  let bits = 0;
  let octets = 0;
  let number = none;
  // By hand: a regular expression and its groups cost several times as much, for every document of a stream.
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      number = number === none ? code - 0x30 : number > 0 ? number * 10 + code - 0x30 : tooMuch;
      if (number > 255) return 'not-an-address';
    } else {
      if (number === none || octets === 4 || code !== (octets === 3 ? slash : point)) return 'not-an-address';
      bits = (bits << 8) | number;
      octets += 1;
      number = none;
    }
  }
  if (number === none) return 'not-an-address';
  if (octets === 3) return 'no-netmask';
  return octets === 4 && number <= 32 ? describeIpv4(bits, number) : 'not-an-address';
}

function readIpv6(text: string): AddressReading {
  const [address = '', prefixText, ...rest] = text.split('/');
  if (rest.length > 0 || address.includes('%') || !ipaddr.IPv6.isValid(address)) return 'not-an-address';
  if (prefixText === undefined) return 'no-netmask';
  const prefix = /^(?:0|[1-9]\d{0,2})$/.test(prefixText) ? Number(prefixText) : Number.NaN;
  return prefix <= 128 ? describeIpv6(ipaddr.IPv6.parse(address), prefix) : 'not-an-address';
}

function describeIpv4(bits: number, prefix: number): HostAddress {
  const hostMask = ~maskOf(prefix);
  const isSubnet = prefix <= smallestSubnet;
  return {
    family: 'ipv4',
    prefix,
    isNetwork: isSubnet && (bits & hostMask) === 0,
    isBroadcast: isSubnet && (bits & hostMask) === hostMask,
    isLoopback: bits >>> 24 === 127,
    isMulticast: bits >>> 28 === 14,
    bits,
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
    bits: 0,
  };
}

interface Range {
  readonly text: string;
  readonly bits: number;
  readonly prefix: number;
}

const knownRanges = new WeakMap<readonly string[], readonly Range[]>();

/** The first of some ranges (in CIDR notation) that shares an address with the subnet of an address; IPv4 only. */
export function findOverlap({ family, bits, prefix }: HostAddress, ranges: readonly string[]): string | undefined {
  if (family === 'ipv6') return undefined;
  for (const range of knownRanges.get(ranges) ?? readRanges(ranges)) {
    // Two subnets share an address when they agree in the bits of the shorter prefix.
    if (((bits ^ range.bits) & maskOf(Math.min(prefix, range.prefix))) === 0) return range.text;
  }
  return undefined;
}

function readRanges(ranges: readonly string[]): readonly Range[] {
  const read = ranges.map((text) => {
    const [address, prefix] = ipaddr.IPv4.parseCIDR(text);
    return { text, bits: address.octets.reduce((sum, octet) => (sum << 8) | octet, 0), prefix };
  });
  knownRanges.set(ranges, read);
  return read;
}

/** A shift by 32 would be one by 0. */
function maskOf(prefix: number): number {
  return prefix === 0 ? 0 : -1 << (32 - prefix);
}
