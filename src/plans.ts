// Which rules serve which kind of document: the compiled plans and the checks beside them, each made when first used.
import { compile } from './engine/compile.js';
import type { Plan } from './engine/plan.js';
import type { Facts } from './facts/index.js';
import type { Leaf } from './model/leaf.js';
import type { Target } from './model/translation.js';
import { clusterRules } from './rules/index.js';
import { type Check, createCheck } from './schema/check.js';
import { listLeaves } from './schema/leaves.js';
import { v1Cluster, v1FromBackup, v1Properties } from './schema/v1-cluster.js';
import { clusterCreate, clusterEnsure, v2RestoreCreate } from './schema/v2-cluster.js';

/** A plan with the checks of what goes in and what comes out. */
export interface Route {
  readonly plan: Plan<Facts>;
  readonly checkV1: Check;
  readonly checkV2: Check;
  /** JSON Pointer of what stands for `properties` in the v1 document. */
  readonly properties: string;
}

/** The routes there are. */
export type RouteName = 'create' | 'bare' | 'ensure' | 'fromBackup';

const schemas = {
  create: { v1: v1Cluster, v2: clusterCreate, target: 'ClusterCreate', v1Prefix: '', v2Prefix: '' },
  bare: { v1: v1Properties, v2: clusterCreate, target: 'ClusterCreate', v1Prefix: 'properties.', v2Prefix: '' },
  ensure: { v1: v1Cluster, v2: clusterEnsure, target: 'ClusterEnsure', v1Prefix: '', v2Prefix: '' },
  fromBackup: {
    v1: v1FromBackup,
    v2: v2RestoreCreate,
    target: 'restoreFromBackup',
    v1Prefix: 'properties.fromBackup.',
    v2Prefix: 'properties.restoreFromBackup.',
  },
} as const;

const routes = new Map<RouteName, Route>();

/** The route of that name, compiled once. */
export function findRoute(name: RouteName): Route {
  const known = routes.get(name);
  if (known) return known;
  const { v1, v2, target, v1Prefix, v2Prefix } = schemas[name];
  const outOfBody = target === 'restoreFromBackup' ? [] : ['location'];
  const plan = compile(servedRules(v1Prefix, target), {
    target,
    v1: listLeaves(v1),
    v2: leavesOf(v2, target),
    v1Prefix,
    v2Prefix,
    outOfBody,
  });
  const route = {
    plan,
    checkV1: createCheck(v1),
    checkV2: createCheck(v2),
    properties: v1Prefix === '' ? '/properties' : '',
  };
  routes.set(name, route);
  return route;
}

/** Bare properties have no envelope, so the rules of the envelope do not serve them. */
function servedRules(v1Prefix: string, target: Target) {
  if (v1Prefix === '' || target !== 'ClusterCreate') return clusterRules;
  return clusterRules.filter((rule) => rule.from.every((path) => path.startsWith(v1Prefix)));
}

/** A PUT body has a restore in place only when a restore was asked for; no cluster document asks for one. */
function leavesOf(schema: (typeof schemas)[RouteName]['v2'], target: Target): Leaf[] {
  const leaves = listLeaves(schema);
  return target === 'ClusterEnsure' ? leaves.filter((leaf) => !leaf.path.includes('restoreFromBackup')) : leaves;
}
