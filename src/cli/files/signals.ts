// Ends the command in good order when it is interrupted while it writes files. Node's own way, which serves as long as
// nothing was written, would end it in the middle of a write and leave a temporary file behind.
import { setImmediate } from 'node:timers/promises';
import { program } from '../line/program.js';

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

let isHeld = false;
let describeDone: (() => string) | undefined;

/** Says what was done when a signal ends the program. */
export function tellOnSignals(describe: () => string): void {
  describeDone = describe;
}

/** From here on a signal ends the program between two steps, with the exit code that shells know it by. */
export function endOnSignals(): void {
  if (isHeld) return;
  isHeld = true;
  for (const [signal, code] of Object.entries(exitCodes)) process.once(signal, () => endNow(code));
}

function endNow(code: number): never {
  if (describeDone) process.stderr.write(`${program.name}: interrupted: ${describeDone()}\n`);
  process.exit(code);
}

/** Nobody notices so many milliseconds between a signal and its effect. */
const patience = 20;
let last = 0;

/** Lets a waiting signal through, now and then. Work on many files asks for this between two of them. */
export async function letSignalsThrough(): Promise<void> {
  const now = performance.now();
  if (now - last < patience) return;
  last = now;
  await setImmediate();
}
