// A thread that translates blocks. The pool starts it with the setup, and hands it one block after the other;
// it answers in their order.
import { parentPort, workerData } from 'node:worker_threads';
import { prepareOptions } from '../../../index.js';
import type { Block, BlockResult, BlockSetup } from './block.js';
import { openAround, openBlockTranslator } from './translate-block.js';

const setup = workerData as BlockSetup;
let opened: ReturnType<typeof open> | undefined;

async function open() {
  const { baseTexts, aroundTexts, options, knowsNames } = setup;
  // Bases are texts, whose reader is loaded where there are any.
  const bases = baseTexts.length === 0 ? [] : await (await import('../../input/beside.js')).openBases(baseTexts);
  const prepared = await openAround({ ...prepareOptions(options, bases), knowsNames }, aroundTexts);
  return openBlockTranslator(setup, prepared);
}

/** What is wrong is found again, and told, by whoever asked. */
async function translateBlock(block: Block): Promise<BlockResult | undefined> {
  try {
    opened ??= open();
    return (await opened)(block);
  } catch {
    return undefined;
  }
}

parentPort?.on('message', async (block: Block) => parentPort?.postMessage(await translateBlock(block)));
