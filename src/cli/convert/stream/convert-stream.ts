// `convert` as a stream: documents go in and come out in order, in flat memory, whatever their number.
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { mergeTallies, type Prepared, toPlainOptions } from '../../../index.js';
import { codeOf } from '../../files/errors.js';
import { claimInput, type InputFile, sumSizes } from '../../files/files.js';
import { readInput } from '../../files/read-file.js';
import type { Inputs } from '../../input/inputs.js';
import { keepHeapYoung } from '../../input/memory.js';
import { describeUnreadable, explainRead, tellFormat } from '../../input/translated-file.js';
import { type Progress, startProgress } from '../../talk/progress.js';
import { keepsAll } from '../../talk/report-settings.js';
import { mergeSeen } from '../../talk/run-watch.js';
import { readOmitted } from '../results.js';
import { addEntries, type Run } from '../run.js';
import type { Block, BlockResult, BlockSetup, Layout } from './block.js';
import { cutItems, type ItemCut } from './items.js';
import { cutLines } from './lines.js';
import { gatherFromList } from './list-around.js';
import { findListPointer } from './list-head.js';
import type { BlockPool } from './pool.js';
import { writeOut } from './stdout.js';
import { type BlockTranslator, openAround, openBlockTranslator } from './translate-block.js';
import { addAround, convertWhole } from './whole.js';

/** A thread takes as long to get going as one that runs takes for so many bytes. */
const bytesPerThread = 24 * 1024 * 1024;

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
  keepHeapYoung();
  const { args } = run;
  const { emit, omit, writeBlocked, report } = args;
  const aroundTexts = layout.kind === 'array' ? await gatherFromList(inputs) : [];
  const isTold = emit === 'result' && !readOmitted(omit).has('changes');
  const placed = {
    ...inputs.options,
    positions: report !== undefined || emit === 'result',
    tellsChanges: isTold || keepsAll(args),
  };
  const options = await openAround(placed, aroundTexts);
  const total = sumSizes(inputs.files);
  const stream: Stream = {
    inputs,
    options,
    run,
    setup: {
      options: toPlainOptions(options),
      ways: { knowsNames: options.knowsNames !== false, tellsChanges: options.tellsChanges !== false },
      baseTexts: inputs.baseTexts,
      aroundTexts,
      output: { emit, omit, writeBlocked },
      layout,
    },
    jobs: chooseJobs(total, args),
    waiting: [],
    bytes: 0,
    total,
    progress: startProgress(args),
    isEmpty: true,
  };
  try {
    if ((args.jobs !== undefined || total !== undefined) && stream.jobs > 1) await startPool(stream);
    if (layout.kind === 'array') await writeOut(`${layout.style.bom ? '\uFEFF' : ''}[`);
    for (const input of inputs.files) await convertInput(stream, input);
    while (stream.waiting.length > 0) await writeNext(stream);
    if (layout.kind === 'array') await writeOut(closeArray(stream, layout));
  } finally {
    // Threads that nobody ends keep the process from ending, also where a key is refused in the middle.
    await Promise.allSettled(stream.waiting);
    await stream.pool?.close();
    stream.progress.end();
  }
}

/** As many threads as are asked for, else as have enough to do, as far as that is known. */
function chooseJobs(total: number | undefined, args: Run['args']): number {
  if (keepsAll(args)) return 1;
  const cores = availableParallelism();
  return args.jobs ?? (total === undefined ? cores : Math.max(1, Math.min(cores, Math.floor(total / bytesPerThread))));
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
  claimInput(input);
  const before = run.tally.documents;
  const blocks = cut
    ? cutItems(cut, readInput(input))
    : cutLines(readInput(input), { source: input.name, first: run.args.firstLine });
  try {
    for await (const block of blocks) await takeBlock(stream, block);
  } catch (thrown) {
    if (codeOf(thrown) === undefined) throw thrown;
    addEntries(run, [describeUnreadable(input.name, explainRead(thrown))]);
  }
  while (stream.waiting.length > 0) await writeNext(stream);
  if (cut) addAround(stream, input, cut);
  // A part of a stream may have no lines; a file without any is none.
  else if (run.tally.documents === before && !inputs.args.ndjson) addAround(stream, input, { around: '' });
}

async function takeBlock(stream: Stream, block: Block): Promise<void> {
  stream.bytes += block.bytes.length;
  if (!stream.pool && stream.jobs > 1 && stream.bytes > 2 * bytesPerThread) await startPool(stream);
  if (stream.pool) stream.waiting.push(translateThere(stream, stream.pool, block));
  else {
    stream.waiting.push(Promise.resolve(translateHere(stream, block)));
    // Nothing else waits here, and what happens outside is to be heard.
    await setImmediate();
  }
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
  if (result.text.length === 0) return;
  if (layout.kind === 'array') {
    const { indent, eol } = layout.style;
    await writeOut(`${stream.isEmpty ? '' : ','}${indent === '' ? '' : eol}`);
    stream.isEmpty = false;
  }
  await writeOut(result.text);
}
