// Masks secrets in the text of a document, so that it can be shown. What cannot be masked for sure is not shown at all.
import { readText } from './formats.js';

const mask = '[redacted]';
/** A shorter secret is masked only where it stands as a value; elsewhere it would be part of other words. */
const distinctLength = 6;

/** The text without the values under `credentials` but the username; undefined where one of them was not found in it. */
export async function maskText(text: string, path: string): Promise<string | undefined> {
  const isYaml = /\.ya?ml$/i.test(path);
  const { documents } = await readText(text, isYaml ? 'yaml' : undefined);
  const secrets = new Set<string>();
  for (const { value } of documents) {
    if (value === undefined) return undefined;
    for (const secret of listSecrets(value, false)) secrets.add(secret);
  }
  let masked = isYaml ? maskComments(text) : text;
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    const found = maskSecret(masked, secret);
    if (found === undefined) return undefined;
    masked = found;
  }
  return masked;
}

function listSecrets(value: unknown, within: boolean): string[] {
  if (typeof value !== 'object' || value === null) return within && value !== null ? [String(value)] : [];
  return Object.entries(value).flatMap(([key, member]) =>
    within && key === 'username' ? [] : listSecrets(member, within || key === 'credentials'),
  );
}

function maskSecret(text: string, secret: string): string | undefined {
  if (secret === '' || secret === mask) return text;
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
  return masked === text ? undefined : masked;
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
