// Says what may be decided, and what for a path.
import { facts } from '../facts/index.js';
import { decisionLeaves, describeLeaf, isDecisionPath } from '../schema/decisions.js';
import { itemDecision } from '../schema/item-decision.js';

/** What a value for a path must be, in words: its meaning, and the values it may have. */
export function describeDecision(path: string): string {
  if (path === itemDecision) return 'Which of several connections, counted from 0.';
  return isDecisionPath(path) ? describeLeaf(path) : '';
}

/** The paths that may be decided, dotted below `properties`. */
export function listDecisionPaths(): string[] {
  return [...decisionLeaves.keys()];
}

/** The values that are known for a path; there may be others, where only the API knows them all. */
export function listKnownValues(path: string): readonly string[] {
  if (path === 'location') return Object.keys(facts.locations);
  if (path === 'backup.location') return facts.backupLocations.v2;
  const leaf = decisionLeaves.get(path);
  return leaf?.values ?? (leaf?.type === 'boolean' ? ['true', 'false'] : []);
}
