// Plans made of any rule list, with the schemas that the pipeline uses.
import { apply } from '../../src/engine/apply.js';
import { compile } from '../../src/engine/compile.js';
import { createLeftoverReader } from '../../src/engine/leftovers.js';
import type { Plan } from '../../src/engine/plan.js';
import { type Facts, facts } from '../../src/facts/index.js';
import type { Rule } from '../../src/model/rule.js';
import { documentAbsent, documentUnknownField, documentWrongType } from '../../src/rules/index.js';
import { clusterCreate, clusterEnsure, clusterRead, v1Cluster } from '../../src/schema/index.js';
import { listLeaves } from '../../src/schema/leaves.js';

const describeLeftovers = createLeftoverReader({
  unknownField: documentUnknownField,
  wrongType: documentWrongType,
  absent: documentAbsent,
});

const schemas = { ClusterCreate: clusterCreate, ClusterEnsure: clusterEnsure, ClusterRead: clusterRead } as const;
const without = {
  ClusterCreate: /^$/,
  ClusterEnsure: /restoreFromBackup/,
  ClusterRead: /restoreFromBackup|credentials/,
} as const;

/** Compiles rules for a create, a PUT or an answer. */
export function compileRules(rules: readonly Rule<Facts>[], target: keyof typeof schemas): Plan<Facts> {
  const v2 = listLeaves(schemas[target]);
  return compile(rules, {
    target,
    v1: listLeaves(v1Cluster),
    v2: v2.filter((leaf) => !without[target].test(leaf.path)),
    v1Prefix: '',
    v2Prefix: '',
    outOfBody: ['location'],
  });
}

/** Applies a plan to a value, without anything supplied. */
export function applyPlan(plan: Plan<Facts>, value: unknown) {
  const { target } = plan;
  const draft = apply(plan, {
    value,
    supply: undefined,
    context: { target, facts, fixNames: false, connection: undefined },
    written: undefined,
    algebra: undefined,
  });
  describeLeftovers(draft, plan as unknown as Plan<never>);
  const { document, changes, findings } = draft;
  return { document, changes, findings };
}
