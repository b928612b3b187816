// Translates the documents of a block, in whichever thread it runs.
import { isUtf8 } from 'node:buffer';
import {
  type AnyTranslation,
  createTally,
  decodeText,
  openTranslator,
  type ReportEntry,
  readNdjsonLine,
  renderArrayItem,
  renderNdjsonText,
  type SourceTranslator,
  tallyEntry,
} from '../../../index.js';
import { describeUnreadable } from '../../input/translated-file.js';
import { type KeyUse, noteKey, watchKeys } from '../../talk/decision-keys.js';
import { choosePick, withPartial } from '../documents.js';
import type { Block, BlockResult, BlockSetup } from './block.js';

/** Translates blocks one after the other; `keep` is given every document, where all are wanted. */
export type BlockTranslator = (block: Block, keep?: (entry: ReportEntry) => void) => BlockResult;

interface Work {
  readonly setup: BlockSetup;
  readonly translator: SourceTranslator;
  readonly block: Block;
  readonly result: { text: string; readonly tally: BlockResult['tally'] };
  readonly keys: KeyUse;
  readonly keep: ((entry: ReportEntry) => void) | undefined;
}

/** Makes a translator of blocks. The options were checked before. */
export function openBlockTranslator(setup: BlockSetup): BlockTranslator {
  const translator = openTranslator(setup.options);
  const { keys: known } = watchKeys(setup.options.decisions);
  return (block, keep) => {
    const keys: KeyUse = { keys: known, found: new Map(), isAsked: false };
    const work = { setup, translator, block, result: { text: '', tally: createTally() }, keys, keep };
    if (block.isTooLarge) addUnreadable(work, block.first, tooLarge);
    else if (block.items) translateItems(work);
    else translateLines(work);
    // Not the keys of the file, which would cross to the other thread again and again.
    const { found, isAsked } = keys;
    return { ...work.result, keys: { found, isAsked } };
  };
}

const tooLarge = {
  code: 'too-large',
  message: 'The document is longer than 16 MiB; no payload of the API is.',
  remedy: 'Check where the text comes from.',
};

function translateLines(work: Work): void {
  const { bytes } = work.block;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) translateTextLines(work, buffer.toString('utf8'));
  else translateDoubtfulLines(work, buffer);
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

/** Where one line is no UTF-8, each is decoded by itself, so that the others are read. */
function translateDoubtfulLines(work: Work, buffer: Buffer): void {
  for (let start = 0, line = work.block.first; start < buffer.length; line += 1) {
    const lineBreak = buffer.indexOf(10, start);
    const end = lineBreak === -1 ? buffer.length : lineBreak + 1;
    const { text, problem } = decodeText(buffer.subarray(start, end));
    if (problem) addUnreadable(work, line, problem);
    else translateText(work, text, line);
    start = end;
  }
}

function translateItems(work: Work): void {
  const { bytes, first, items } = work.block;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  for (const [count, end] of (items?.ends ?? []).entries()) {
    const { text, problem } = decodeText(buffer.subarray(start, end));
    if (problem) addUnreadable(work, first + count, problem);
    else translateText(work, text, first + count);
    start = end;
  }
}

/** Blank lines are no documents, and neither is what stands between the brackets of an empty list. */
function translateText(work: Work, text: string, number: number): void {
  if (text.trim() === '' && (!work.block.items || number === 0)) return;
  const { pointer } = work.block.items ?? {};
  const document = readNdjsonLine(text, pointer === undefined ? number : 1);
  const { block } = work;
  const origin = pointer === undefined ? block : { source: block.source, pointer: `${pointer}/${number}` };
  const translations = work.translator.translateSources([document], origin);
  if (pointer === undefined) {
    addTranslations(work, translations, number - 1);
    return;
  }
  const [item] = translations;
  // A list inside a list is refused, as it is where the file is read whole.
  const isList = translations.length !== 1 || item?.pointer !== undefined;
  const outcome = isList ? (work.translator.translateItems([document.value])?.slice(0, 1) ?? []) : translations;
  addTranslations(
    work,
    outcome.map((one) => ({ ...one, pointer: `${pointer}/${number}` })) as AnyTranslation[],
    number,
  );
}

function addUnreadable(work: Work, number: number, problem: { code: string; message: string; remedy: string }): void {
  const { source, items } = work.block;
  const file = { name: source, relative: source, named: true };
  const [entry] = describeUnreadable(file, problem.message, problem).entries;
  if (!entry) return;
  const translation = items ? { ...entry.translation, pointer: `${items.pointer}/${number}` } : entry.translation;
  addTranslations(work, [translation], items ? number : number - 1);
}

function addTranslations(work: Work, translations: readonly AnyTranslation[], index: number): void {
  const { setup, block, result, keep } = work;
  const { source } = block;
  for (const translation of translations) {
    const entry = { source, index, translation };
    tallyEntry(result.tally, entry);
    noteKey(work.keys, entry);
    keep?.(entry);
  }
  const chosen = setup.output.writeBlocked ? translations.map(withPartial) : translations;
  const pick = choosePick(setup.output, () => source);
  if (setup.layout.kind === 'lines') {
    result.text += renderNdjsonText(chosen, { isItem: block.items !== undefined, ...(pick ? { pick } : {}) });
    return;
  }
  const [only] = chosen;
  const text = only && renderArrayItem(only, setup.layout.style, pick ? { pick } : {});
  if (text !== undefined) result.text += result.text === '' ? text : separate(text, setup.layout.style);
}

function separate(text: string, { indent, eol }: { indent: string; eol: string }): string {
  return `,${indent === '' ? '' : eol}${text}`;
}
