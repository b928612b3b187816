// A thread that translates blocks. The pool starts it with the setup, and hands it one block after the other;
// it answers in their order.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { prepareOptions } from '../../../index.js';
import type { Block, BlockResult, BlockSetup } from './block.js';
import { openAround, openBlockTranslator } from './translate-block.js';

const setup = workerData as BlockSetup;
const port = parentPort as MessagePort;
const encoder = new TextEncoder();
let opened: ReturnType<typeof open> | undefined;

async function open() {
  const { baseTexts, aroundTexts, options, ways } = setup;
  // Bases are texts, whose reader is loaded where there are any.
  const bases = baseTexts.length === 0 ? [] : await (await import('../../input/beside.js')).openBases(baseTexts);
  const prepared = await openAround({ ...prepareOptions(options, bases), ...ways }, aroundTexts);
  return openBlockTranslator(setup, prepared);
}

/** The text goes as bytes, which are made here and handed over. What is wrong is found again, and told, by whoever asked. */
async function answer(block: Block): Promise<void> {
  try {
    opened ??= open();
    const result = (await opened)(block);
    const text = encoder.encode(result.text as string);
    port.postMessage({ ...result, text } satisfies BlockResult, [text.buffer]);
  } catch {
    port.postMessage(undefined);
  }
}

port.on('message', answer);
