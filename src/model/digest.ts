// The digest of a document: what it is known by where it has no id and no name of its own.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isObject } from './json.js';
import { isSecretMember, isSecretName } from './secret.js';

const prefix = 'sha256:';
const digits = 12;
/** So much is hashed at once. */
const pieceLength = 64 * 1024;

/** `sha256:` and twelve hexadecimal digits over the value of a document, keys sorted, nulls and secrets left out. */
export function digestOf(value: unknown): string {
  const hash = sha256.create();
  let text = '';
  for (const part of writeSorted(value, '')) {
    text += part;
    if (text.length < pieceLength) continue;
    hash.update(utf8ToBytes(text));
    text = '';
  }
  return prefix + bytesToHex(hash.update(utf8ToBytes(text)).digest()).slice(0, digits);
}

/** Whether a key of a decisions file is a digest. */
export function isDigest(key: string): boolean {
  return key.startsWith(prefix);
}

/** JSON in which the order of keys does not matter, part by part: a document may be as long as it likes. */
function* writeSorted(value: unknown, key: string): Generator<string> {
  if (Array.isArray(value)) {
    yield '[';
    for (const [index, item] of value.entries()) {
      if (index > 0) yield ',';
      if (typeof item === 'object' && item !== null) yield* writeSorted(item, String(index));
      else yield JSON.stringify(item) ?? 'null';
    }
    yield ']';
    return;
  }
  if (!isObject(value)) {
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  yield '{';
  let comma = '';
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    const isSecret = isSecretMember(key, name) || (isSecretName(name) && name !== 'credentials');
    if (isSecret || member === null || member === undefined) continue;
    yield `${comma}${JSON.stringify(name)}:`;
    yield* writeSorted(member, name);
    comma = ',';
  }
  yield '}';
}
