// Users and databases become an inventory: what is theirs is told and left out, since v2 has no documents for them.

import { messagesOf } from '../../engine/messages.js';
import type { Unplaced } from '../../model/finding.js';
import { valueAt } from '../../model/path.js';
import { inventoryList } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import { applyRoute } from '../apply-route.js';
import type { Job } from '../document.js';
import { leave } from '../outcomes.js';
import { findRoute } from '../routes.js';

const listFinding = messagesOf(inventoryList);

/** What v2's credentials call each of the two, and where v1 has its name. */
const sorts = {
  user: { what: 'user', path: 'credentials.username', key: 'username' },
  database: { what: 'database', path: 'credentials.database', key: 'name' },
} as const;

/** What an inventory is of. */
export type Sort = keyof typeof sorts;

/** Tells of one user or database. */
export function translateInventory(job: Job, sort: Sort): Translation {
  const { found, value, doubts } = job;
  const left = leave(found.kind, doubts);
  const told = tell({ ...job, value: found.bare ? { properties: value } : value }, sort, left);
  // Bare properties stand below an envelope that is not there.
  const shorten = (pointer: string) => (found.bare ? pointer.slice('/properties'.length) : pointer);
  const changes = told.changes.map((change) => ({ ...change, from: change.from.map(shorten) }));
  const findings = told.findings.map((finding) =>
    finding.from === undefined ? finding : { ...finding, from: shorten(finding.from) },
  );
  const name = valueAt(found.bare ? value : valueAt(value, ['properties']), [sorts[sort].key]);
  return { ...told, changes, findings, ...(typeof name === 'string' ? { name } : {}) } as Translation;
}

/** Tells of what surrounds the items of a list, and which of them v2's credentials could name. */
export function translateInventoryList(
  job: Job,
  sort: Sort,
  items: readonly { readonly value: unknown; readonly translation: Translation }[],
): Translation {
  const chosen = items.length === 0 ? [] : [choose(sort, items)];
  return tell(job, 'inventoryList', leave(job.found.kind, [...job.doubts, ...chosen]));
}

/** What rules say of a document, added to an outcome that has no document. */
function tell(job: Job, route: Sort | 'inventoryList', outcome: Translation): Translation {
  const { changes, findings } = applyRoute(findRoute(route), { ...job, doubts: [], source: undefined });
  return { ...outcome, changes, findings: [...outcome.findings, ...findings] } as Translation;
}

function choose(sort: Sort, items: Parameters<typeof translateInventoryList>[2]): Unplaced {
  const { what, path, key } = sorts[sort];
  const usable = items.filter(({ translation }) =>
    translation.findings.some(({ code }) => code === `inventory/${sort}/could-be`),
  );
  const names = [...new Set(usable.map(({ value }) => String(valueAt(value, ['properties', key]))))];
  const id = names.length === 0 ? 'none' : names.length === 1 ? 'one' : 'several';
  return listFinding(id, { what, path, count: names.length, names: names.join(', ') });
}
