// The page that translates, for people who have no Node at hand: one script, which is the page and its thread.
import { avoidEvaluation } from '../index.js';
import type { Job } from './job.js';
import { openPage } from './page.js';
import { translateJob } from './translate.js';

avoidEvaluation();
if (typeof document === 'undefined') listen();
else openPage();

/** In a thread: takes one job after the other. */
function listen(): void {
  addEventListener('message', (event: MessageEvent<{ readonly turn: number; readonly job: Job }>) => {
    const { turn, job } = event.data;
    translateJob(job, (done, all) => postMessage({ turn, done, all })).then((result) => postMessage({ turn, result }));
  });
}
