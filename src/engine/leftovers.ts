// Names the leftovers of a document: a drop for each of their leaves, and a finding where something was said for nothing.
import type { Change } from '../model/change.js';
import type { Unplaced } from '../model/finding.js';
import { describeType, isScalar, type Json, redacted } from '../model/json.js';
import { describeTaken } from '../model/leaf.js';
import type { Rule } from '../model/rule.js';
import { walkLeaves } from '../model/walk.js';
import type { Draft } from './apply.js';
import type { Leftover } from './collect.js';
import { type Messages, messagesOf } from './messages.js';
import type { Plan, V2Place } from './plan.js';

/** The rules that speak for leftovers. Messages: `unknownField/dropped`, and of `wrongType` `found`, `undecidable`, `dropped`. */
export interface LeftoverRules {
  readonly unknownField: Rule<never>;
  readonly wrongType: Rule<never>;
  readonly absent: Rule<never>;
}

/** What a drop says of the rule it is by. */
type Owner = Pick<Rule<never>, 'id' | 'summary' | 'secret'>;

/** Adds to a draft the changes and findings of its leftovers. */
export type LeftoverReader = (draft: Draft, plan: Plan<never>) => void;

/** Makes the closer of leftovers that speaks through these rules. */
export function createLeftoverReader(rules: LeftoverRules): LeftoverReader {
  const unknownFinding = messagesOf(rules.unknownField);
  const typeFinding = messagesOf(rules.wrongType);
  return (draft, plan) => {
    for (const leftover of draft.leftovers) {
      if (leftover.kind === 'unknown') {
        draft.findings.push(
          unknownFinding('dropped', { field: lastKey(leftover.pointer) }, { from: leftover.pointer }),
        );
        dropLeaves(draft.changes, leftover, rules.unknownField);
      } else if (leftover.kind === 'type') {
        describeWrongType({ draft, plan, typeFinding }, leftover);
        dropLeaves(draft.changes, leftover, rules.wrongType);
      } else if (leftover.kind === 'unchosen' && !isScalar(leftover.value)) {
        dropLeaves(draft.changes, leftover, findOwner(plan, leftover) ?? rules.wrongType);
      } else {
        dropOne(draft.changes, leftover, findOwner(plan, leftover) ?? rules.absent);
      }
    }
  };
}

function describeWrongType(
  { draft, plan, typeFinding }: { draft: Draft; plan: Plan<never>; typeFinding: Messages },
  leftover: Leftover,
): void {
  const lost = plan.steps.flatMap(({ sources, slots: [slot], secret }) =>
    slot && sources.some((source) => isAtOrBelow(source.pointer, leftover)) ? [{ slot, secret }] : [],
  );
  const open = lost.filter(({ slot }) => !draft.given[slot.index]?.supplied);
  if (lost.length > 0 && open.length === 0) return;
  const decidable = open.filter(({ slot }) => slot.isDecidable);
  // Without its properties a document is to be corrected; nobody types them all.
  const asked = decidable.length > mostAsked ? [] : decidable;
  const decision = asked.map(({ slot }) => slot.decision);
  // A secret is never to be typed into a command line.
  const supplies = asked.map(({ slot: { decision: path }, secret }) =>
    secret ? `--override-env ${path}=NAME` : `--override ${path}=VALUE`,
  );
  const field = lastKey(leftover.pointer);
  const expected = describeTaken(leftover.node.takes);
  const data = { field, expected, found: describeType(leftover.value), supplies: supplies.join(' ') };
  const message = asked.length > 0 ? 'found' : nameLoss(plan, leftover, open);
  const [first] = asked;
  const section = first?.slot.sections.said === 'clusters' ? 'clusters' : 'repairs';
  const settled: Partial<Unplaced> = first ? { decision, settle: 'override', section } : {};
  draft.findings.push(typeFinding(message, data, { from: leftover.pointer, ...settled }));
}

/** No block of a cluster has more values. */
const mostAsked = 5;

/** What would have been read from a container of the wrong type is lost, and so is what v2 needs, if there is a v2 form. */
function nameLoss(
  { slots }: Plan<never>,
  { node }: Leftover,
  open: readonly { readonly slot: V2Place }[],
): 'undecidable' | 'dropped' {
  const isContainer = node.children !== undefined && slots.size > 0;
  return isContainer || open.some(({ slot }) => slot.required) ? 'undecidable' : 'dropped';
}

/** Who speaks for a place: of an item that was not chosen the step that chooses, else the one that claims the place. */
function findOwner(plan: Plan<never>, { kind, node: { owner } }: Leftover): Owner | undefined {
  if (kind === 'absent' || owner === undefined) return undefined;
  const chooser = kind === 'unchosen' ? plan.steps.find((step) => step.below.includes(owner)) : undefined;
  return chooser ?? plan.steps[owner];
}

function isAtOrBelow(pointer: string, leftover: Leftover): boolean {
  const { pointer: container } = leftover.node;
  return pointer === container || container === '' || pointer.startsWith(`${container}/`);
}

function dropLeaves(changes: Change[], { pointer, value }: Leftover, rule: Owner): void {
  for (const leaf of walkLeaves(value, pointer)) changes.push(createDrop(leaf.pointer, redacted, rule));
}

function dropOne(changes: Change[], { pointer, value }: Leftover, rule: Owner): void {
  const shown = value ?? null;
  const isShown = shown === null || (rule.secret !== true && (isScalar(shown) || isEmpty(shown)));
  changes.push(createDrop(pointer, isShown ? (shown as Json) : redacted, rule));
}

function createDrop(pointer: string, value: Json, rule: Owner): Change {
  return { kind: 'drop', rule: rule.id, from: [pointer], to: [], before: [value], after: [], why: rule.summary };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The last key of a place; an item of a list is named with its list. */
function lastKey(pointer: string): string {
  const cut = pointer.lastIndexOf('/');
  const isIndex = cut > 0 && /^\d+$/.test(pointer.slice(cut + 1));
  const token = pointer.slice((isIndex ? pointer.lastIndexOf('/', cut - 1) : cut) + 1);
  return token.replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}
