// Secrets that a document repeats where everything is said, such as its password in its name, and values from the
// environment that a message repeats: nothing that is said of a document says them.
import type { Change } from '../model/change.js';
import { hideIn, mayRepeat, needlesOf } from '../model/hide.js';
import { isObject, isScalar, type Json, redacted } from '../model/json.js';
import type { Needles } from '../model/needles.js';
import { fromPointer, valueAt } from '../model/path.js';
import { isSecretPlace } from '../model/secret.js';
import { listSecrets } from '../model/secret-values.js';
import { bodyOf } from '../model/translation.js';
import type { Translation } from '../schema/documents.js';

/** Replaces what is secret in the changes, findings and names of a translation of `original`. */
export function hideRepeated(translation: Translation, original: unknown): Translation {
  const { changes, findings, name, kind } = translation;
  // Few documents have a secret, and where one is hidden once there is a change that hides it.
  if (!changes.some(hides)) return translation;
  const ofRequest = kind === 'Request' ? listSecrets(original) : [];
  const needles = needlesOf([...ofRequest, ...listHidden(translation, original)]);
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
  return translation.changes.filter(hides).flatMap(({ from, before, to, after }) => [
    ...from.flatMap((pointer, index) => {
      const keys = fromPointer(pointer);
      return before[index] === redacted && isSecretPlace(keys) ? listTexts(valueAt(original, keys)) : [];
    }),
    ...to.flatMap((pointer, index) =>
      after[index] === redacted ? listTexts(valueAt(body, fromPointer(pointer))) : [],
    ),
  ]);
}

function listTexts(value: unknown): string[] {
  return isScalar(value) ? [String(value)] : [];
}
