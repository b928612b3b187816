// A restore in place with its base: the PUT of the whole cluster, with restoreFromBackup among its properties.

import { bodyOf } from '../../model/translation.js';
import type { Translation } from '../../schema/documents.js';
import { v2PropertyOrder } from '../../schema/v2-cluster.js';
import { applyRoute } from '../apply-route.js';
import { digestIn, type Job } from '../document.js';
import { addFindings } from '../outcomes.js';
import { findRoute } from '../routes.js';
import { findBase, lacksBase } from './base.js';
import { translatePatch } from './patch.js';

/** The members of a PUT body that follow `restoreFromBackup`. */
const following = v2PropertyOrder.slice(v2PropertyOrder.indexOf('restoreFromBackup') + 1);

/** Translates a restore request into the PUT of its cluster. */
export function translateRestore(job: Job): Translation {
  const { id, supplyFor } = job.options;
  const base = findBase(job.options, id);
  const { id: ofBase = id, name } = 'version' in base ? base : {};
  const restore = applyRoute(findRoute('restore'), job, supplyFor(ofBase, name, digestIn(job)));
  if (base === lacksBase) return restore;
  if (!('version' in base)) return addFindings(restore, [base]);
  // An empty patch gives the cluster as it is.
  const found = { ...job.found, kind: 'PatchClusterRequest', bare: false } as const;
  const cluster = translatePatch({ ...job, value: { properties: {} }, found, doubts: [], source: undefined });
  const moved = restore.changes.map((change) => ({
    ...change,
    to: change.to.map((pointer) => `/properties${pointer}`),
  }));
  const whole = {
    ...cluster,
    kind: restore.kind,
    changes: [...cluster.changes.filter(({ rule }) => rule !== 'document/absent'), ...moved],
    findings: [...cluster.findings, ...restore.findings],
  };
  const body = bodyOf(cluster);
  const added = bodyOf(restore)?.['restoreFromBackup'];
  const merged = body && added !== undefined ? insert(body, added) : body;
  const isBlocked = cluster.status === 'blocked' || restore.status === 'blocked';
  const { document: _document, ...rest } = whole;
  return (isBlocked
    ? { ...rest, status: 'blocked', partial: merged }
    : { ...rest, status: 'review', document: merged }) as unknown as Translation;
}

/** The body with the restore where the schema has it. */
function insert(body: Record<string, unknown>, restoreFromBackup: unknown): Record<string, unknown> {
  const entries = Object.entries((body['properties'] ?? {}) as Record<string, unknown>);
  const before = entries.filter(([key]) => !following.includes(key));
  const after = entries.filter(([key]) => following.includes(key));
  return { ...body, properties: Object.fromEntries([...before, ['restoreFromBackup', restoreFromBackup], ...after]) };
}
