// Which outputs hold secrets: those are for their owner only.
import { type AnyTranslation, bodyOf, isSecretMember, isSecretName, type ReportEntry } from '../../index.js';

/** What holds secrets under names that anybody may choose. */
const holders = new Set(['headers', 'cookies']);

/** Whether what is written of these documents may hold a secret; `fromEnvironment` are the paths that were filled so. */
export function holdSecret(entries: readonly ReportEntry[], fromEnvironment: readonly string[] = []): boolean {
  return entries.some(({ translation }) => {
    const written = bodyOf(translation) ?? copiedOf(translation);
    return written !== undefined && (fromEnvironment.length > 0 || isSecretIn(written));
  });
}

/** What is handed on as it is. */
function copiedOf({ status, source }: AnyTranslation): unknown {
  return status === 'skipped' ? source?.().value : undefined;
}

function isSecretIn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => {
    if (key === 'credentials') return holdsCredentials(member);
    if (holders.has(key.toLowerCase()) || isSecretName(key)) return member !== null;
    return isSecretIn(member);
  });
}

function holdsCredentials(credentials: unknown): boolean {
  if (typeof credentials !== 'object' || credentials === null) return credentials !== null;
  return Object.keys(credentials).some((key) => isSecretMember('credentials', key));
}
