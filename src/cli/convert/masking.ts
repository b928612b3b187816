// Masks secrets in the text of a document, so that it can be shown: by the places and values of what was read, whatever
// way it is written. What cannot be masked for sure is not shown at all.
import {
  formOfFile,
  indexTexts,
  isSecretPath,
  listSecrets,
  mentionsSecret,
  readAs,
  redacted,
  type TextIndex,
} from '../../index.js';
import { namesPart } from '../files/modules.js';
import { listJsonScalars, listYamlScalars, type TextScalar } from './scalars.js';

const anyItem = '*';
/** A shorter secret is masked only where it is a whole value; elsewhere it would be part of other words. */
const distinctLength = 6;
const percent = 0x25;

/** A secret, and the key that it stands behind. */
export interface Secret {
  readonly key: string;
  readonly text: string;
}

/** Secrets besides those that a text tells by itself. */
export interface Hidden {
  /** Those that stand in the text. */
  readonly within: readonly Secret[];
  /** Those that may stand in it. */
  readonly beside: readonly Secret[];
}

interface Masking {
  /** The secrets by their text. */
  readonly byText: ReadonlyMap<string, readonly Secret[]>;
  /** Those that are long enough to be told from other words. */
  readonly distinct: TextIndex;
  /** Whether a value may stand behind other keys than its own. */
  readonly hasAlias: boolean;
  /** The secrets that were found. */
  readonly found: Set<string>;
}

/** The text without its secrets; undefined where one of them was not found, and cannot be masked. */
export async function maskText(text: string, path: string, { within, beside }: Hidden): Promise<string | undefined> {
  const hidden = [...within, ...beside].map((secret) => secret.text);
  if (namesPart(path)) return (await import('./mask-module.js')).maskModule(text, hidden);
  const { documents, format } = await readAs(text, formOfFile(path) === 'yaml' ? 'yaml' : undefined);
  if (documents.some(({ value }) => value === undefined)) return undefined;
  const isYaml = format === 'yaml';
  const read = isYaml ? listYamlScalars(text) : { scalars: listJsonScalars(text), hasAlias: false };
  if (!read) return undefined;
  const told = documents.flatMap(({ value }) => [
    ...listByPath(value, []),
    ...listSecrets(value).map((secret) => ({ key: anyItem, text: secret })),
  ]);
  const own = [...told, ...within].filter(isToMask);
  const all = [...own, ...beside.filter(isToMask)];
  const masking: Masking = { ...indexSecrets(all), hasAlias: read.hasAlias, found: new Set() };
  const masked = maskScalars(text, read.scalars, masking);
  if (own.some((secret) => !masking.found.has(secret.text))) return undefined;
  return isYaml ? maskComments(masked, masking) : masked;
}

function indexSecrets(all: readonly Secret[]): Pick<Masking, 'byText' | 'distinct'> {
  const byText = new Map<string, Secret[]>();
  for (const { key, text } of all) {
    const known = byText.get(text) ?? [];
    if (!known.some((one) => one.key === key)) known.push({ key, text });
    byText.set(text, known);
  }
  const long = [...byText.keys()].filter((text) => text.length >= distinctLength);
  return { byText, distinct: indexTexts(long, distinctLength) };
}

function isToMask({ text }: Secret): boolean {
  return text !== '' && text !== redacted;
}

/** The last of some keys; an item of a list stands behind any. */
export function lastKey(keys: readonly string[]): string {
  return (keys.at(-1) ?? '').replace(/^\d+$/, anyItem);
}

/** What the path alone makes a secret: credentials, and what stands below a key that no schema has. */
function listByPath(value: unknown, keys: readonly string[]): Secret[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, member]) => listByPath(member, [...keys, key]));
  if (value === null || !isSecretPath(keys)) return [];
  return [{ key: lastKey(keys), text: String(value) }];
}

function maskScalars(text: string, scalars: readonly TextScalar[], masking: Masking): string {
  let masked = '';
  let end = 0;
  for (const scalar of [...scalars].sort((a, b) => a.start - b.start)) {
    const written = text.slice(scalar.start, scalar.end);
    masked += maskWords(text.slice(end, scalar.start), masking) + maskScalar(written, scalar, masking);
    end = scalar.end;
  }
  return masked + maskWords(text.slice(end), masking);
}

