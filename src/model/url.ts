// URLs as people store them, however they are spelled: where a user and a password stand in them, and what is secret.
import { redacted } from './json.js';
import { holdsUser, isSecretName } from './secret.js';

/** A URL taken apart. */
export interface UrlParts {
  /** `https://`; empty where it has none that could be told. */
  readonly scheme: string;
  /** User and password, as they are written; undefined where there are none. */
  readonly user: string | undefined;
  /** What follows: host, path, query. */
  readonly rest: string;
}

/**
 * Takes the user out of a URL. What cannot be told from a user counts as one: without a scheme, with a space before it, or
 * with a password that holds a slash or a question mark.
 */
export function splitUser(url: string): UrlParts {
  const scheme = /^[a-z][a-z\d+.-]*:\/\//i.exec(url)?.[0] ?? '';
  const text = url.slice(scheme.length);
  const end = findUserEnd(text, scheme !== '' || /^\/(?!\/)/.test(text));
  if (end === undefined) return { scheme, user: undefined, rest: text };
  return { scheme, user: text.slice(0, end.at), rest: text.slice(end.at + end.sign.length) };
}

/** The sign between user and host, which may be escaped; a mail address in a query is no user. */
function findUserEnd(text: string, isPlain: boolean): { readonly at: number; readonly sign: string } | undefined {
  const authority = cutAt(text, /\//);
  const path = cutAt(text, /[?#]/);
  // A colon that no port follows is one before a password, which may hold anything. Without a scheme nobody knows.
  const hasPassword = !isPlain || /^[^/?#@:]*:(?!\d*(?:[/?#]|$))/.test(text);
  for (const sign of ['@', '%40']) {
    const at = Math.max(
      authority.lastIndexOf(sign),
      hasPassword || sign === '@' ? path.lastIndexOf(sign) : -1,
      hasPassword ? text.lastIndexOf(sign) : -1,
    );
    if (at !== -1) return { at, sign };
  }
  return undefined;
}

function cutAt(text: string, sign: RegExp): string {
  const at = text.search(sign);
  return at === -1 ? text : text.slice(0, at);
}

/** A URL without the secrets in it: what stands before its host, and the values of parameters of such names. */
export function hideInUrl(url: string): string {
  const { scheme, user, rest } = splitUser(url);
  return `${scheme}${user === undefined ? '' : `${redacted}@`}${hideParameters(rest)}`;
}

function hideParameters(text: string): string {
  const [path = '', ...parts] = text.split(/([?&;#])/);
  let shown = path;
  let isHidden = false;
  for (let index = 0; index < parts.length; index += 2) {
    const [sign = '', parameter = ''] = [parts[index], parts[index + 1]];
    const at = parameter.indexOf('=');
    // Without a name it may be the rest of a value that holds such a sign.
    if (at === -1) {
      if (!isHidden) shown += sign + parameter;
      continue;
    }
    const name = parameter.slice(0, at);
    isHidden = isSecretName(decodeParameter(name)) || holdsUser(decodeParameter(parameter.slice(at + 1)));
    shown += `${sign}${name}=${isHidden ? redacted : parameter.slice(at + 1)}`;
  }
  return shown;
}

/** The text of a part of a URL, as it is where it is not well-formed. */
export function decodeParameter(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
