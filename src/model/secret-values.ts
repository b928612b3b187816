// The secrets that stand in a document, so that no text which repeats one of them is shown as it is.
import { isObject, isScalar } from './json.js';
import { isSecretMember, isSecretName } from './secret.js';
import { decodeParameter, splitUser } from './url.js';
import { walkLeaves } from './walk.js';

/** A shorter word of a header or a URL is no key, but a word such as Bearer. */
const shortestToken = 8;
/** What a stored request holds its body in, as a text of JSON. */
const bodyNames = new Set(['body', 'text']);

/**
 * The passwords and tokens of a document, each once and as text: what stands under `credentials` but the names, what
 * is called a password or the like, and in stored requests the secrets of headers, of the URL and of a body's text.
 */
export function listSecrets(document: unknown): string[] {
  return [...new Set(collect(document, ''))].filter((text) => text !== '');
}

function collect(value: unknown, name: string): string[] {
  if (typeof value === 'string') return collectText(value, name);
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, name));
  if (!isObject(value)) return [];
  // A HAR file has a list of names and values, where others have an object.
  const { name: key, value: held } = value;
  if (typeof key === 'string' && typeof held === 'string') return collectText(held, key);
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === 'credentials') return listCredentials(member);
    // What stands below a name is of it; an object such as `metadata` has names of its own.
    return collect(member, key);
  });
}

function collectText(text: string, name: string): string[] {
  if (isSecretName(name)) return [text, ...splitTokens(text)];
  if (name === 'url' || name === 'path') return listInUrl(text);
  return bodyNames.has(name) ? collect(parse(text), '') : [];
}

/** The password of a URL, and the values of its parameters that are secret by their names, or have none. */
function listInUrl(url: string): string[] {
  const { user = '', rest } = splitUser(url);
  const [, ...password] = user.split(':');
  const [, ...parameters] = rest.split(/[?&;#]/);
  const values = parameters.flatMap((parameter) => {
    const at = parameter.indexOf('=');
    const value = parameter.slice(at + 1);
    return at === -1 || isSecretName(decodeParameter(parameter.slice(0, at))) ? [value, decodeParameter(value)] : [];
  });
  return [password.join(':'), ...splitTokens(user), ...values];
}

/** The words of a header or of a query: one of them is the token. */
function splitTokens(text: string): string[] {
  return text.split(/[\s=&;,:@?#]+/).filter(({ length }) => length >= shortestToken);
}

function listCredentials(value: unknown): string[] {
  if (!isObject(value)) return listTexts(value);
  const secrets = Object.entries(value).filter(([key]) => isSecretMember('credentials', key));
  return secrets.flatMap(([, member]) => listTexts(member));
}

function listTexts(container: unknown): string[] {
  return [...walkLeaves(container)].flatMap(({ value }) => (isScalar(value) ? [String(value)] : []));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
