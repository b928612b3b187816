// `convert` to files: one file after the other is read, translated and written, and a bad one does not stop the rest.
import { type AnyTranslation, bodyOf, isEnvelope, nameEntry, type ReportEntry, toPrintable } from '../../index.js';
import type { Output } from '../files/outputs.js';
import type { Inputs } from '../input/inputs.js';
import { translateEach } from '../input/inputs.js';
import type { TranslatedFile } from '../input/translated-file.js';
import type { ConvertArguments } from '../line/options.js';
import { chooseFormat, listLost, renderEntries } from './documents.js';
import type { FilePlan } from './file-plan.js';
import { planModule } from './modules.js';
import { type LeftReason, nameLeft, whyLeft } from './outcome.js';
import { findPlace, type Places, placeDocument, takePlaces } from './places.js';
import { holdSecret } from './secrets.js';

/** Translates the files and says what is to be written for each. Two inputs for one output are bad usage. */
export async function* planEach(inputs: Inputs, args: ConvertArguments): AsyncGenerator<FilePlan> {
  const planning: Planning = { places: takePlaces(inputs.files, args), args, environment: inputs.options.secretPaths };
  for await (const file of translateEach(inputs)) {
    const { module } = file;
    if (module) yield planModule({ ...file, module }, args, planning.environment);
    else yield await (args.split ? planDocuments(file, planning) : planFile(file, planning));
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
  if (left !== undefined) return { entries, outputs: [], left: [{ reason: left, name: nameLeft(translated) }] };
  if (args.inPlace && entries.some(({ translation }) => translation.address !== undefined))
    return { entries, outputs: [], left: [], problem: `${notWritten}a Terraform state is never written` };
  if (args.inPlace && translated.isUnfolded)
    return { entries, outputs: [], left: [], problem: `${notWritten}it is compressed; --out-dir writes it unfolded` };
  const { path, problem } = findPlace(places, translated, args);
  if (problem !== undefined) return { entries, outputs: [], left: [], problem: notWritten + problem };
  const chosen = chooseFormat(format, args);
  const text = await renderEntries(entries, { args, format: chosen, sameFormat: chosen === format });
  const secret = holdSecret(entries, environment);
  const lost = listLost(entries, args).map((one) => `${toPrintable(file.name)}: ${one}`);
  const told = lost.length > 0 ? { lost: lost.join('\n') } : {};
  return { entries, outputs: [{ path, text, secret, ...describeOrigin(translated, args) }], left: [], ...told };
}

/** A file for each document. One that is blocked leaves the others be. */
async function planDocuments(translated: TranslatedFile, { places, args, environment }: Planning): Promise<FilePlan> {
  const { entries, format } = translated;
  // What surrounds the items of a list is no document of its own.
  const own = entries.filter(({ translation }) => !isEnvelope(translation));
  const asked = chooseFormat(format, args);
  const chosen = asked === 'ndjson' ? 'json' : asked;
  const outputs: Output[] = [];
  const left: { reason: LeftReason; name: string }[] = [];
  for (const [index, entry] of own.entries()) {
    if (args.emit !== 'result' && writableOf(entry, args) === undefined) {
      left.push({ reason: whyLeft([entry], args) ?? 'blocked', name: nameEntry(entry) });
      continue;
    }
    const path = placeDocument(places, translated, { args, index });
    const text = await renderEntries([standAlone(entry)], { args, format: chosen, sameFormat: false });
    outputs.push({ path, text, ...describeOrigin(translated, args), secret: holdSecret([entry], environment) });
  }
  return { entries, outputs, left };
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
  { inPlace, noBackup }: ConvertArguments,
): Pick<Output, 'mode' | 'replaces'> {
  if (!inPlace) return { mode };
  const sources = new Set(entries.map(({ translation }) => translation.source?.()));
  const text = [...sources].map((source) => source?.text ?? '').join('');
  return { mode, replaces: noBackup ? { text } : { text, backup: (place) => `${place}.v1.bak` } };
}
