// `convert` as a stream: documents go in and come out in order, in flat memory, whatever their number.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import {
  mergeTallies,
  type Prepared,
  type ReportEntry,
  readNdjsonLine,
  renderNdjsonText,
  toPlainOptions,
} from '../../../index.js';
import { codeOf, describeFileError } from '../../files/errors.js';
import { type InputFile, sumSizes } from '../../files/files.js';
import { readInput } from '../../files/read-file.js';
import { type Inputs, translateFile, translateSources } from '../../input/inputs.js';
import { describeUnreadable, tellForeign, tellFormat } from '../../input/translated-file.js';
import { type Progress, startProgress } from '../../talk/progress.js';
import { mergeSeen } from '../../talk/run-watch.js';
import { chooseDocument, chooseEmitted } from '../documents.js';
import { addEntries, keepsAll, type Run } from '../run.js';
import type { Block, BlockResult, BlockSetup, Layout } from './block.js';
import { cutItems, type ItemCut } from './items.js';
import { cutLines } from './lines.js';
import { gatherFromList } from './list-around.js';
import { findListPointer } from './list-head.js';
import type { BlockPool } from './pool.js';
import { type BlockTranslator, openAround, openBlockTranslator } from './translate-block.js';

/** Work below this is done before a second thread has started. */
const smallWork = 16 * 1024 * 1024;

interface Stream {
  readonly inputs: Inputs;
  readonly run: Run;
  readonly options: Prepared;
  readonly setup: BlockSetup;
  readonly jobs: number;
  /** Blocks that threads work on, in their order. */
  readonly waiting: Promise<BlockResult>[];
  pool?: BlockPool;
  /** What translates blocks in this thread, from the first one on. */
  here?: BlockTranslator;
  bytes: number;
  /** Bytes of all files; undefined where standard input is one of them. */
  readonly total: number | undefined;
  readonly progress: Progress;
  isEmpty: boolean;
}

/** Converts all inputs to standard output, as lines or as one array. */
export async function convertStream(inputs: Inputs, run: Run, layout: Layout): Promise<void> {
  const { args } = run;
  const { emit, omit, writeBlocked, report } = args;
  const aroundTexts = layout.kind === 'array' ? await gatherFromList(inputs) : [];
  const placed = { ...inputs.options, positions: report !== undefined || emit === 'result' };
  const options = await openAround(placed, aroundTexts);
  const stream: Stream = {
    inputs,
    options,
    run,
    setup: {
      options: toPlainOptions(options),
      knowsNames: options.knowsNames !== false,
      baseTexts: inputs.baseTexts,
      aroundTexts,
      output: { emit, omit, writeBlocked },
      layout,
    },
    jobs: keepsAll(args) ? 1 : (args.jobs ?? availableParallelism()),
    waiting: [],
    bytes: 0,
    total: sumSizes(inputs.files),
    progress: startProgress(args),
    isEmpty: true,
  };
  try {
    if (args.jobs !== undefined && stream.jobs > 1) await startPool(stream);
    if (layout.kind === 'array') await write(`${layout.style.bom ? '\uFEFF' : ''}[`);
    for (const input of inputs.files) await convertInput(stream, input);
    while (stream.waiting.length > 0) await writeNext(stream);
    if (layout.kind === 'array') await write(closeArray(stream, layout));
  } finally {
    // Threads that nobody ends keep the process from ending, also where a key is refused in the middle.
    await Promise.allSettled(stream.waiting);
    await stream.pool?.close();
    stream.progress.end();
  }
}

function closeArray({ isEmpty }: Stream, { style }: Layout & { kind: 'array' }): string {
  const { indent, eol, finalNewline } = style;
  return `${isEmpty || indent === '' ? '' : eol}]${finalNewline ? eol : ''}`;
}

