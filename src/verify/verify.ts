// Does v2 say what v1 said? Pairs the clusters of both sides and compares each pair.

import { messagesOf } from '../engine/messages.js';
import type { Finding } from '../model/finding.js';
import { groupBy } from '../model/group.js';
import { suggestName, verifyDrift, verifyLoss } from '../rules/index.js';
import type { Prepared } from '../supply/options.js';
import { compareClusters } from './compare.js';
import type { Side, V1Side, V2Side } from './sides.js';

/** A cluster with what there is to say of it; one side is absent where only the other has it. */
export interface Verified {
  readonly v1: V1Side | undefined;
  readonly v2: V2Side | undefined;
  /** Pointers are those of the cluster's own documents. */
  readonly findings: readonly Finding[];
}

const driftFinding = messagesOf(verifyDrift);
const lossFinding = messagesOf(verifyLoss);

/** Compares clusters, paired by id, else by name, as it is or mended; the order is that of v1, then that of what v2 has more. */
export function compareSides(v1: readonly V1Side[], v2: readonly V2Side[], options: Prepared): Verified[] {
  const pairs = pair(v1, v2, options);
  const used = new Set(pairs.map((found) => found.v2));
  const more = v2.filter((side) => !used.has(side));
  return [
    ...pairs.map(({ v1: left, v2: right }) => ({
      v1: left,
      v2: right,
      findings: right
        ? compareClusters(left, right, options)
        : [...left.told, lossFinding('only-v1', { name: nameSide(left) }, { from: '' })],
    })),
    ...more.map((side) => ({
      v1: undefined,
      v2: side,
      findings: [driftFinding('only-v2', { name: nameSide(side) }, { to: '' })],
    })),
  ];
}

interface Paired {
  readonly v1: V1Side;
  readonly v2: V2Side | undefined;
}

/** One document on each side is a pair, whatever it is called; the comparison says what differs. */
function pair(v1: readonly V1Side[], v2: readonly V2Side[], options: Prepared): Paired[] {
  const [left] = v1;
  if (left && v1.length === 1 && v2.length === 1) return [{ v1: left, v2: v2[0] }];
  const taken = new Map<V1Side, V2Side>();
  const free = new Set(v2);
  for (const { ofV1, ofV2 } of ties) {
    // An empty id or name pairs with nothing.
    const groups = groupBy(free, (side) => ofV2(side) || undefined);
    const keyed = new Map([...groups].map(([key, sides]) => [key, new Set(sides)]));
    for (const side of v1) {
      if (taken.has(side)) continue;
      const rivals = keyed.get(ofV1(side) ?? '');
      const nearest = chooseNearest(side, takeFirst(rivals ?? [], mostRivals), options);
      if (!nearest) continue;
      rivals?.delete(nearest);
      taken.set(side, nearest);
      free.delete(nearest);
    }
  }
  return v1.map((side) => ({ v1: side, v2: taken.get(side) }));
}

function takeFirst<One>(all: Iterable<One>, count: number): One[] {
  const taken: One[] = [];
  for (const one of all) if (taken.push(one) === count) break;
  return taken;
}

interface Tie {
  readonly ofV1: (side: Side) => string | undefined;
  readonly ofV2: (side: Side) => string | undefined;
}

/** What makes two clusters one, the surest first: a mended name must not take what is really called so. */
const ties: readonly Tie[] = [
  { ofV1: ({ id }) => id?.toLowerCase(), ofV2: ({ id }) => id?.toLowerCase() },
  { ofV1: ({ name }) => name, ofV2: ({ name }) => name },
  { ofV1: ({ name }) => name && suggestName(name), ofV2: ({ name }) => name },
];

/** Of more clusters of one name, only so many are compared to find the one that is meant. */
const mostRivals = 20;

/** Of several that could be meant, the one that differs least. */
function chooseNearest(left: V1Side, sides: readonly V2Side[], options: Prepared): V2Side | undefined {
  if (sides.length < 2) return sides[0];
  const differences = sides.map(
    (side) => compareClusters(left, side, options).filter(({ severity }) => severity !== 'info').length,
  );
  return sides[differences.indexOf(Math.min(...differences))];
}

/** A cluster in words: its name, else its id. */
function nameSide({ called, id }: Side): string {
  return called ?? id ?? 'without a name';
}