/** A scalar without what is secret in it, written as it was where it holds nothing. */
function maskScalar(written: string, { value, keys, isKey }: TextScalar, masking: Masking): string {
  const { byText, hasAlias, found } = masking;
  const own = [...new Set([value, written])].flatMap((text) => byText.get(text) ?? []);
  for (const { text } of own) found.add(text);
  const isOwn = own.some(({ key, text }) => {
    if (isKey) return text.length >= distinctLength;
    return text.length >= distinctLength || hasAlias || key === anyItem || key === lastKey(keys);
  });
  const inner = maskBody(value, keys, masking);
  const kept = maskWords(inner, masking);
  const isSecret = isOwn || (!isKey && isSecretPath(keys) && !/^(?:null|~)$/.test(written));
  if (isSecret && value !== redacted) return quoteLike(written, redacted);
  return kept === value ? written : quoteLike(written, kept);
}

/** The body of a stored request is a text of its own. */
function maskBody(value: string, keys: readonly string[], masking: Masking): string {
  if (!/^\s*[[{]/.test(value)) return value;
  const inner = listJsonScalars(value).map((scalar) => ({ ...scalar, keys: [...keys, ...scalar.keys] }));
  return maskScalars(value, inner, masking);
}

/** A text without the secrets in it; hidden whole where one is written in another way, as URLs and JSON have them. */
function maskWords(text: string, { distinct, found }: Masking): string {
  if (text.length < distinctLength) return text;
  let masked = text;
  // A secret that is a part of another is masked after it.
  for (const secret of distinct.within(text)) {
    found.add(secret);
    masked = masked.replaceAll(secret, redacted);
  }
  const decoded = [decodeUrl(masked), decodeUrl(masked.replaceAll('+', ' ')), decodeEscapes(masked)];
  const other = decoded.filter((one) => one !== masked);
  if (other.length === 0) return masked;
  const hidden = other.flatMap((one) => distinct.within(one));
  for (const secret of hidden) found.add(secret);
  return hidden.length > 0 ? redacted : masked;
}

function decodeUrl(text: string): string {
  if (!text.includes('%')) return text;
  const bytes = Buffer.from(text);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const digits = bytes[at] === percent ? bytes.toString('latin1', at + 1, at + 3) : '';
    const isEscape = /^[\da-f]{2}$/i.test(digits);
    bytes[length] = isEscape ? Number.parseInt(digits, 16) : (bytes[at] ?? 0);
    if (isEscape) at += 2;
    length += 1;
  }
  return bytes.toString('utf8', 0, length);
}

function decodeEscapes(text: string): string {
  return text
    .replace(/\\(?:u([\da-f]{4})|x([\da-f]{2}))/gi, (_, long, short) =>
      String.fromCharCode(Number.parseInt(long ?? short, 16)),
    )
    .replace(/\\(["'\\/])/g, '$1');
}

/** A value as a scalar that was written so. */
function quoteLike(written: string, value: string): string {
  if (written.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  const isPlain = !/^["|>]/.test(written);
  if (isPlain) return value;
  return JSON.stringify(value) + (/\n$/.exec(written)?.[0] ?? '');
}

/** Comments beside credentials, or of a secret, may hold an old password; with aliases nobody knows what stands beside what. */
function maskComments(text: string, { hasAlias }: Masking): string {
  let depth = -1;
  return text
    .split('\n')
    .map((line) => {
      const indent = line.search(/[^\s-]/);
      if (indent === -1) return line;
      if (indent <= depth && !line.trimStart().startsWith('#')) depth = -1;
      if (depth === -1 && /\bcredentials\b/.test(line)) depth = indent;
      return depth === -1 && !hasAlias && !mentionsSecret(line) ? line : maskComment(line);
    })
    .join('\n');
}

/** A line without what its comment says; the line break of Windows stays. */
function maskComment(line: string): string {
  const found = /(?:^|\s)#/.exec(line);
  if (!found) return line;
  return `${line.slice(0, found.index + found[0].length)} ${redacted}${line.endsWith('\r') ? '\r' : ''}`;
}