async function convertInput(stream: Stream, input: InputFile): Promise<void> {
  const { inputs, run } = stream;
  const pointer = input.reason === undefined ? findListPointer(input, inputs.args) : undefined;
  if (input.reason !== undefined || (pointer === undefined && tellFormat(input, inputs.args) !== 'ndjson'))
    return convertWhole(stream, input);
  const cut: ItemCut | undefined =
    pointer === undefined
      ? undefined
      : { source: input.name, pointer, isPlaced: stream.options.positions !== false, around: '' };
  const before = run.tally.documents;
  const blocks = cut
    ? cutItems(cut, readInput(input))
    : cutLines(readInput(input), { source: input.name, first: run.args.firstLine });
  try {
    for await (const block of blocks) await takeBlock(stream, block);
  } catch (thrown) {
    if (codeOf(thrown) === undefined) throw thrown;
    addEntries(run, [describeUnreadable(input.name, describeFileError(thrown))]);
  }
  while (stream.waiting.length > 0) await writeNext(stream);
  if (cut) addAround(stream, input, cut);
  // A part of a stream may have no lines; a file without any is none.
  else if (run.tally.documents === before && !inputs.args.ndjson) addAround(stream, input, { around: '' });
}

/** What is not read in blocks is translated whole, a line for each of its documents. */
async function convertWhole(stream: Stream, input: InputFile): Promise<void> {
  const { inputs, run, setup } = stream;
  const file = await translateFile(inputs, input);
  const { entries } = file;
  addEntries(run, entries);
  if (setup.output.emit !== 'result' && tellForeign(file, inputs.args)) return;
  const emitted = chooseEmitted(setup.output, () => input.name);
  for (const { translation } of entries) {
    const chosen = chooseDocument(translation, setup.output);
    await write(renderNdjsonText([chosen], { isItem: true, ...emitted }));
  }
}

/** What a file says around its documents: that there are more pages, that there are none, or why it was not read to its end. */
function addAround(
  { inputs, run }: Stream,
  input: InputFile,
  { around, problem }: Pick<ItemCut, 'around' | 'problem'>,
): void {
  if (problem !== undefined) {
    addEntries(run, [describeUnreadable(input.name, problem)]);
    return;
  }
  const entries = translateSources(inputs, input, [readNdjsonLine(around, 1)]);
  const isTold = ({ translation }: ReportEntry) =>
    translation.findings.some(({ code }) => code !== 'document/kind/empty-list');
  addEntries(run, entries.filter(isTold));
}

async function takeBlock(stream: Stream, block: Block): Promise<void> {
  stream.bytes += block.bytes.length;
  if (!stream.pool && stream.jobs > 1 && stream.bytes > smallWork) await startPool(stream);
  stream.waiting.push(
    stream.pool ? translateThere(stream, stream.pool, block) : Promise.resolve(translateHere(stream, block)),
  );
  if (stream.waiting.length > (stream.pool ? 2 * stream.jobs : 0)) await writeNext(stream);
}

function translateHere(stream: Stream, block: Block): BlockResult {
  stream.here ??= openBlockTranslator(stream.setup, stream.options);
  const { entries, args } = stream.run;
  return stream.here(block, keepsAll(args) || entries.length < 2 ? (entry) => entries.push(entry) : undefined);
}

/** By a thread, or here where it cannot: then it is told here what is wrong. */
function translateThere(stream: Stream, pool: BlockPool, block: Block): Promise<BlockResult> {
  const result = pool.translate(block).then((answer) => answer ?? translateHere(stream, block));
  // Whoever takes it up in its turn hears of it, and nobody before.
  result.catch(() => undefined);
  return result;
}

async function startPool(stream: Stream): Promise<void> {
  const { openPool } = await import('./pool.js');
  stream.pool = openPool(stream.jobs, stream.setup);
}

async function writeNext(stream: Stream): Promise<void> {
  const result = await stream.waiting.shift();
  if (!result) return;
  mergeTallies(stream.run.tally, result.tally);
  mergeSeen(stream.run.watch, result.seen);
  for (const word of result.uses) stream.options.uses.add(word);
  const { documents, statuses } = result.tally;
  stream.progress.add(documents, statuses.blocked, stream.total && stream.bytes / stream.total);
  const { layout } = stream.setup;
  if (result.text === '') return;
  if (layout.kind === 'lines') return write(result.text);
  const { indent, eol } = layout.style;
  await write(`${stream.isEmpty ? '' : ','}${indent === '' ? '' : eol}${result.text}`);
  stream.isEmpty = false;
}

/** Writes, and waits where whoever reads is slower. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
