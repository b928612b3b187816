// Masks secrets in the text of a document, so that it can be shown. What cannot be masked for sure is not shown at all.
import { isSecretPath, listSecrets, mentionsSecret, readAs } from '../../index.js';

const mask = '[redacted]';
const anyItem = '*';
/** A shorter secret is masked only where it stands as a value; elsewhere it would be part of other words. */
const distinctLength = 6;

/** Secrets besides those that a text tells by itself. */
export interface Hidden {
  /** Those that stand in the text, in whatever way they are written. */
  readonly within: readonly string[];
  /** Those that may stand in it. */
  readonly beside: readonly string[];
}

interface Secret {
  /** The key it stands behind, or `anyItem`. */
  readonly key: string;
  readonly text: string;
}

/** The text without its secrets; undefined where one of them was not found as it is written, and cannot be masked. */
export async function maskText(text: string, path: string, { within, beside }: Hidden): Promise<string | undefined> {
  const isYaml = /\.ya?ml$/i.test(path);
  const { documents } = await readAs(text, isYaml ? 'yaml' : undefined);
  if (documents.some(({ value }) => value === undefined)) return undefined;
  const named = documents.flatMap(({ value }) => listByPath(value, []));
  const told = [...documents.flatMap(({ value }) => listSecrets(value)), ...within].map(anywhere);
  const own = [...named, ...told].filter(isToMask);
  if (own.some((secret) => maskSecret(text, secret) === text)) return undefined;
  const secrets = new Map(
    [...own, ...beside.map(anywhere).filter(isToMask)].map((secret) => [nameSecret(secret), secret]),
  );
  const commented = isYaml ? maskComments(text) : text;
  return [...secrets.values()].sort((a, b) => b.text.length - a.text.length).reduce(maskSecret, commented);
}

function anywhere(text: string): Secret {
  return { key: anyItem, text };
}

function isToMask({ text }: Secret): boolean {
  return text !== '' && text !== mask;
}

/** What the path alone makes a secret: credentials, and what stands below a key that no schema has. */
function listByPath(value: unknown, keys: readonly string[]): Secret[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, member]) => listByPath(member, [...keys, key]));
  if (value === null || !isSecretPath(keys)) return [];
  return [{ key: (keys.at(-1) ?? '').replace(/^\d+$/, anyItem), text: String(value) }];
}

function maskSecret(text: string, { key, text: secret }: Secret): string {
  const written = new Set([JSON.stringify(secret).slice(1, -1), secret, secret.replaceAll("'", "''")]);
  let masked = text;
  for (const form of written) {
    if (secret.length >= distinctLength) masked = masked.replaceAll(form, mask);
    else masked = masked.replace(patternBehind(key, form), `$1${mask}`);
  }
  return masked;
}

/** What is masked at once needs no second look. */
function nameSecret({ key, text }: Secret): string {
  return text.length >= distinctLength ? text : `${key} ${text}`;
}

/** A value behind its key, or anywhere in a list. */
function patternBehind(key: string, form: string): RegExp {
  const before = key === anyItem ? '(?:^|[:,[-])\\s*' : `["']?${escapePattern(key)}["']?\\s*:\\s*`;
  return new RegExp(`(${before})(["']?)${escapePattern(form)}\\2(?=\\s*(?:[,}\\]#]|$))`, 'gm');
}

/** Comments beside credentials, or of a secret, may hold an old password. */
function maskComments(text: string): string {
  let depth = -1;
  return text
    .split('\n')
    .map((line) => {
      const indent = line.search(/[^\s-]/);
      if (indent === -1) return line;
      if (/^[\s-]*credentials\s*:/.test(line)) depth = indent;
      else if (indent <= depth && !line.trimStart().startsWith('#')) depth = -1;
      return depth === -1 && !mentionsSecret(line) ? line : line.replace(/(^|\s)#.*$/, `$1# ${mask}`);
    })
    .join('\n');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
