// What of a stream is not read in blocks: files of other formats, and what stands around the items of a list.
import { type ReportEntry, readJson, renderNdjsonText } from '../../../index.js';
import type { InputFile } from '../../files/files.js';
import { type Inputs, translateFile, translateSources } from '../../input/inputs.js';
import { describeUnreadable } from '../../input/translated-file.js';
import { chooseDocument, chooseEmitted } from '../documents.js';
import { nameLeft, noteLeft, whyLeftOut } from '../outcome.js';
import { addEntries, type Run } from '../run.js';
import type { BlockSetup } from './block.js';
import type { ItemCut } from './items.js';
import { writeOut } from './stdout.js';

interface Around {
  readonly inputs: Inputs;
  readonly run: Run;
  readonly setup: BlockSetup;
}

/** What is not read in blocks is translated whole, a line for each of its documents. */
export async function convertWhole({ inputs, run, setup }: Around, input: InputFile): Promise<void> {
  const file = await translateFile(inputs, input);
  const { entries } = file;
  addEntries(run, entries);
  const left = setup.output.emit === 'result' ? undefined : whyLeftOut(file);
  if (left !== undefined) return noteLeft(run.outcome, left, nameLeft(file));
  const emitted = chooseEmitted(setup.output, () => input.name);
  for (const { translation } of entries) {
    const chosen = chooseDocument(translation, setup.output);
    await writeOut(renderNdjsonText([chosen], { isItem: true, ...emitted }));
  }
}

/** What a file says around its documents: that there are more pages, that there are none, or why it was not read to its end. */
export function addAround(
  { inputs, run }: Pick<Around, 'inputs' | 'run'>,
  input: InputFile,
  { around, problem }: Pick<ItemCut, 'around' | 'problem'>,
): void {
  if (problem !== undefined) {
    addEntries(run, [describeUnreadable(input.name, problem)]);
    return;
  }
  const entries = translateSources(inputs, input, [readJson(around)]);
  const isTold = ({ translation }: ReportEntry) =>
    translation.findings.some(({ code }) => code !== 'document/kind/empty-list');
  addEntries(run, entries.filter(isTold));
}
