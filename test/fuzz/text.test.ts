// Mutated bytes of every fixture: no exception, no hang, no secret said. FUZZ_SECONDS and FUZZ_SEED change the run.
import { describe, expect, test } from 'vitest';
import { attack, listSeeds } from './attack.js';
import { mutate } from './mutate.js';
import { createRandom, pick } from './random.js';

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 8);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const corpus = listSeeds();

describe('mutated texts', () => {
  test(`harm nothing in ${seconds} s`, { timeout: (seconds + 60) * 1000 }, () => {
    expect(corpus.length).toBeGreaterThan(100);
    const random = createRandom(seed);
    const ends = performance.now() + seconds * 1000;
    let [texts, bytes] = [0, 0];
    while (performance.now() < ends) {
      const mutated = mutate(pick(random, corpus), random);
      expect(attack(mutated, texts), `FUZZ_SEED=${seed}, text ${texts}: ${mutated.toString('base64')}`).toEqual([]);
      texts += 1;
      bytes += mutated.length;
    }
    console.log(`fuzz: ${texts} texts, ${bytes} bytes, FUZZ_SEED=${seed}`);
  });
});
