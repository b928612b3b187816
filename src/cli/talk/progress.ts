// How far a long run has come: a bar where standard error is a terminal, a line now and then with --verbose, else nothing.
import type { createLogUpdate } from 'log-update';

/** Watches a run. */
export interface Progress {
  /** Takes note of documents, and of the part of the work that is done, from 0 to 1, where that is known. */
  readonly add: (documents: number, blocked: number, part: number | undefined) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

interface State {
  readonly started: number;
  shown: number;
  documents: number;
  blocked: number;
  part: number | undefined;
  draw: ReturnType<typeof createLogUpdate> | undefined;
}

const patience = 1000;
const barPause = 100;
const linePause = 5000;
const barWidth = 30;
const silent: Progress = { add: () => undefined, end: () => undefined };

/** Begins to watch. Nothing is shown of a run that takes less than a second. */
export function startProgress({ quiet, verbose }: { readonly quiet: boolean; readonly verbose: boolean }): Progress {
  const isTerminal = process.stderr.isTTY === true;
  if (quiet || !(isTerminal || verbose)) return silent;
  const started = performance.now();
  const state: State = { started, shown: started, documents: 0, blocked: 0, part: undefined, draw: undefined };
  return {
    add: (documents, blocked, part) => {
      state.documents += documents;
      state.blocked += blocked;
      state.part = part;
      const now = performance.now();
      if (now - started < patience || now - state.shown < (isTerminal ? barPause : linePause)) return;
      state.shown = now;
      if (isTerminal) void drawBar(state);
      else process.stderr.write(`${describe(state)}\n`);
    },
    end: () => {
      state.draw?.clear();
      state.draw?.done();
    },
  };
}

/** Loaded only when a bar is drawn. */
async function drawBar(state: State): Promise<void> {
  if (!state.draw) state.draw = (await import('log-update')).createLogUpdate(process.stderr);
  state.draw(describe(state));
}

function describe({ started, documents, blocked, part }: State): string {
  const seconds = (performance.now() - started) / 1000;
  const rate = Math.round(documents / seconds);
  const counts = `${documents} documents, ${rate}/s, ${blocked} blocked`;
  if (part === undefined) return counts;
  const filled = Math.round(Math.min(1, part) * barWidth);
  return `[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}] ${Math.round(Math.min(1, part) * 100)} %  ${counts}`;
}
