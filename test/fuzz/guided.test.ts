// Mutated texts that are led by coverage: an input that reaches a block of code, or reaches one far more often than
// any before, is kept and mutated further. FUZZ_SECONDS and FUZZ_SEED change the run.
import { describe, expect, test } from 'vitest';
import { attack, listSeeds } from './attack.js';
import { type Meter, startMeter } from './coverage.js';
import { mutate } from './mutate.js';
import { createRandom, pick, type Random } from './random.js';

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 8);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
/** Code that is compiled anew is counted anew: of a large input only little is learnt, and it takes long. */
const longestKept = 20_000;

describe('texts led by coverage', () => {
  test(`harm nothing in ${seconds} s`, { timeout: (seconds + 120) * 1000 }, () => {
    const meter = startMeter();
    try {
      hunt(meter);
    } finally {
      meter.stop();
    }
  });
});

function hunt(meter: Meter): void {
  const random = createRandom(seed);
  const reached = new Set<string>();
  const corpus = listSeeds();
  const seeds = corpus.length;
  for (const [turn, bytes] of corpus.entries()) {
    expect(attack(bytes, turn)).toEqual([]);
    note(meter, reached);
  }
  const begun = reached.size;
  expect(begun).toBeGreaterThan(1000);
  const ends = performance.now() + seconds * 1000;
  let [texts, bytes] = [0, 0];
  while (performance.now() < ends) {
    const mutated = mutate(choose(corpus, seeds, random), random);
    expect(attack(mutated, texts), `FUZZ_SEED=${seed}, text ${texts}: ${mutated.toString('base64')}`).toEqual([]);
    texts += 1;
    bytes += mutated.length;
    if (note(meter, reached) && mutated.length <= longestKept) corpus.push(mutated);
  }
  const kept = corpus.length - seeds;
  console.log(
    `guided: ${texts} texts, ${bytes} bytes, ${kept} kept, ${begun} to ${reached.size} blocks, FUZZ_SEED=${seed}`,
  );
}

/** Half of the time one that was kept, if there is any. */
function choose(corpus: readonly Buffer[], seeds: number, random: Random): Buffer {
  const isKept = corpus.length > seeds && random(2) === 0;
  return isKept ? (corpus[seeds + random(corpus.length - seeds)] as Buffer) : pick(random, corpus);
}

/** Whether something was reached that nothing reached before. */
function note(meter: Meter, reached: Set<string>): boolean {
  const before = reached.size;
  for (const block of meter.take()) reached.add(block);
  return reached.size > before;
}
