// A thread that translates blocks. The pool starts it with the setup, and hands it one block after the other.
import { workerData } from 'node:worker_threads';
import workerpool from 'workerpool';
import { createTranslator } from '../../../index.js';
import type { Block, BlockSetup } from './block.js';
import { openBlockTranslator } from './translate-block.js';

const setup = workerData as BlockSetup;
const translate = openBlockTranslator(setup, createTranslator(setup.options));

workerpool.worker({ translateBlock: (block: Block) => translate(block) });
