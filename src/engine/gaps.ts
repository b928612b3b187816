// Names the gaps of a document: a drop for each of their leaves, and a finding where something was said for nothing.
import type { Change } from '../model/change.js';
import { describeType, isScalar, type Json, redacted } from '../model/json.js';
import { escapeKey } from '../model/path.js';
import type { Rule } from '../model/rule.js';
import type { Draft } from './apply.js';
import type { Gap } from './collect.js';
import type { Plan } from './plan.js';
import { createSpeaker, type Speaker } from './say.js';

/** The rules that speak for gaps. Messages: `unknownField/dropped`, `wrongType/found`, `lost` and `dropped`. */
export interface GapRules {
  readonly unknownField: Rule<never>;
  readonly wrongType: Rule<never>;
  readonly absent: Rule<never>;
}

/** What a drop says of the rule it is by. */
type Owner = Pick<Rule<never>, 'id' | 'summary' | 'secret'>;

/** Adds to a draft the changes and findings of its gaps. */
export type GapCloser = (draft: Draft, plan: Plan<never>, bad: ReadonlyMap<string, string> | undefined) => void;

/** Makes the closer of gaps that speaks through these rules. */
export function createGapCloser(rules: GapRules): GapCloser {
  const sayUnknown = createSpeaker(rules.unknownField);
  const sayType = createSpeaker(rules.wrongType);
  return (draft, plan, bad) => {
    for (const gap of draft.gaps) {
      if (gap.kind === 'unknown') {
        draft.findings.push(sayUnknown('dropped', { field: lastKey(gap.pointer) }, { from: gap.pointer }));
        dropLeaves(draft.changes, gap, rules.unknownField);
      } else if (gap.kind === 'type') {
        sayWrongType({ draft, plan, sayType }, gap, bad?.get(gap.pointer) ?? '');
        dropLeaves(draft.changes, gap, rules.wrongType);
      } else if (gap.kind === 'unchosen' && !isScalar(gap.value)) {
        dropLeaves(draft.changes, gap, findOwner(plan, gap) ?? rules.wrongType);
      } else {
        dropOne(draft.changes, gap, findOwner(plan, gap) ?? rules.absent);
      }
    }
  };
}

function sayWrongType(
  { draft, plan, sayType }: { draft: Draft; plan: Plan<never>; sayType: Speaker },
  gap: Gap,
  expected: string,
): void {
  const slots = plan.steps
    .filter((step) => step.sources.some((source) => isAtOrBelow(source.pointer, gap)))
    .flatMap((step) => step.slots.slice(0, 1));
  const open = slots.filter((slot) => !draft.isSettled(slot));
  if (slots.length > 0 && open.length === 0) return;
  const decision = open.flatMap((slot) => (slot.isDecidable ? slot.decision : []));
  const isLost = decision.length > 0 || open.some((slot) => slot.required);
  const data = { field: lastKey(gap.pointer), expected, found: describeType(gap.value), path: decision[0] ?? '' };
  const place = { from: gap.pointer };
  draft.findings.push(
    !isLost
      ? sayType('dropped', data, place)
      : decision.length === 0
        ? sayType('lost', data, place)
        : sayType('found', data, { ...place, decision, settle: 'override' }),
  );
}

/** Who speaks for a place: of an item that was not chosen the step that chooses, else the one that claims the place. */
function findOwner(plan: Plan<never>, { kind, node: { owner } }: Gap): Owner | undefined {
  if (kind === 'absent' || owner === undefined) return undefined;
  const chooser = kind === 'unchosen' ? plan.steps.find((step) => step.below.includes(owner)) : undefined;
  return chooser ?? plan.steps[owner];
}

function isAtOrBelow(pointer: string, gap: Gap): boolean {
  const { pointer: container } = gap.node;
  return pointer === container || container === '' || pointer.startsWith(`${container}/`);
}

function dropLeaves(changes: Change[], { pointer, value }: Gap, rule: Owner): void {
  for (const leaf of listLeaves(value, pointer)) changes.push(createDrop(leaf, redacted, rule));
}

function dropOne(changes: Change[], { pointer, value }: Gap, rule: Owner): void {
  const isHidden = rule.secret === true || !(isScalar(value) || isEmpty(value));
  changes.push(
    createDrop(pointer, isHidden ? (value === null || value === undefined ? null : redacted) : (value as Json), rule),
  );
}

function createDrop(pointer: string, value: Json, rule: Owner): Change {
  return { kind: 'drop', rule: rule.id, from: [pointer], to: [], before: [value], after: [], why: rule.summary };
}

function* listLeaves(value: unknown, pointer: string): Generator<string> {
  if (typeof value !== 'object' || value === null || isEmpty(value)) {
    yield pointer;
    return;
  }
  for (const [key, member] of Object.entries(value)) yield* listLeaves(member, `${pointer}/${escapeKey(key)}`);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function lastKey(pointer: string): string {
  const token = /[^/]*(?:\/\d+)?$/.exec(pointer)?.[0] ?? '';
  return token.replace('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}
