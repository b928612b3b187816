// Wires the page: what is given and decided goes to the thread, and what comes back is shown.
import { get } from '../report/formats/html/page/dom.js';
import { collectDecided, type Typed } from './decide.js';
import { watchInput } from './input.js';
import type { Job, JobFile, JobResult } from './job.js';
import { showResult } from './results.js';
import { startThread } from './thread.js';

/** Opens the page. */
export function openPage(): void {
  const translate = startThread();
  const typed: Typed = new Map();
  let files: readonly JobFile[] = [];

  watchInput((given) => {
    files = given;
    typed.clear();
    void work();
  });
  addEventListener('hashchange', unfoldRule);
  for (const id of ['kind', 'to', 'fix-names']) get(id).addEventListener('change', work);

  async function work(): Promise<void> {
    const { decided, problems } = collectDecided(typed);
    const job: Job = {
      files,
      kind: get<HTMLSelectElement>('kind').value,
      to: get<HTMLSelectElement>('to').value as Job['to'],
      fixNames: get<HTMLInputElement>('fix-names').checked,
      decided,
    };
    showProgress(0, files.length);
    const result = await translate(job, showProgress).catch(describeFault);
    if (!result) return;
    showProgress(files.length, files.length);
    get('state').textContent = describeState(result, problems);
    showResult(result, { typed, decided, changed: work });
  }
}

/** A link to a rule unfolds it. */
function unfoldRule(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(target instanceof HTMLDetailsElement)) return;
  target.open = true;
  target.scrollIntoView();
}

function describeState({ summary, problem }: JobResult, problems: readonly string[]): string {
  return [problem || summary, ...problems].join(' ');
}

/** A bar where the work is long enough to be seen. */
function showProgress(done: number, all: number): void {
  const bar = get<HTMLProgressElement>('progress');
  bar.hidden = done >= all || all < 20;
  bar.max = Math.max(all, 1);
  bar.value = done;
  if (!bar.hidden) get('state').textContent = `${done} of ${all} files`;
}

/** A fault of the program; its message may quote a document, so it is not shown. */
function describeFault(): JobResult {
  const problem = 'The page failed, which is a fault of the program. The command may do better.';
  const data = { changeTypes: [], findingTypes: [], operations: [], documents: [] };
  return { data, summary: '', documents: [], outputs: [], problem };
}
