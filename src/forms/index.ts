// The one table of forms: what documents are carried in. Light, since every start loads it; what reads and writes a
// form is loaded when the form is met.
import type { Format } from '../model/source.js';
import type { Carrier, ReadText } from './carrier.js';
import { guessFormat, isBetterJson } from './guess.js';

/** A form of documents. */
export interface Form {
  /** Endings of names of such files, the usual one first, in small letters. */
  readonly endings: readonly [string, ...string[]];
  /** Loads what reads and writes it: half of all start-up time would go into the YAML parser. */
  readonly load: () => Promise<Carrier>;
}

/** Every form there is. */
export const forms: Readonly<Record<Format, Form>> = {
  json: { endings: ['.json', '.tfstate'], load: async () => (await import('./json/carrier.js')).json },
  yaml: { endings: ['.yaml', '.yml'], load: async () => (await import('./yaml/carrier.js')).yaml },
  ndjson: { endings: ['.ndjson', '.jsonl'], load: async () => (await import('./ndjson/carrier.js')).ndjson },
};

/** Endings of shell scripts, which are looked at for calls and never written. */
const scriptEndings: ReadonlySet<string> = new Set(['.sh', '.bash', '.zsh', '.ksh']);

/** Whether a file's name tells that it is a shell script. */
export function isScript(name: string): boolean {
  return scriptEndings.has(endingOf(name));
}

/** The names of the forms. */
export const formatNames = Object.keys(forms) as readonly Format[];

/** The form that a file's name tells, by its ending, compressed or not; undefined where it tells none. */
export function formOfFile(name: string): Format | undefined {
  const ending = endingOf(name.replace(/\.gz$/i, ''));
  return formatNames.find((format) => forms[format].endings.includes(ending));
}

/** Reads a text in a form, or in the one it seems to have: JSON, then NDJSON, then YAML is tried. */
export async function readAs(text: string, format: Format | undefined): Promise<ReadText> {
  const known = format ?? guessFormat(text);
  const documents = (await forms[known].load()).read(text);
  if (format || !isBetterJson(known, documents, text)) return { format: known, documents };
  return { format: 'json', documents: (await forms.json.load()).read(text) };
}

function endingOf(name: string): string {
  return /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? '';
}
