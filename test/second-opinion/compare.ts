// What the program and the second opinion do not agree on, one line each; an empty list is agreement.
import type { TranslateOptions } from '../../src/index.js';
import type { Translation } from '../../src/schema/documents.js';
import { formOpinion } from './opinion.js';

/** Compares a translation with the second opinion on its v1 document. */
export function listDisagreements(v1: unknown, translation: Translation, options: TranslateOptions): string[] {
  const opinion = formOpinion(v1, options);
  if (!opinion) return [];
  const { status, says, translated, lacks = {} } = opinion;
  const isRefused = !translated && translation.status === 'skipped' && translation.document === undefined;
  const lines = isRefused || translation.status === status ? [] : [`status: ${translation.status}, not ${status}`];
  if (!translated) return lines;
  const said = new Set(
    translation.findings.flatMap(({ severity, from, to, decision }) =>
      severity === 'info'
        ? []
        : [
            `${severity} ${(from && `${lacks.v1 ?? ''}${from}`) || (to && `${lacks.v2 ?? ''}${to}`) || toBlock(decision)}`,
          ],
    ),
  );
  lines.push(...[...said].filter((line) => !says.includes(line)).map((line) => `only the program: ${line}`));
  lines.push(...says.filter((line) => !said.has(line)).map((line) => `only the opinion: ${line}`));
  const request = 'request' in translation ? translation.request : undefined;
  if (request?.url !== opinion.url) lines.push(`url: ${request?.url}, not ${opinion.url}`);
  const [ours, theirs] = [sort(translation.document), sort(opinion.document)];
  if (ours !== theirs) lines.push(`document: ${ours}, not ${theirs}`);
  return lines;
}

/** JSON with its keys in order. */
function sort(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Where v1 is silent, the program names the v2 values that are open; their block is the place. */
function toBlock(decision: readonly string[] = []): string {
  const [path] = decision;
  return path === undefined ? '' : `/properties/${path.split('.')[0]}`;
}
