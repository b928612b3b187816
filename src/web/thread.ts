// The thread beside the page, made of the page's own script. Where a browser allows none, the page works itself.
import type { Job, JobResult } from './job.js';
import { type Progress, translateJob } from './translate.js';

/** Translates a job. Only the last one asked for is answered: an earlier one gives undefined. */
export type Translate = (job: Job, tell: Progress) => Promise<JobResult | undefined>;

interface Message {
  readonly turn: number;
  readonly done?: number;
  readonly all?: number;
  readonly result?: JobResult;
}

/** Starts the thread. */
export function startThread(): Translate {
  const worker = makeWorker();
  let turn = 0;
  return async (job, tell) => {
    turn += 1;
    const mine = turn;
    const result = await (worker ? askWorker(worker, { turn: mine, job }, tell) : translateJob(job, tell));
    return mine === turn ? result : undefined;
  };
}

function makeWorker(): Worker | undefined {
  const code = document.getElementById('code')?.textContent ?? '';
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function askWorker(worker: Worker, question: { turn: number; job: Job }, tell: Progress): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    const answer = ({ data }: MessageEvent<Message>) => {
      if (data.turn !== question.turn) return;
      if (data.done !== undefined) tell(data.done, data.all ?? 0);
      if (!data.result) return;
      worker.removeEventListener('message', answer);
      resolve(data.result);
    };
    worker.addEventListener('message', answer);
    worker.addEventListener('error', () => reject(new Error('The thread ended.')), { once: true });
    worker.postMessage(question);
  });
}
