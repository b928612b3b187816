// Masks secrets in the text of a Terraform file, so that it can be shown: what is written out where secrets stand, comments
// that mention one, and what other places tell to be one.
import { redacted } from '../../index.js';
import { listSecretRanges } from '../../terraform.js';

/** A shorter text is part of other words. */
const distinctLength = 6;

/** The text without its secrets; undefined where it cannot be read. */
export function maskModule(text: string, secrets: readonly string[]): string | undefined {
  const ranges = listSecretRanges(text);
  if (!ranges) return undefined;
  let masked = '';
  let end = 0;
  for (const range of ranges) {
    if (range.start < end) continue;
    const sign = /^(?:#|\/\/|\/\*)/.exec(text.slice(range.start, range.end))?.[0] ?? '';
    masked += text.slice(end, range.start) + (sign === '' ? redacted : `${sign} ${redacted}`);
    end = range.end;
  }
  masked += text.slice(end);
  for (const secret of secrets)
    if (secret.length >= distinctLength && !secret.startsWith('${')) masked = masked.replaceAll(secret, redacted);
  return masked;
}
