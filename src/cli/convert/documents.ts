// What `convert` writes of each translation: the body, the request, or the result.
import { type AnyTranslation, type Format, forms, type RenderOptions, type ReportEntry } from '../../index.js';
import type { ConvertArguments } from '../line/options.js';
import { pickResults, readOmitted } from './results.js';

/** How to render documents. */
export interface Rendering {
  readonly args: ConvertArguments;
  readonly format: Format;
  /** Whether that is the format they were read in. */
  readonly sameFormat: boolean;
}

/** Renders the documents of some entries as one text. */
export async function renderEntries(
  entries: readonly ReportEntry[],
  { args, format, sameFormat }: Rendering,
): Promise<string> {
  const sources = new Map<AnyTranslation, string>();
  const translations = entries.map(({ translation, source }) => {
    const chosen = chooseDocument(translation, args);
    sources.set(chosen, source);
    return chosen;
  });
  const { write } = await forms[format].load();
  return write(translations, { sameFormat, ...chooseEmitted(args, (translation) => sources.get(translation) ?? '') });
}

/** What is written of a translation: `--emit` says it, else a form stays its form. */
export function chooseEmitted(
  { emit, omit }: Pick<ConvertArguments, 'emit' | 'omit'>,
  sourceOf: (translation: AnyTranslation) => string,
): Pick<RenderOptions, 'emit' | 'pick' | 'pickList'> {
  if (emit !== 'result') return emit === undefined ? {} : { emit };
  return pickResults(sourceOf, readOmitted(omit));
}

/** What is not written of a file although it was translated, each in words. */
export function listLost(entries: readonly ReportEntry[], { emit }: ConvertArguments): string[] {
  const isHar = entries.some(({ translation }) => translation.pointer?.startsWith('/log/entries/'));
  const withoutRequest = entries.filter(({ translation }) => emit === 'request' && lacksRequest(translation)).length;
  return [
    ...(isHar ? ['of a HAR file the requests are written; answers and all else are left out'] : []),
    ...(withoutRequest > 0 ? [`no request sends ${withoutRequest} of its documents; --emit body writes them`] : []),
  ];
}

/** A part of a request, or an answer: it was translated, but nothing sends it on its own. */
function lacksRequest(translation: AnyTranslation): boolean {
  const { status } = translation;
  return (status === 'ready' || status === 'review') && translation.request === undefined;
}

/** With `--write-blocked`, what could be translated of a blocked document takes the place of a document. */
export function chooseDocument(
  translation: AnyTranslation,
  { writeBlocked }: Pick<ConvertArguments, 'writeBlocked'>,
): AnyTranslation {
  if (!writeBlocked || translation.status !== 'blocked' || translation.partial === undefined) return translation;
  return { ...translation, document: translation.partial } as unknown as AnyTranslation;
}

/** The format of the output: the one asked for, else that of the input. */
export function chooseFormat(format: Format, { ndjson, format: asked }: ConvertArguments): Format {
  return ndjson ? 'ndjson' : (asked ?? format);
}
