// Random choices that come out the same for the same seed.

/** A source of random choices. */
export interface Random {
  /** A whole number from 0 up to, but not, a bound. */
  readonly below: (bound: number) => number;
  /** One of several; named twice, twice as often. */
  readonly pick: <T>(...all: readonly [T, ...T[]]) => T;
  /** True in so many of a hundred times. */
  readonly chance: (percent: number) => boolean;
  readonly uuid: () => string;
}

/** Opens a source: a linear congruence of 48 bits, of which the upper ones are used. */
export function openRandom(seed: number): Random {
  const modulus = 2n ** 48n;
  let state = (BigInt(seed) ^ 0x5deece66dn) % modulus;
  const below = (bound: number) => {
    state = (state * 0x5deece66dn + 11n) % modulus;
    return Number((state >> 16n) % BigInt(bound));
  };
  const digits = (count: number) => Array.from({ length: count }, () => below(16).toString(16)).join('');
  return {
    below,
    pick: (...all) => all[below(all.length)] as (typeof all)[0],
    chance: (percent) => below(100) < percent,
    uuid: () => [8, 4, 4, 4, 12].map(digits).join('-'),
  };
}
