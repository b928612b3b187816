// What is secret by its name. Whoever asks which values are never shown, which texts no comment may repeat or which files
// are for their owner only, asks here.
import { fromPointer } from './path.js';

/** Parts of the names of fields, headers and parameters whose values open something; an author is none. */
const secretName =
  /auth(?!ors?\b)|bearer|cookie|credential|jwt|kennwort|key|pass(?:code|phrase|w|e?(?![a-z]))|pwd|secret|session|signature|token|(?<![a-z])(?:pw|sig)(?![a-z])/i;
/** `dbPw`, where only the letter case tells that a word begins. */
const camelName = /[a-z\d]P[wW](?![a-z])/;
/** What stands between a name and its value. */
const given = /[:=：＝]|->|→/;

/** Whether a field, header or parameter of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) || camelName.test(name);
}

/**
 * Whether a text, such as a comment that was a field once, seems to hold a secret: such a name with a value behind it, as
 * in `password: old` or `pw hunter2`, or the user of a URL. One that only speaks of secrets does not.
 */
export function mentionsSecret(text: string): boolean {
  return holdsUser(text) || text.split(/[\n\r]/).some(givesSecret);
}

function givesSecret(line: string): boolean {
  const at = [secretName, camelName].map((names) => line.search(names)).filter((found) => found !== -1);
  if (at.length === 0) return false;
  const named = line.slice(Math.min(...at));
  if (given.test(named)) return true;
  // A word with a digit in it is no word that people speak.
  const [, ...others] = named.split(/\s+/);
  return others.some((word) => word.length > 4 && /\d/.test(word) && /[a-z]/i.test(word));
}

/** Whether a member is a secret whatever it is called: under `credentials` all is but the names. */
export function isSecretMember(container: string | undefined, key: string): boolean {
  return container === 'credentials' && key !== 'username' && key !== 'database';
}

/** Whether what stands at a place is a secret by a name on the way to it. */
export function isSecretPlace(keys: readonly string[]): boolean {
  return keys.some((key, index) => {
    const isHolder = key === 'credentials' && index < keys.length - 1;
    return !isHolder && (isSecretMember(keys[index - 1], key) || isSecretName(key));
  });
}

/** Whether a place, as a JSON Pointer, is among credentials, but for the database: what stands beside them may tell of them. */
export function isAmongCredentials(pointer: string): boolean {
  const keys = fromPointer(pointer);
  return keys.includes('credentials') && keys.at(-1) !== 'database';
}

/** Whether a text seems to hold a user with a password, as in `user:password@host`. */
export function holdsUser(text: string): boolean {
  return /:[^\s:@]+@/.test(text);
}
