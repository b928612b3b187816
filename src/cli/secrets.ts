// Which outputs hold secrets: those are for their owner only.
import type { ReportEntry } from '../index.js';
import { documentOf } from './documents.js';

/** Members whose values open something, wherever they stand. */
const secretKeys = new Set(['password', 'authorization', 'headers', 'cookies']);

/** Whether what is written of these documents may hold a secret; `fromEnvironment` are the paths that were filled so. */
export function holdSecret(entries: readonly ReportEntry[], fromEnvironment: readonly string[] = []): boolean {
  return entries.some(({ translation }) => {
    const written = documentOf(translation) ?? copiedOf(translation);
    return written !== undefined && (fromEnvironment.length > 0 || isSecretIn(written));
  });
}

/** What is handed on as it is. */
function copiedOf({ status, source }: ReportEntry['translation']): unknown {
  return status === 'skipped' ? source?.().value : undefined;
}

/** Everything under `credentials` but the username is secret. */
function isSecretIn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => {
    if (secretKeys.has(key.toLowerCase())) return member !== null;
    if (key === 'credentials') return !isUsernameOnly(member);
    return isSecretIn(member);
  });
}

function isUsernameOnly(credentials: unknown): boolean {
  if (typeof credentials !== 'object' || credentials === null) return credentials === null;
  return Object.keys(credentials).every((key) => key === 'username');
}
