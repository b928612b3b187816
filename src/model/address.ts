// Address arithmetic behind one door (ipaddr.js). Only strict notation is read: ipaddr.js alone would take
// `010.0.0.5` as octal and `10.5/24` as an address.
import ipaddr from 'ipaddr.js';

/** What a `host address / prefix` text says. */
export interface HostAddress {
  readonly family: 'ipv4' | 'ipv6';
  readonly prefix: number;
  /** First and last address of the subnet (for IPv4; the last is the broadcast address up to /30). */
  readonly network: string;
  readonly broadcast: string;
  readonly isNetwork: boolean;
  readonly isBroadcast: boolean;
  readonly isLoopback: boolean;
  readonly isMulticast: boolean;
}

/** The outcome of reading an address: its parts, or which part is wrong. */
export type AddressReading = HostAddress | 'not-an-address' | 'no-netmask';

const decimalOctet = /^(?:0|[1-9]\d{0,2})$/;

/** Reads `address/prefix` in strict notation. */
export function readHostAddress(text: string): AddressReading {
  const [address = '', prefixText, ...rest] = text.split('/');
  if (!isPlainAddress(address) || rest.length > 0) return 'not-an-address';
  if (prefixText === undefined) return 'no-netmask';
  const parsed = ipaddr.parse(address);
  const prefix = /^(?:0|[1-9]\d{0,2})$/.test(prefixText) ? Number(prefixText) : Number.NaN;
  const bits = parsed.kind() === 'ipv4' ? 32 : 128;
  if (!(prefix <= bits)) return 'not-an-address';
  if (parsed.kind() === 'ipv6') return describeIpv6(address, prefix);
  const cidr = `${address}/${prefix}`;
  const network = ipaddr.IPv4.networkAddressFromCIDR(cidr).toString();
  const broadcast = ipaddr.IPv4.broadcastAddressFromCIDR(cidr).toString();
  return {
    family: 'ipv4',
    prefix,
    network,
    broadcast,
    isNetwork: prefix <= 30 && address === network,
    isBroadcast: prefix <= 30 && address === broadcast,
    isLoopback: parsed.range() === 'loopback',
    isMulticast: parsed.range() === 'multicast',
  };
}

/** Whether the IPv4 subnet of `text` and an IPv4 range in CIDR notation share an address. */
export function overlaps(text: string, range: string): boolean {
  const [address = '', prefix = '0'] = text.split('/');
  const [base = '', bits = '0'] = range.split('/');
  const shorter = Math.min(Number(prefix), Number(bits));
  return ipaddr.IPv4.parse(address).match(ipaddr.IPv4.parse(base), shorter);
}

function isPlainAddress(address: string): boolean {
  if (address.includes(':')) return ipaddr.IPv6.isValid(address) && !address.includes('%');
  const octets = address.split('.');
  return octets.length === 4 && octets.every((octet) => decimalOctet.test(octet) && Number(octet) <= 255);
}

function describeIpv6(address: string, prefix: number): HostAddress {
  const range = ipaddr.IPv6.parse(address).range();
  const cidr = `${address}/${prefix}`;
  return {
    family: 'ipv6',
    prefix,
    network: ipaddr.IPv6.networkAddressFromCIDR(cidr).toString(),
    broadcast: ipaddr.IPv6.broadcastAddressFromCIDR(cidr).toString(),
    isNetwork: false,
    isBroadcast: false,
    isLoopback: range === 'loopback',
    isMulticast: range === 'multicast',
  };
}
