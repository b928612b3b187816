// One text through everything that reads, translates and says: what must hold whatever the bytes are.

import { decodeText } from '../../src/forms/text/decode.js';
import { renderDocuments, renderPatch, translateText } from '../../src/index.js';
import { renderReport } from '../../src/report/create-report.js';
import type { Translation } from '../../src/schema/documents.js';
import { listFixtures } from '../support/fixtures.js';

/** A password that must not be said. */
const canary = 'CANARY9aA1!';
/** One input of at most 200 kB may take as long as the issue allows for 10 MB. */
const mostMilliseconds = 2000;
const formats = ['json', 'yaml', 'ndjson', undefined] as const;
/** Fields whose values are said, so that a mistake which moves the password there has published it. */
const said =
  /^(?:displayName|postgresVersion|location|backupLocation|storageType|dnsName|synchronizationMode|datacenterId|lanId|cidr|time|dayOfTheWeek|username|poolMode|backupId|recoveryTargetTime|id|type|href|state|created\w+|lastModified\w+)$/;

/** The text report is written each time, one of the others by turns, and the slow ones rarely. */
const quickReports = ['json', 'csv', 'github', 'junit'] as const;
const slowReports = ['markdown', 'sarif', 'html'] as const;

/** The bytes of every fixture, with the canary for a password. */
export function listSeeds(): Buffer[] {
  return listFixtures().map(({ text }) =>
    Buffer.from(text.replace(/(password"?\s*:\s*)(?:"[^"\n]*"|'[^'\n]*'|[^"'\s,{}]+)/g, `$1"${canary}x"`)),
  );
}

/** What is wrong with what the program makes of these bytes; nothing for most. */
export function attack(bytes: Uint8Array, turn: number): string[] {
  const started = performance.now();
  const faults: string[] = [];
  for (const format of formats) {
    try {
      faults.push(...attackAs(bytes, format, turn));
    } catch (error) {
      faults.push(`throws as ${format}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  const took = performance.now() - started;
  return took > mostMilliseconds ? [...faults, `takes ${Math.round(took)} ms`] : faults;
}

function attackAs(bytes: Uint8Array, format: (typeof formats)[number], turn: number): string[] {
  const decoded = decodeText(bytes);
  const problems = decoded.problem ? JSON.stringify(decoded) : '';
  const translations = translateText(decoded.text, format ? { format } : {});
  const outputs: Record<string, string> = { problems };
  const entries = translations.map((translation, index) => ({ source: 'file', index, translation }));
  const other =
    turn % 20 === 0 ? slowReports[(turn / 20) % slowReports.length] : quickReports[turn % quickReports.length];
  for (const kind of ['text', other ?? 'json'] as const) outputs[kind] = renderReport(entries, { format: kind });
  outputs['log'] = JSON.stringify(translations.map(withoutDocument));
  renderDocuments(translations, { format: format ?? 'yaml' });
  for (const translation of translations) renderPatch(translation.source?.().value, translation);
  const leaks = Object.entries(outputs).filter(([, text]) => text.includes('CANARY9'));
  if (leaks.length === 0 || isPublished(translations)) return [];
  return leaks.map(([name]) => `the secret is in ${name}, read as ${format}`);
}

function withoutDocument(translation: Translation): unknown {
  return { ...translation, document: undefined, partial: undefined, comments: undefined };
}

/** Whether a mistake made the password the name of a field, the value of one that is no secret, or a bare comment. */
function isPublished(translations: readonly Translation[]): boolean {
  return translations.some(
    ({ source, comments = [] }) =>
      holdsPublished(source?.().value, '') ||
      comments.some(({ text }) => text.includes('CANARY9') && !/password\s*["']?\s*:/.test(text)),
  );
}

function holdsPublished(value: unknown, key: string): boolean {
  if (key.includes('CANARY9')) return true;
  if (typeof value === 'string') return said.test(key) && value.includes('CANARY9');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => holdsPublished(member, Array.isArray(value) ? key : name));
}
