// Says what may be decided for a path.
import { describeLeaf, isDecisionPath } from '../schema/decisions.js';
import { itemDecision } from '../schema/item-decision.js';

/** What a value for a path must be, in words: its meaning, and the values it may have. */
export function describeDecision(path: string): string {
  if (path === itemDecision) return 'Which of several connections, counted from 0.';
  return isDecisionPath(path) ? describeLeaf(path) : '';
}
