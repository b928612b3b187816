// Masks secrets in the text of a document, so that it can be shown. What cannot be masked for sure is not shown at all.
import { listSecrets } from '../index.js';
import { readText } from './formats.js';

const mask = '[redacted]';
/** A shorter secret is masked only where it stands as a value; elsewhere it would be part of other words. */
const distinctLength = 6;

/** Secrets besides those that a text tells by itself. */
export interface Hidden {
  /** Those that stand in the text, in whatever way they are written. */
  readonly within: readonly string[];
  /** Those that may stand in it. */
  readonly beside: readonly string[];
}

/** The text without its secrets; undefined where one of them was not found as it is written, and cannot be masked. */
export async function maskText(text: string, path: string, { within, beside }: Hidden): Promise<string | undefined> {
  const isYaml = /\.ya?ml$/i.test(path);
  const { documents } = await readText(text, isYaml ? 'yaml' : undefined);
  if (documents.some(({ value }) => value === undefined)) return undefined;
  const own = [...documents.flatMap(({ value }) => listSecrets(value)), ...within].filter(isToMask);
  if (own.some((secret) => maskSecret(text, secret) === text)) return undefined;
  const secrets = new Set([...own, ...beside.filter(isToMask)]);
  const commented = isYaml ? maskComments(text) : text;
  return [...secrets].sort((a, b) => b.length - a.length).reduce(maskSecret, commented);
}

function isToMask(secret: string): boolean {
  return secret !== '' && secret !== mask;
}

function maskSecret(text: string, secret: string): string {
  const written = new Set([JSON.stringify(secret).slice(1, -1), secret, secret.replaceAll("'", "''")]);
  let masked = text;
  for (const form of written) {
    if (secret.length >= distinctLength) masked = masked.replaceAll(form, mask);
    else
      masked = masked.replace(
        new RegExp(`(:\\s*)(["']?)${escapePattern(form)}\\2(?=\\s*(?:[,}\\]#]|$))`, 'gm'),
        `$1${mask}`,
      );
  }
  return masked;
}

/** Comments beside credentials may hold an old password. */
function maskComments(text: string): string {
  let depth = -1;
  return text
    .split('\n')
    .map((line) => {
      const indent = line.search(/[^\s-]/);
      if (indent === -1) return line;
      if (/^[\s-]*credentials\s*:/.test(line)) depth = indent;
      else if (indent <= depth && !line.trimStart().startsWith('#')) depth = -1;
      return depth === -1 ? line : line.replace(/(^|\s)#.*$/, `$1# ${mask}`);
    })
    .join('\n');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
