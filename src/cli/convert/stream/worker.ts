// A thread that translates blocks. The pool starts it with the setup, and hands it one block after the other.
import { workerData } from 'node:worker_threads';
import workerpool from 'workerpool';
import type { Block, BlockSetup } from './block.js';
import { openBlockTranslator } from './translate-block.js';

const translate = openBlockTranslator(workerData as BlockSetup);

workerpool.worker({ translateBlock: (block: Block) => translate(block) });
