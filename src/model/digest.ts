// The digest of a document: what it is known by where it has no id and no name of its own.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isObject } from './json.js';
import { isSecretMember, isSecretName } from './secret.js';

const prefix = 'sha256:';
const digits = 12;

/** `sha256:` and twelve hexadecimal digits over the value of a document, keys sorted, nulls and secrets left out. */
export function digestOf(value: unknown): string {
  return prefix + bytesToHex(sha256(utf8ToBytes(writeSorted(value)))).slice(0, digits);
}

/** Whether a key of a decisions file is a digest. */
export function isDigest(key: string): boolean {
  return key.startsWith(prefix);
}

/** JSON in which the order of keys does not matter. */
function writeSorted(value: unknown): string {
  return JSON.stringify(value, function (this: unknown, key: string, member: unknown) {
    if (key !== '' && !Array.isArray(this) && isSecretName(key) && key !== 'credentials') return undefined;
    if (!isObject(member)) return member ?? undefined;
    const entries = Object.entries(member).filter(([name]) => !isSecretMember(key, name));
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
