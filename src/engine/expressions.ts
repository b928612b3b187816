// What is said of the expressions of a document, once it is known which of them are written.
import type { Unplaced } from '../model/finding.js';
import { redacted } from '../model/json.js';
import type { Opaque } from '../model/opaque.js';
import type { Rule } from '../model/rule.js';
import { messagesOf } from './messages.js';
import type { V2Place } from './plan.js';

/** What becomes of the expressions of a document. */
export interface Expressions {
  /** By slot: what is written; the value of the slot is what it is known to be. */
  readonly slots: (Opaque | undefined)[];
  /** Copied expressions that are known to give what v2 has to be told differently. */
  readonly differing: Differing[];
  /** Slots whose values nobody could check. */
  readonly unchecked: Set<V2Place>;
}

/** A copied expression that v2 has to be told differently. */
export interface Differing {
  readonly slot: V2Place;
  /** JSON Pointer of the expression. */
  readonly from: string;
  readonly opaque: Opaque;
  /** What a rule made of what it is known to be. */
  readonly made: unknown;
}

/** The rules that speak of expressions. Messages: `differs/differs` and `unchecked/unchecked`. */
export interface ExpressionRules {
  readonly differs: Rule<never>;
  readonly unchecked: Rule<never>;
}

/** Opens the list of what becomes of expressions. */
export function openExpressions(noSlots: readonly undefined[]): Expressions {
  return { slots: noSlots.slice(), differing: [], unchecked: new Set() };
}

/** Where what an expression gives is known from, as a sentence with a space before it; empty where nothing tells. */
export function tellOrigin(opaque: Opaque | undefined): string {
  return opaque?.told === undefined ? '' : ` What it gives is known from ${opaque.told}.`;
}

/** Makes what adds to findings what there is to say of expressions. */
export function createExpressionReader(
  rules: ExpressionRules,
): (expressions: Expressions, findings: Unplaced[]) => void {
  const differs = messagesOf(rules.differs);
  const unchecked = messagesOf(rules.unchecked);
  return ({ slots, differing, unchecked: open }, findings) => {
    for (const { slot, from, opaque, made } of differing) {
      if (slots[slot.index] !== opaque) continue;
      const { decision: path } = slot;
      const [value, told] = [opaque.known, made].map((one) => (opaque.isSecret ? redacted : String(one)));
      const finding = differs('differs', { path, value: value as string, made: told as string }, { from });
      const message = finding.message + tellOrigin(opaque);
      const to = slot.pointer === undefined ? {} : { to: slot.pointer };
      findings.push({
        ...finding,
        ...to,
        message,
        decision: [path],
        settle: 'override',
        ...(opaque.isSecret ? {} : { suggestion: { [path]: made as string } }),
      });
    }
    const paths = [...open].map(({ decision }) => decision);
    if (paths.length > 0) findings.push(unchecked('unchecked', { paths: paths.join(', ') }));
  };
}
