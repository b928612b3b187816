// Which rules serve which kind of document: the compiled plans and the checks beside them, each made when first used.
import { compile } from '../engine/compile.js';
import type { Plan } from '../engine/plan.js';
import type { Facts } from '../facts/index.js';
import type { Leaf } from '../model/leaf.js';
import type { Rule } from '../model/rule.js';
import { isListTarget, type Target } from '../model/translation.js';
import {
  backupMappings,
  clusterMappings,
  inventoryMappings,
  listMappings,
  resourceMappings,
  versionMappings,
} from '../rules/index.js';
import { type Check, createCheck } from '../schema/check.js';
import { isDecisionPath, sectionsOf } from '../schema/decisions.js';
import { listLeaves } from '../schema/leaves.js';
import { v1Backup, v1ListEnvelope } from '../schema/v1-backup.js';
import { v1Cluster, v1FromBackup, v1Properties } from '../schema/v1-cluster.js';
import { noDocument, v1Database, v1User } from '../schema/v1-inventory.js';
import {
  clusterCreate,
  clusterEnsure,
  clusterResource,
  restoreInPlace,
  v2RestoreCreate,
} from '../schema/v2-cluster.js';
import { backupRead, v2ListEnvelope } from '../schema/v2-lists.js';
import { clusterRead } from '../schema/v2-read.js';
import { postgresVersionRead, v1PostgresVersion } from '../schema/versions.js';

/** A plan with the check of what comes out. */
export interface Route {
  readonly plan: Plan<Facts>;
  readonly checkV2: Check;
  /** JSON Pointer of what stands for `properties` in the v1 document. */
  readonly properties: string;
  /** Index of the slot that chooses the host; where there is none, that of no slot. */
  readonly location: number;
}

/** The routes there are. */
export type RouteName = keyof typeof schemas;

const cluster = { rules: clusterMappings, v1: v1Cluster, v1Prefix: '', v2Prefix: '', outOfBody: ['location'] } as const;
const fromBackup = {
  rules: clusterMappings,
  v1: v1FromBackup,
  v1Prefix: 'properties.fromBackup.',
  outOfBody: [],
} as const;
const inventory = { v2: noDocument, target: 'inventory', v1Prefix: '', v2Prefix: '', outOfBody: [] } as const;
const list = { rules: listMappings, v1: v1ListEnvelope, v2: v2ListEnvelope, v1Prefix: '', v2Prefix: '' } as const;

const schemas = {
  create: { ...cluster, v2: clusterCreate, target: 'ClusterCreate' },
  bare: { ...cluster, v1: v1Properties, v2: clusterCreate, target: 'ClusterCreate', v1Prefix: 'properties.' },
  ensure: { ...cluster, v2: clusterEnsure, target: 'ClusterEnsure' },
  resource: { ...cluster, rules: resourceMappings, v2: clusterResource, target: 'ClusterEnsure', outOfBody: [] },
  fragment: { ...cluster, rules: fragmentRules(), v2: clusterEnsure, target: 'ClusterEnsure' },
  read: { ...cluster, v2: clusterRead, target: 'ClusterRead' },
  clusterList: { ...list, target: 'ClusterReadList', outOfBody: ['location'] },
  fromBackup: {
    ...fromBackup,
    v2: v2RestoreCreate,
    target: 'restoreFromBackup',
    v2Prefix: 'properties.restoreFromBackup.',
  },
  restore: { ...fromBackup, v2: restoreInPlace, target: 'restoreInPlace', v2Prefix: 'properties.' },
  backup: {
    rules: backupMappings,
    v1: v1Backup,
    v2: backupRead,
    target: 'Backup',
    v1Prefix: '',
    v2Prefix: '',
    outOfBody: ['location'],
  },
  backupList: { ...list, target: 'BackupReadList', outOfBody: ['location'] },
  version: {
    rules: versionMappings,
    v1: v1PostgresVersion,
    v2: postgresVersionRead,
    target: 'PostgresVersion',
    v1Prefix: '',
    v2Prefix: '',
    outOfBody: ['location'],
  },
  versionList: { ...list, target: 'PostgresVersionReadList', outOfBody: ['location'] },
  user: { ...inventory, rules: inventoryMappings.user, v1: v1User },
  database: { ...inventory, rules: inventoryMappings.database, v1: v1Database },
  inventoryList: { ...inventory, rules: inventoryMappings.list, v1: v1ListEnvelope },
} as const;

/**
 * What a body of a target never holds: a PUT restores only when asked to, an answer has no credentials, and most of what
 * is said of a version only the server knows.
 */
const without: Partial<Record<Target, RegExp>> = {
  ClusterEnsure: /\.restoreFromBackup\b/,
  ClusterRead: /\.(?:restoreFromBackup|credentials)\b/,
  PostgresVersion: /^(?!properties\.version$)/,
};

const routes = new Map<RouteName, Route>();

/** The route of that name, compiled once. */
export function findRoute(name: RouteName): Route {
  const known = routes.get(name);
  if (known) return known;
  const { rules, v1, v2, target, v1Prefix, v2Prefix, outOfBody } = schemas[name];
  const served = servedRules(rules, v1Prefix, target);
  const plan = compile(served, {
    target,
    v1: listLeaves(v1),
    v2: name === 'fragment' ? keepWritten(listLeaves(v2), served) : leavesOf(listLeaves(v2), target),
    v1Prefix,
    v2Prefix,
    outOfBody,
    isDecidable: isListTarget(target) ? () => false : isDecisionPath,
    sectionsOf,
  });
  const properties = v1Prefix === '' ? '/properties' : '';
  const location = plan.slots.get('location')?.index ?? plan.slots.size;
  const route = { plan, checkV2: createCheck(v2), properties, location };
  routes.set(name, route);
  return route;
}

/** A fragment is what a patch says and nothing else: no rule that adds to it, and nothing that must be there. */
function fragmentRules(): readonly Rule<Facts>[] {
  return clusterMappings.filter((rule) => rule.from.length > 0);
}

function keepWritten(leaves: readonly Leaf[], rules: readonly Rule<Facts>[]): Leaf[] {
  const written = new Set(rules.filter(({ targets }) => targets.includes('ClusterEnsure')).flatMap(({ to }) => to));
  const kept = leaves.filter((leaf) => written.has(leaf.path) && !leaf.path.startsWith('properties.restore'));
  return kept.map((leaf) => {
    const keys = leaf.path.split('.');
    const optionalContainers = keys.slice(1).map((_, index) => keys.slice(0, index + 1).join('.'));
    return { ...leaf, required: false, requiredInContainer: false, optionalContainers };
  });
}

/** Bare properties have no envelope, so the rules of the envelope do not serve them. */
function servedRules(rules: readonly Rule<Facts>[], v1Prefix: string, target: Target): readonly Rule<Facts>[] {
  if (v1Prefix === '' || target !== 'ClusterCreate') return rules;
  return rules.filter((rule) => rule.from.every((path) => path.startsWith(v1Prefix)));
}

function leavesOf(leaves: readonly Leaf[], target: Target): readonly Leaf[] {
  const pattern = without[target];
  return pattern ? leaves.filter((leaf) => !pattern.test(leaf.path)) : leaves;
}
