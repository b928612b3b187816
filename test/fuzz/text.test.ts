// Mutated bytes of every fixture, and texts made of structures: no exception, no hang, no secret said. What was ever found
// stands in `corpus` and is tried first. FUZZ_SECONDS and FUZZ_SEED change the run.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attack, listSeeds } from './attack.js';
import { mutate } from './mutate.js';
import { createRandom, pick } from './random.js';
import { makeStructure } from './structures.js';

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 8);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const corpus = listSeeds();
const kept = new URL('corpus/', import.meta.url);

test.each(readdirSync(kept))('what was found once harms nothing: %s', (name) => {
  const bytes = readFileSync(new URL(name, kept));
  // Each kind of report has its turn.
  for (const turn of [0, 1, 2, 3, 20, 40]) expect(attack(bytes, turn)).toEqual([]);
});

describe('mutated texts', () => {
  test(`harm nothing in ${seconds} s`, { timeout: (seconds + 60) * 1000 }, () => {
    expect(corpus.length).toBeGreaterThan(100);
    const random = createRandom(seed);
    const ends = performance.now() + seconds * 1000;
    let [texts, bytes] = [0, 0];
    while (performance.now() < ends) {
      // A third are structures, whole or with mistakes in them.
      const made = random(3) === 0 ? makeStructure(random) : undefined;
      const mutated = made && random(2) === 0 ? made : mutate(made ?? pick(random, corpus), random);
      expect(attack(mutated, texts), `FUZZ_SEED=${seed}, text ${texts}: ${mutated.toString('base64')}`).toEqual([]);
      texts += 1;
      bytes += mutated.length;
    }
    console.log(`fuzz: ${texts} texts, ${bytes} bytes, FUZZ_SEED=${seed}`);
  });
});
