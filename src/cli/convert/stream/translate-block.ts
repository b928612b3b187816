// Translates the documents of a block, in whichever thread it runs.
import { isUtf8 } from 'node:buffer';
import {
  type AnyTranslation,
  type BaseText,
  createTally,
  decodeText,
  describeProblem,
  gatherNeighbours,
  openTranslator,
  type Place,
  type Prepared,
  type ReportEntry,
  readJson,
  readNdjsonLine,
  refuseNdjsonLine,
  renderArrayItem,
  renderNdjsonText,
  type SourceDocument,
  type SourceProblem,
  type SourceTranslator,
  tallyEntry,
} from '../../../index.js';
import { refuseName } from '../../input/keys.js';
import { describeUnreadable } from '../../input/translated-file.js';
import { noteEntry, type RunWatch, seeNothing, takeAsked, watchRun } from '../../talk/run-watch.js';
import { chooseDocument, chooseEmitted } from '../documents.js';
import type { Block, BlockResult, BlockSetup } from './block.js';

/** Translates blocks one after the other; `keep` is given every document, where all are wanted. */
export type BlockTranslator = (block: Block, keep?: (entry: ReportEntry) => void) => BlockResult;

interface Work {
  readonly setup: BlockSetup;
  readonly translator: SourceTranslator;
  readonly block: Block;
  readonly emitted: ReturnType<typeof chooseEmitted>;
  readonly result: { text: string; readonly tally: BlockResult['tally'] };
  readonly watch: RunWatch;
  readonly keep: ((entry: ReportEntry) => void) | undefined;
}

/** Options with the clusters of the list that is read item by item. */
export async function openAround(options: Prepared, texts: readonly BaseText[]): Promise<Prepared> {
  if (texts.length === 0) return options;
  const { openBases } = await import('../../input/beside.js');
  return { ...options, neighbours: gatherNeighbours(await openBases(texts)) };
}

/** Makes a translator of blocks. */
export function openBlockTranslator(setup: BlockSetup, options: Prepared): BlockTranslator {
  const translator = openTranslator(options);
  const known = watchRun(options);
  return (block, keep) => {
    const watch = { ...known, ...seeNothing() };
    const emitted = chooseEmitted(setup.output, () => block.source);
    const work = { setup, translator, block, emitted, result: { text: '', tally: createTally() }, watch, keep };
    if (block.isTooLarge) translateSource(work, refuseNdjsonLine(tooLarge, block.first), block.first);
    else translateBytes(work);
    takeAsked(watch);
    const { found, isAsked, hasAnswers, asked } = watch;
    return { ...work.result, seen: { found, isAsked, hasAnswers, asked }, uses: [...options.uses] };
  };
}

const tooLarge = describeProblem('too-large', {
  message: 'The document is longer than 16 MiB; no payload of the API is.',
  remedy: 'Check where the text comes from.',
});

function translateBytes(work: Work): void {
  const { bytes, items } = work.block;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (items) translateParts(work, buffer, items.ends);
  else if (isUtf8(buffer)) translateTextLines(work, buffer.toString('utf8'));
  // Where one line is no UTF-8, each is decoded by itself, so that the others are read.
  else translateParts(work, buffer, listLineEnds(buffer));
}

function listLineEnds(buffer: Buffer): number[] {
  const ends: number[] = [];
  for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) ends.push(at + 1);
  return ends.at(-1) === buffer.length ? ends : [...ends, buffer.length];
}

function translateTextLines(work: Work, text: string): void {
  const { first } = work.block;
  for (let start = 0, line = first; start < text.length; line += 1) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak + 1;
    translateText(work, text.slice(start, end), line);
    start = end;
  }
}

function translateParts(work: Work, buffer: Buffer, ends: readonly number[]): void {
  const { first } = work.block;
  let start = 0;
  for (const [count, end] of ends.entries()) {
    const { text, problem } = decodeText(buffer.subarray(start, end));
    if (problem) refuseText(work, problem, first + count);
    else translateText(work, text, first + count);
    start = end;
  }
}

/** Blank lines are no documents, and neither is what stands between the brackets of an empty list. */
function translateText(work: Work, text: string, number: number): void {
  const { items, first } = work.block;
  if (text.trim() === '' && (!items || number === 0)) return;
  const place = items?.places[number - first];
  if (items) translateItem(work, place ? readItem(text, place) : readJson(text), number);
  else translateSource(work, readNdjsonLine(text, number), number);
}

/** The bytes of one document are no text. */
function refuseText(work: Work, problem: SourceProblem, number: number): void {
  const { source, items } = work.block;
  const { translation } = describeUnreadable(source, problem);
  if (items) addTranslations(work, [{ ...translation, pointer: `${items.pointer}/${number}` }], number);
  else translateSource(work, refuseNdjsonLine(problem, number), number);
}

function translateSource(work: Work, document: SourceDocument, line: number): void {
  addTranslations(work, work.translator.translateSources([document], work.block), line - 1);
}

/** A list inside a list is refused, as it is where the file is read whole. */
function translateItem(work: Work, document: SourceDocument, index: number): void {
  const pointer = `${work.block.items?.pointer}/${index}`;
  const translations = work.translator.translateSources([document], work.block);
  const [item] = translations;
  const isList = translations.length !== 1 || item?.pointer !== undefined;
  const outcome = isList ? (work.translator.translateItems([document.value])?.slice(0, 1) ?? []) : translations;
  addTranslations(work, outcome.map((one) => ({ ...one, pointer })) as AnyTranslation[], index);
}

/** An item of a list, with its places in the file. */
function readItem(text: string, start: Place): SourceDocument {
  const document = readJson(text);
  const shift = ({ line, column }: Place) => ({
    line: line + start.line - 1,
    column: line === 1 ? column + start.column - 1 : column,
  });
  return {
    ...document,
    problems: document.problems.map((problem) => (problem.at ? { ...problem, at: shift(problem.at) } : problem)),
    locate: (pointer) => {
      const at = document.locate(pointer);
      return at && shift(at);
    },
  };
}

function addTranslations(work: Work, translations: readonly AnyTranslation[], index: number): void {
  const { setup, block, result, keep } = work;
  const { source } = block;
  for (const translation of translations) {
    const entry = { source, index, translation };
    tallyEntry(result.tally, entry);
    noteEntry(work.watch, entry);
    refuseNames(work, entry);
    keep?.(entry);
  }
  const chosen = translations.map((translation) => chooseDocument(translation, setup.output));
  const { emitted } = work;
  if (setup.layout.kind === 'lines') {
    result.text += renderNdjsonText(chosen, { isItem: block.items !== undefined, ...emitted });
    return;
  }
  const [only] = chosen;
  const text = only && renderArrayItem(only, setup.layout.style, emitted);
  if (text !== undefined) result.text += result.text === '' ? text : separate(text, setup.layout.style);
}

/** A name is no key in a stream: the next part of it may have another of that name. */
function refuseNames({ watch: { keys, options } }: Work, entry: ReportEntry): void {
  const { name } = entry.translation;
  if (options.knowsNames === false && name !== undefined && keys.has(name)) refuseName(name, entry);
}

function separate(text: string, { indent, eol }: { indent: string; eol: string }): string {
  return `,${indent === '' ? '' : eol}${text}`;
}
