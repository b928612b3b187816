// What `convert` writes of each translation: the body, the request, or the result.
import { type AnyTranslation, describeRequest, type Format, forms, type ReportEntry } from '../../index.js';
import type { ConvertArguments } from '../line/options.js';

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
    const chosen = args.writeBlocked ? withPartial(translation) : translation;
    sources.set(chosen, source);
    return chosen;
  });
  const pick = choosePick(args, (translation) => sources.get(translation) ?? '');
  const { write } = await forms[format].load();
  return write(translations, { sameFormat, ...(pick ? { pick } : {}) });
}

/** What is written of a translation in place of its body; undefined for the body itself. */
export function choosePick(
  { emit }: Pick<ConvertArguments, 'emit'>,
  sourceOf: (translation: AnyTranslation) => string,
): ((translation: AnyTranslation) => unknown) | undefined {
  if (emit === 'body') return undefined;
  return emit === 'request' ? describeRequest : (translation) => describeResult(translation, sourceOf(translation));
}

/** What could be translated of a blocked document takes the place of a document. */
export function withPartial(translation: AnyTranslation): AnyTranslation {
  if (translation.status !== 'blocked' || translation.partial === undefined) return translation;
  return { ...translation, document: translation.partial } as unknown as AnyTranslation;
}

/** The document of a translation, or what there is of it. */
export function documentOf(translation: AnyTranslation): unknown {
  return translation.document ?? ('partial' in translation ? translation.partial : undefined);
}

/** The v1 document of a translation, as it was read. */
export function originalOf({ source, pointer = '' }: AnyTranslation): unknown {
  return valueAt(source?.().value, pointer);
}

/** The value at a JSON Pointer; undefined where it leads nowhere. */
export function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      document,
    );
}

/** The format of the output: the one asked for, else that of the input. */
export function chooseFormat(format: Format, { ndjson, format: asked }: ConvertArguments): Format {
  return ndjson ? 'ndjson' : (asked ?? format);
}

function describeResult(translation: AnyTranslation, source: string): unknown {
  const { kind, status, document, changes, findings } = translation;
  const target = 'target' in translation ? translation.target : undefined;
  const request = 'request' in translation ? translation.request : undefined;
  return { source, kind, target, status, request, document, changes, findings };
}
