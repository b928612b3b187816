// What is secret by its name. Whoever asks which values are never shown, which texts no comment may repeat or which files
// are for their owner only, asks here.
import { redacted } from './json.js';
import { fromPointer } from './path.js';

/** Parts of the names of fields, headers and parameters whose values open something; an author is none. */
const words = ['auth(?!ors?\\b)', 'cookie', 'credential', 'key', 'pass(?:phrase|w|\\b)', 'secret', 'session', 'token'];
const secretName = new RegExp(words.join('|'), 'i');
/** Such a name with a value behind it, as in `password: old`. */
const secretGiven = new RegExp(`(?:${words.join('|')})[\\w-]*["']?\\s*[:=]`, 'i');

/** Whether a field, header or parameter of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Whether a text, such as a comment that was a field once, seems to hold a secret. */
export function mentionsSecret(text: string): boolean {
  return secretGiven.test(text);
}

/** Whether a member is a secret whatever it is called: under `credentials` all is but the names. */
export function isSecretMember(container: string | undefined, key: string): boolean {
  return container === 'credentials' && key !== 'username' && key !== 'database';
}

/** Whether a place, as a JSON Pointer, is among credentials, but for the database: what stands beside them may tell of them. */
export function isAmongCredentials(pointer: string): boolean {
  const keys = fromPointer(pointer);
  return keys.includes('credentials') && keys.at(-1) !== 'database';
}

/** What stands before the host of a URL, up to the last `@`, since a password may hold one. */
export const userOfUrl: RegExp = /^([a-z]+:\/\/)[^/?#]*@/i;

/** A URL without the secrets in it: what stands before its host, and the values of parameters of such names. */
export function hideInUrl(url: string): string {
  return url
    .replace(userOfUrl, `$1${redacted}@`)
    .replace(/([?&;#])([^=?&;#]*)=[^?&;#]*/g, (whole, sign, name) =>
      isSecretName(name) ? `${sign}${name}=${redacted}` : whole,
    );
}
