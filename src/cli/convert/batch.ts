// `convert` to files: one file after the other is read, translated and written, and a bad one does not stop the rest.
import { type AnyTranslation, bodyOf, isEnvelope, type ReportEntry, toPrintable } from '../../index.js';
import type { Output } from '../files/outputs.js';
import type { Inputs } from '../input/inputs.js';
import { translateEach } from '../input/inputs.js';
import { nothingOfOurs, type TranslatedFile } from '../input/translated-file.js';
import type { ConvertArguments } from '../line/options.js';
import { chooseFormat, listLost, renderEntries } from './documents.js';
import { findPlace, type Places, placeDocument, takePlaces } from './places.js';
import { holdSecret } from './secrets.js';

/** What is to become of one file. */
export interface FilePlan {
  readonly entries: readonly ReportEntry[];
  readonly outputs: readonly Output[];
  /** Why the file, or a part of it, is left alone. */
  readonly left?: string;
  /** Why it could not be written. */
  readonly problem?: string;
}

/** Translates the files and says what is to be written for each. Two inputs for one output are bad usage. */
export async function* planEach(inputs: Inputs, args: ConvertArguments): AsyncGenerator<FilePlan> {
  const planning: Planning = { places: takePlaces(inputs.files, args), args, environment: inputs.options.secretPaths };
  for await (const file of translateEach(inputs)) {
    yield await (args.split ? planDocuments(file, planning) : planFile(file, planning));
  }
}

interface Planning {
  readonly places: Places;
  readonly args: ConvertArguments;
  /** The paths whose values came from the environment. */
  readonly environment: readonly string[] | undefined;
}

async function planFile(translated: TranslatedFile, { places, args, environment }: Planning): Promise<FilePlan> {
  const { entries, file, format } = translated;
  const notWritten = `${toPrintable(file.name)}: not written: `;
  const left = whyLeft(entries, args);
  if (left !== undefined) return { entries, outputs: [], left: notWritten + left };
  if (args.inPlace && entries.some(({ translation }) => translation.address !== undefined))
    return { entries, outputs: [], problem: `${notWritten}a Terraform state is never written` };
  const { path, problem } = findPlace(places, translated, args);
  if (problem !== undefined) return { entries, outputs: [], problem: notWritten + problem };
  const chosen = chooseFormat(format, args);
  const text = await renderEntries(entries, { args, format: chosen, sameFormat: chosen === format });
  const secret = holdSecret(entries, environment);
  const lost = listLost(entries, args).map((one) => `${toPrintable(file.name)}: ${one}`);
  const told = lost.length > 0 ? { left: lost.join('\n') } : {};
  return { entries, outputs: [{ path, text, secret, ...describeOrigin(translated, args) }], ...told };
}

/** A file for each document. One that is blocked leaves the others be. */
async function planDocuments(translated: TranslatedFile, { places, args, environment }: Planning): Promise<FilePlan> {
  const { entries, file, format } = translated;
  // What surrounds the items of a list is no document of its own.
  const own = entries.filter(({ translation }) => !isEnvelope(translation));
  const count = own.length;
  const asked = chooseFormat(format, args);
  const chosen = asked === 'ndjson' ? 'json' : asked;
  const outputs: Output[] = [];
  for (const [index, entry] of own.entries()) {
    if (args.emit !== 'result' && writableOf(entry, args) === undefined) continue;
    const path = placeDocument(places, translated, { args, index });
    const text = await renderEntries([standAlone(entry)], { args, format: chosen, sameFormat: false });
    outputs.push({ path, text, ...describeOrigin(translated, args), secret: holdSecret([entry], environment) });
  }
  const missing = count - outputs.length;
  const left = missing > 0 ? `${toPrintable(file.name)}: ${missing} of its ${count} documents not written` : undefined;
  return { entries, outputs, ...(left === undefined ? {} : { left }) };
}

/** Why a file is not written: what is blocked would be lost from it, or it holds nothing of ours. */
function whyLeft(entries: readonly ReportEntry[], args: ConvertArguments): string | undefined {
  const count = (status: string) => entries.filter(({ translation }) => translation.status === status).length;
  if (count('unreadable') > 0) return 'it cannot be read';
  if (args.emit === 'result') return undefined;
  const blocked = count('blocked');
  if (blocked > 0 && !args.writeBlocked) return `${blocked} of its ${entries.length} documents blocked`;
  return entries.every(({ translation }) => bodyOf(translation) === undefined) ? nothingOfOurs : undefined;
}

function writableOf({ translation }: ReportEntry, { writeBlocked }: ConvertArguments): unknown {
  return writeBlocked ? bodyOf(translation) : translation.document;
}

/** An item of a list becomes a document of its own. */
function standAlone(entry: ReportEntry): ReportEntry {
  const { pointer: _pointer, ...translation } = entry.translation;
  return { ...entry, translation: translation as AnyTranslation };
}

function describeOrigin(
  { mode, entries }: TranslatedFile,
  { inPlace }: ConvertArguments,
): Pick<Output, 'mode' | 'replaces'> {
  if (!inPlace) return { mode };
  const sources = new Set(entries.map(({ translation }) => translation.source?.()));
  const text = [...sources].map((source) => source?.text ?? '').join('');
  return { mode, replaces: { text, backup: (place) => `${place}.v1.bak` } };
}
