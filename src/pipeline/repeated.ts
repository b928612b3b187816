// Secrets that a document repeats where everything is said, such as its password in its name, and values from the
// environment that a message repeats: nothing that is said of a document says them.
import type { Change } from '../model/change.js';
import { hideIn, mayRepeat, needlesOf, shortestSecret } from '../model/hide.js';
import { isObject, isScalar, type Json, redacted } from '../model/json.js';
import type { Needles } from '../model/needles.js';
import { fromPointer, valueAt } from '../model/path.js';
import { isSecretPlace } from '../model/secret.js';
import { listSecrets } from '../model/secret-values.js';
import { bodyOf } from '../model/translation.js';
import type { Translation } from '../schema/documents.js';

/** Of these it is said what they change, with values of the cluster that they change. */
const hasEffects: ReadonlySet<Translation['kind']> = new Set(['PatchClusterRequest', 'CreateRestoreRequest']);

/** Replaces what is secret in the changes, findings and names of a translation of `original`. */
export function hideRepeated(translation: Translation, original: unknown): Translation {
  const { changes, findings, name, kind } = translation;
  // Where one is hidden there is a change that hides it.
  const hidden = listHidden(translation, original);
  if (kind === 'Request' && changes.some(hides)) hidden.push(...listSecrets(original));
  else if (!hasEffects.has(kind) && !mayBeSaid(translation, hidden)) return translation;
  const needles = needlesOf(hidden);
  const isSaid =
    (name !== undefined && needles.areIn(name)) ||
    changes.some(({ before, after }) => isIn(before, needles) || isIn(after, needles)) ||
    findings.some(({ message, remedy }) => needles.areIn(message) || needles.areIn(remedy));
  if (!isSaid) return translation;
  return {
    ...translation,
    ...(name === undefined ? {} : { name: needles.replaceIn(name, redacted) }),
    changes: hideIn(changes, needles, mayRepeat),
    findings: hideIn(findings, needles, mayRepeat),
  } as Translation;
}

/**
 * Whether something that is said may repeat one of the secrets, which is seldom so. Messages are made of values, which
 * changes have all, and of names of fields, which rules on whole documents say; other ways to write a secret are only
 * made of what repeats it as it is. In loops, since every document with a password comes here.
 */
function mayBeSaid({ changes, findings, name }: Translation, secrets: readonly string[]): boolean {
  for (const secret of secrets) {
    if (secret.length < shortestSecret) continue;
    if (name?.includes(secret)) return true;
    for (const { kind, before, after } of changes)
      if (mayHold(before, secret) || (kind !== 'keep' && mayHold(after, secret))) return true;
    for (const { rule, message, remedy } of findings)
      if (rule.startsWith('document/') && (message.includes(secret) || remedy.includes(secret))) return true;
  }
  return false;
}

function mayHold(values: readonly Json[], secret: string): boolean {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (typeof value === 'string') {
      if (value.length >= secret.length && value.includes(secret)) return true;
    } else if (isObject(value) && (/["\\]/.test(secret) || JSON.stringify(value).includes(secret))) return true;
  }
  return false;
}

function hides({ before, after }: Change): boolean {
  return before.includes(redacted) || after.includes(redacted);
}

function isIn(values: readonly Json[], needles: Needles): boolean {
  return values.some((value) =>
    typeof value === 'string' ? needles.areIn(value) : isObject(value) && needles.areIn(JSON.stringify(value)),
  );
}

/** The values of a document that its changes hide, but for those of unknown fields that no name makes secret. */
function listHidden(translation: Translation, original: unknown): string[] {
  const body = bodyOf(translation);
  const hidden: string[] = [];
  const add = (value: unknown) => {
    const text = isScalar(value) ? String(value) : '';
    if (text !== '' && !hidden.includes(text)) hidden.push(text);
  };
  for (const { kind, from, before, to, after } of translation.changes) {
    for (let at = before.indexOf(redacted); at !== -1; at = before.indexOf(redacted, at + 1)) {
      const keys = fromPointer(from[at] ?? '');
      if (isSecretPlace(keys)) add(valueAt(original, keys));
    }
    // What is kept was added already.
    if (kind === 'keep') continue;
    for (let at = after.indexOf(redacted); at !== -1; at = after.indexOf(redacted, at + 1))
      add(valueAt(body, fromPointer(to[at] ?? '')));
  }
  return hidden;
}
