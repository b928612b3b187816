// Functions of IPv4 networks.
import { readHostAddress } from '../../../../model/address.js';
import { broken, unknown, type Value } from '../value.js';
import type { Functions } from './functions.js';

const addressBits = 32;

interface Network {
  /** The first address as an unsigned number. */
  readonly first: number;
  readonly prefix: number;
}

/** Functions of networks, by name; of IPv6 nothing is known. */
export const networkFunctions: Functions = {
  cidrhost: ([text, host]) => {
    const network = readNetwork(text);
    if (!network || typeof host !== 'number' || !Number.isInteger(host)) return unknown;
    const size = 2 ** (addressBits - network.prefix);
    if (host >= size || host < -size) return broken;
    return writeAddress(network.first + (host < 0 ? size + host : host));
  },
  cidrsubnet: ([text, bits, number]) => {
    const network = readNetwork(text);
    if (!network || typeof bits !== 'number' || typeof number !== 'number') return unknown;
    const prefix = network.prefix + bits;
    if (bits < 0 || number < 0) return unknown;
    if (prefix > addressBits || number >= 2 ** bits) return broken;
    return `${writeAddress(network.first + number * 2 ** (addressBits - prefix))}/${prefix}`;
  },
  cidrnetmask: ([text]) => {
    const network = readNetwork(text);
    return network ? writeAddress(2 ** addressBits - 2 ** (addressBits - network.prefix)) : unknown;
  },
};

function readNetwork(text: Value | undefined): Network | undefined {
  const address = typeof text === 'string' ? readHostAddress(text) : undefined;
  if (typeof address !== 'object' || address.family !== 'ipv4') return undefined;
  const size = 2 ** (addressBits - address.prefix);
  return { first: Math.floor((address.bits >>> 0) / size) * size, prefix: address.prefix };
}

function writeAddress(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
