// Which blocks of code ran, by V8's own counters: no instrumentation, and the same code that runs everywhere else.
import { Session } from 'node:inspector';

/** Ours, and the parsers that read what people send. */
const watched = /\/src\/|\/node_modules\/(?:yaml|jsonc-parser)\//;

/** Tells what ran since it was asked last: blocks, each with the order of how often. */
export interface Meter {
  readonly take: () => string[];
  readonly stop: () => void;
}

/** Starts counting. */
export function startMeter(): Meter {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take: () => {
      const blocks: string[] = [];
      // The callback runs at once: the session is of this very thread.
      session.post('Profiler.takePreciseCoverage', (error, { result }) => {
        if (error) throw error;
        for (const { url, scriptId, functions } of result) {
          if (!watched.test(url)) continue;
          for (const { ranges } of functions) {
            for (const { startOffset, endOffset, count } of ranges)
              if (count > 0) blocks.push(`${scriptId}:${startOffset}-${endOffset} ${Math.floor(Math.log2(count))}`);
          }
        }
      });
      return blocks;
    },
    stop: () => {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}
