// The threads that translate blocks beside one another; ours, since workerpool 10 waits for ever for a thread that cannot
// start where few files may be open. Loaded only for large work. Blocks are copied to a thread, so that they are still there
// where it fails; what it makes of them is handed over.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Block, BlockResult, BlockSetup } from './block.js';

/** Threads at work. */
export interface BlockPool {
  /** Undefined where the thread could not translate the block, and cannot say why: whoever asks does it then. */
  readonly translate: (block: Block) => Promise<BlockResult | undefined>;
  readonly close: () => Promise<void>;
}

type Answer = BlockResult | undefined;

interface Thread {
  readonly worker: Worker;
  /** Who waits for an answer, in the order of the blocks. */
  readonly waiting: ((answer: Answer) => void)[];
  isGone: boolean;
}

/** Starts so many threads. */
export function openPool(jobs: number, setup: BlockSetup): BlockPool {
  const threads = Array.from({ length: jobs }, () => startThread(setup));
  return {
    translate: (block) => translate(chooseThread(threads), block),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function startThread(setup: BlockSetup): Thread {
  const thread: Thread = { worker: new Worker(findWorker(), { workerData: setup }), waiting: [], isGone: false };
  const { worker, waiting } = thread;
  worker.on('message', (answer: Answer) => waiting.shift()?.(answer));
  const giveUp = () => {
    thread.isGone = true;
    for (const answer of waiting.splice(0)) answer(undefined);
  };
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  return thread;
}

/** The thread with the least to do. */
function chooseThread(threads: readonly Thread[]): Thread | undefined {
  const [first, ...others] = threads.filter(({ isGone }) => !isGone);
  return others.reduce((least, one) => (one.waiting.length < (least?.waiting.length ?? 0) ? one : least), first);
}

function translate(thread: Thread | undefined, block: Block): Promise<Answer> {
  if (!thread) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    thread.waiting.push(resolve);
    thread.worker.postMessage(block);
  });
}

/** The worker stands beside the command; this file may stand there too, or in a folder of chunks below. */
function findWorker(): string {
  const beside = join(import.meta.dirname, 'worker.cjs');
  return existsSync(beside) ? beside : join(import.meta.dirname, '../worker.cjs');
}
