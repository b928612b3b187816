// Units that descriptions, comments and names of variables say, beside those that arguments count in.
import { formatPlace } from '../../../model/place.js';
import { findArgument } from '../module/blocks.js';
import type { ClusterBlock, Placed, Variable } from '../module/module.js';
import { sliceRanges } from '../syntax/ranges.js';
import type { HclComment, HclFile } from '../syntax/tree.js';
import { evaluateKnown } from '../values/evaluate.js';
import { type Fact, placeFact } from './fact.js';
import { listFeeds } from './feeds.js';

/** The arguments of v1 that count in MB, and by what MB are divided to be GB. */
export interface Units {
  readonly arguments: readonly string[];
  readonly mbPerGb: number;
}

const gigabytes = /(?:^|[^a-z])(?:gib|gb|gigabytes?)(?![a-z])/i;
const megabytes = /(?:^|[^a-z])(?:mib|mb|megabytes?)(?![a-z])/i;

/** Compares the units of a cluster's arguments with what the variables say that give their values. */
export function judgeUnits(cluster: ClusterBlock, units: Units): readonly Fact[] {
  return units.arguments.flatMap((name) => {
    const argument = findArgument(cluster.block.body, name);
    if (!argument) return [];
    const values = cluster.instances.map(({ scope }) => evaluateKnown(argument.value, scope)?.value);
    for (const { variable, factor } of listFeeds(cluster, argument.value, units.mbPerGb)) {
      const unit = unitOf(variable);
      if (!unit) continue;
      // A value below one GB is refused by its own rule, which says the same.
      const isTold = values.every((value) => typeof value === 'number' && value < units.mbPerGb);
      if (factor === (unit === 'GB' ? 1 : 0) || isTold) return [];
      const message = unit === 'GB' ? 'gb-as-mb' : 'mb-multiplied';
      return [
        {
          code: `terraform/variable-units/${message}`,
          data: { argument: name, variable: variable.name, place: placeOf(variable) },
          ...placeFact(cluster.file, argument.start),
          clusters: [cluster],
        },
      ];
    }
    return [];
  });
}

type Unit = 'GB' | 'MB' | undefined;

const known = new WeakMap<Variable, Unit>();

/** The unit that is said of a variable; undefined where there is none, or both. Looked for once: many may read it. */
function unitOf(variable: Variable): Unit {
  if (!known.has(variable)) known.set(variable, findUnit(variable));
  return known.get(variable);
}

function findUnit({ name, description = '', placed }: Variable): Unit {
  const text = [name.replaceAll('_', ' '), description, ...(placed ? listComments(placed) : [])].join('\n');
  const [isGigabytes, isMegabytes] = [gigabytes.test(text), megabytes.test(text)];
  if (isGigabytes === isMegabytes) return undefined;
  return isGigabytes ? 'GB' : 'MB';
}

function placeOf({ placed }: Variable): string {
  if (!placed) return 'a JSON file';
  return formatPlace(placed.file.path, placed.file.placeAt(placed.block.start));
}

/** The comments in a block, at its end, and on the lines right above it. */
function listComments({ file, block }: Placed): string[] {
  const { comments, text } = file;
  const end = lineEnd(file, block.end);
  const near = [...listAbove(file, block.start), ...sliceRanges(comments, { start: block.start, end })];
  return near.map((comment) => text.slice(comment.start, comment.end));
}

function listAbove(file: HclFile, start: number): readonly HclComment[] {
  const before = sliceRanges(file.comments, { start: 0, end: start });
  let first = before.length;
  for (let next = start; first > 0; first--) {
    const comment = before[first - 1];
    if (!comment || !/^\r?\n[ \t]*$/.test(file.text.slice(comment.end, next))) break;
    next = comment.start;
  }
  return before.slice(first);
}

function lineEnd({ text }: HclFile, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found;
}
