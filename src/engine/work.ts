// What is known of one document while it is worked on.
import type { RuleContext, Say } from '../model/rule.js';
import type { Collected } from './collect.js';
import { pointerAt } from './compile-tree.js';
import type { Input, Unplaced } from './input.js';
import type { Given, Plan, Slot, Step, SupplyTable } from './plan.js';
import { layOut } from './supply-table.js';

/** All that is known of a document while it is worked on. Lists are indexed by step or by slot. */
export interface Work<Facts> {
  readonly plan: Plan<Facts>;
  readonly input: Input<Facts>;
  readonly collected: Collected;
  readonly context: RuleContext<Facts>;
  /** The step whose rule is running; the context speaks for it. */
  step: Step<Facts> | undefined;
  /** By step: whether v1 holds a value for it. */
  readonly present: boolean[];
  /** By step: whether its v1 value could not be used, so that "missing" would be the wrong thing to say. */
  readonly broken: boolean[];
  /** By step: what its rule said of the v1 values; undefined until one says something, which is seldom. */
  says: (readonly Say[] | undefined)[] | undefined;
  /** By slot: v2 values. */
  readonly values: unknown[];
  /** By slot: how it came by its value, where no rule made it of v1. */
  readonly given: (Given | undefined)[];
  readonly findings: Unplaced[];
  /** What people supply, whether it is used or not; undefined where they supply nothing. */
  readonly supplies: SupplyTable<Facts> | undefined;
}

/** Opens the work on a document. */
export function openWork<Facts>(plan: Plan<Facts>, input: Input<Facts>, collected: Collected): Work<Facts> {
  const { noSlots } = plan.blank;
  const supplies = input.supply && layOut(input.supply, plan);
  const { target, facts, fixNames, connection, databases, basePath } = input.context;
  const work: Work<Facts> = {
    plan,
    input,
    collected,
    context: {
      target,
      facts,
      fixNames,
      connection,
      databases,
      basePath,
      written: (index) => readWritten(work, index),
    },
    step: undefined,
    present: collected.present,
    broken: collected.broken,
    says: undefined,
    values: noSlots.slice(),
    given: noSlots.slice(),
    findings: [],
    supplies,
  };
  return work;
}

/** Whether v1 holds something for a slot, so that only an override changes it. */
export function isOccupied<Facts>(work: Work<Facts>, slot: Slot): boolean {
  const writer = work.plan.writers[slot.index] ?? -1;
  return work.present[writer] === true || work.given[slot.index]?.origin === 'override';
}

function readWritten<Facts>(work: Work<Facts>, index: number): string {
  const source = work.step?.sources[index];
  if (!source) return '';
  const text = work.input.written?.(pointerAt(source, work.collected.item));
  return text ?? String(work.collected.values[source.index]);
}
