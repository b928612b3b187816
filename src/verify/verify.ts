// Does v2 say what v1 said? Pairs the clusters of both sides and compares each pair.

import { messagesOf } from '../engine/messages.js';
import type { Unplaced } from '../model/finding.js';
import { groupBy } from '../model/group.js';
import { suggestName, verifyDrift, verifyLoss } from '../rules/index.js';
import type { Prepared } from '../supply/options.js';
import { compareClusters } from './compare.js';
import type { Side } from './sides.js';

/** A cluster with what there is to say of it; one side is absent where only the other has it. */
export interface Verified {
  readonly v1: Side | undefined;
  readonly v2: Side | undefined;
  /** Pointers are those of the cluster's own documents. */
  readonly findings: readonly Unplaced[];
}

const driftFinding = messagesOf(verifyDrift);
const lossFinding = messagesOf(verifyLoss);

/** Compares clusters, paired by id, else by name; the order is that of v1, then that of what v2 has more. */
export function compareSides(v1: readonly Side[], v2: readonly Side[], options: Prepared): Verified[] {
  const pairs = pair(v1, v2, options);
  const used = new Set(pairs.map((found) => found.v2));
  const more = v2.filter((side) => !used.has(side));
  return [
    ...pairs.map(({ v1: left, v2: right }) => ({
      v1: left,
      v2: right,
      findings: right
        ? compareClusters(left, right, options)
        : [lossFinding('only-v1', { name: nameSide(left) }, { from: '' })],
    })),
    ...more.map((side) => ({
      v1: undefined,
      v2: side,
      findings: [driftFinding('only-v2', { name: nameSide(side) }, { to: '' })],
    })),
  ];
}

interface Paired {
  readonly v1: Side;
  readonly v2: Side | undefined;
}

/** One document on each side is a pair, whatever it is called; the comparison says what differs. */
function pair(v1: readonly Side[], v2: readonly Side[], options: Prepared): Paired[] {
  const [left] = v1;
  if (left && v1.length === 1 && v2.length === 1) return [{ v1: left, v2: v2[0] }];
  const free = new Set(v2);
  // An empty id or name pairs with nothing.
  const byId = groupBy(v2, ({ id }) => id?.toLowerCase() || undefined);
  const byName = groupBy(v2, ({ name }) => name || undefined);
  const take = (left: Side, sides: readonly Side[] = []) => {
    const taken = chooseNearest(left, sides.filter((side) => free.has(side)).slice(0, mostRivals), options);
    if (taken) free.delete(taken);
    return taken;
  };
  const firstRound = v1.map((side) => ({ v1: side, v2: take(side, byId.get(side.id?.toLowerCase() ?? '')) }));
  return firstRound.map((found) => {
    const { name = '' } = found.v1;
    const named = () => take(found.v1, byName.get(name)) ?? take(found.v1, byName.get(suggestName(name)));
    return { v1: found.v1, v2: found.v2 ?? named() };
  });
}

/** Of more clusters of one name, only so many are compared to find the one that is meant. */
const mostRivals = 20;

/** Of several that could be meant, the one that differs least. */
function chooseNearest(left: Side, sides: readonly Side[], options: Prepared): Side | undefined {
  if (sides.length < 2) return sides[0];
  const differences = sides.map(
    (side) => compareClusters(left, side, options).filter(({ severity }) => severity !== 'info').length,
  );
  return sides[differences.indexOf(Math.min(...differences))];
}

/** A cluster in words: its name, else its id. */
function nameSide({ name, id }: Side): string {
  return name ?? id ?? 'without a name';
}
