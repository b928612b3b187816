// The threads that translate blocks beside one another. Loaded only for large work.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import workerpool from 'workerpool';
import type { Block, BlockResult, BlockSetup } from './block.js';

/** Threads at work. */
export interface BlockPool {
  readonly translate: (block: Block) => Promise<BlockResult>;
  readonly close: () => Promise<void>;
}

/** Starts so many threads. */
export function openPool(jobs: number, setup: BlockSetup): BlockPool {
  const pool = workerpool.pool(findWorker(), {
    workerType: 'thread',
    minWorkers: jobs,
    maxWorkers: jobs,
    workerThreadOpts: { workerData: setup },
  });
  return {
    // A plain promise: the library's own can be cancelled, and nobody should.
    translate: async (block) => (await pool.exec('translateBlock', [block])) as BlockResult,
    close: async () => {
      await pool.terminate();
    },
  };
}

/** The worker stands beside the command; this file may stand there too, or in a folder of chunks below. */
function findWorker(): string {
  const beside = join(import.meta.dirname, 'worker.cjs');
  return existsSync(beside) ? beside : join(import.meta.dirname, '../worker.cjs');
}
