// What is to be said of an address with netmask: design.md 3, `cidr`, and facts.md 3.6.
import type { Level } from './notebook.js';

const refused = ['10.208.0.0/12'];
const reserved = ['10.233.0.0/18', '10.233.64.0/18', '192.168.230.0/24', '10.233.114.0/24'];

/** RFC 1918. */
const lan = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** The worst that is to be said of it, or nothing. */
export function judgeAddress(text: string): Level | undefined {
  if (text.includes(':')) return judgeSix(text);
  const subnet = readFour(text);
  if (!subnet) return 'error';
  const { ip, bits, first, last } = subnet;
  if (bits <= 30 && (ip === first || ip === last)) return 'error';
  if (isWithin(ip, '127.0.0.0/8') || isWithin(ip, '224.0.0.0/4')) return 'error';
  if (refused.some((range) => overlaps(subnet, range))) return 'error';
  if (!lan.some((range) => isWithin(ip, range))) return 'warning';
  return bits >= 31 || reserved.some((range) => overlaps(subnet, range)) ? 'warning' : undefined;
}

interface Subnet {
  readonly ip: number;
  readonly bits: number;
  readonly first: number;
  readonly last: number;
}

function readFour(text: string): Subnet | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)?.slice(1);
  if (!parts || parts.some((part) => part.length > 1 && part.startsWith('0'))) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, bits = 0] = parts.map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || bits > 32) return undefined;
  const ip = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** (32 - bits);
  const first = Math.floor(ip / size) * size;
  return { ip, bits, first, last: first + size - 1 };
}

function isWithin(ip: number, range: string): boolean {
  const subnet = readFour(range);
  return subnet !== undefined && ip >= subnet.first && ip <= subnet.last;
}

function overlaps({ first, last }: Subnet, range: string): boolean {
  const other = readFour(range);
  return other !== undefined && first <= other.last && last >= other.first;
}

/** IPv6 is a warning at best; loopback, multicast and a missing netmask are errors as anywhere. */
function judgeSix(text: string): Level {
  const [address = '', bits, rest] = text.split('/');
  if (!bits || rest !== undefined || !/^\d{1,3}$/.test(bits) || Number(bits) > 128) return 'error';
  if (!URL.canParse(`http://[${address}]/`)) return 'error';
  const { hostname } = new URL(`http://[${address}]/`);
  return hostname === '[::1]' || hostname.startsWith('[ff') ? 'error' : 'warning';
}
