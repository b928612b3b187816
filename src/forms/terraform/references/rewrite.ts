// Uses of v1 clusters as uses of v2's: edits of the text, and what there is to say.

import { type Fact, placeFact } from '../facts/fact.js';
import { clusterTypes } from '../fields.js';
import { ignoresCredentials } from '../module/lifecycle.js';
import type { ClusterBlock } from '../module/module.js';
import type { Step } from '../syntax/tree.js';
import type { Edit } from '../write/edits.js';
import { findOwnExpression } from './own-expression.js';
import type { ReferenceRow } from './rows.js';
import { nameOf } from './shapes.js';
import type { Use } from './uses.js';

/** The resource type of v2's clusters. */
export const v2ClusterType = clusterTypes.v2;

/** The messages of the rule `terraform/reference`. */
type Remark =
  | 'undeclared'
  | 'whole'
  | 'trigger'
  | 'late-read'
  | 'no-v2-form'
  | 'computed'
  | 'password-literal'
  | 'own-expression-bound';

/** What becomes of uses. */
export interface RewrittenUses {
  readonly edits: readonly Edit[];
  readonly facts: readonly Fact[];
}

/** Rewrites uses; where one has no v2 form, it is a fact, and the text stays. */
export function rewriteUses(uses: readonly Use[], table: readonly ReferenceRow[]): RewrittenUses {
  const rows: ReferenceRows = new Map(table.map((row) => [row.from, row]));
  const edits: Edit[] = [];
  const facts: Fact[] = [];
  for (const use of uses) {
    const written = rewriteUse(use, rows);
    edits.push(...written.edits);
    if (written.remark) {
      const { file, start, shape } = use;
      const { remark, attribute = '' } = written;
      const code = `terraform/reference/${remark}`;
      facts.push({ code, data: { attribute }, ...placeFact(file, start), clusters: shape.clusters });
    }
  }
  return { edits, facts };
}

type ReferenceRows = ReadonlyMap<string, ReferenceRow>;

interface Rewritten {
  readonly edits: readonly Edit[];
  readonly remark?: Remark | undefined;
  readonly attribute?: string;
}

function rewriteUse(use: Use, rows: ReferenceRows): Rewritten {
  if (use.shape.clusters.length === 0) return { edits: [], remark: 'undeclared' };
  if (use.steps.length === 0) return { edits: renameType(use), remark: remarkOfWhole(use) };
  const attribute = readAttribute(use.steps, rows);
  const { name, row, last } = attribute;
  if (!row || !last) return { edits: [], remark: 'no-v2-form', attribute: name };
  if (name === 'credentials.password' || (name === 'credentials.username' && use.shape.clusters.some(isLeftEmpty)))
    return { ...useOwnExpression(use, row, last), attribute: name };
  const isComputed = row.write !== undefined && use.role !== 'trigger';
  const edits = isComputed ? compute(use, row, last) : [...renameType(use), ...renameSteps(use, row, last)];
  if (!edits) return { edits: [], remark: 'no-v2-form', attribute: name };
  return { edits, remark: isComputed && row.warns ? 'computed' : undefined, attribute: name };
}

function isLeftEmpty({ block }: ClusterBlock): boolean {
  return ignoresCredentials(block);
}

function remarkOfWhole({ role }: Use): Remark | undefined {
  if (role === 'value') return 'whole';
  if (role === 'trigger') return 'trigger';
  return role === 'depends-on-read' ? 'late-read' : undefined;
}

function renameType({ file, type }: Use): Edit[] {
  return type ? [{ file, start: type.start, end: type.end, text: v2ClusterType }] : [];
}

interface ReadAttribute {
  /** v1's name, as far as it could be read. */
  readonly name: string;
  readonly row: ReferenceRow | undefined;
  /** The last step of it. */
  readonly last: Step | undefined;
}

/** An attribute, or one of the only item of a block: `connections[0].cidr`, `connections.0.cidr`. */
function readAttribute(steps: readonly Step[], rows: ReferenceRows): ReadAttribute {
  const [first, index, third] = steps;
  const name = nameOf(first) ?? '';
  const row = rows.get(name);
  if (row) return { name, row, last: first };
  const member = nameOf(third);
  const isFirst = index?.kind === 'index' && index.key.kind === 'literal' && index.key.value === 0;
  if (member === undefined || !isFirst) return { name, row: undefined, last: undefined };
  return { name: `${name}.${member}`, row: rows.get(`${name}.${member}`), last: third };
}

/** Only what differs is touched: a name that both have stays as it is written. */
function renameSteps({ file, steps }: Use, { from, to }: ReferenceRow, last: Step): Edit[] {
  const [first] = steps;
  return first && (from !== to || first !== last) ? [{ file, start: first.start, end: last.end, text: `.${to}` }] : [];
}

/** Whether what stands behind an attribute of each item, if anything, is asked of the list that they make. */
function isWhole({ spread, steps, end }: Use, last: Step): boolean {
  if (!spread || last.end === end) return true;
  const next = steps[steps.indexOf(last) + 1];
  return spread === 'attributes' && next?.kind === 'index' && !next.legacy;
}

/** v2's attribute with a calculation around it; of each item, where it is asked of a list. */
function compute(use: Use, row: ReferenceRow, last: Step): Edit[] | undefined {
  const { file, start, spread, steps, type } = use;
  const [first] = steps;
  const { write } = row;
  if (!first || !write || !isWhole(use, last)) return undefined;
  const item = 'item';
  const [before = '', behind = ''] = write(item).split(item);
  const [prefix, suffix] = spread ? [`[for ${item} in `, ` : ${write(item)}]`] : [before, behind];
  const open: Edit = { file, start, end: type ? type.end : start, text: prefix + (type ? v2ClusterType : '') };
  return [open, { file, start: first.start, end: last.end, text: `.${row.to}${suffix}` }];
}

/** What the credentials are given takes the place of the whole reference. */
function useOwnExpression(use: Use, row: ReferenceRow, last: Step): Rewritten {
  const { file, start, end, spread, shape } = use;
  const member = row.from.slice(row.from.indexOf('.') + 1);
  const [cluster, ...others] = shape.clusters;
  const own = cluster && others.length === 0 && !spread ? findOwnExpression(cluster, member) : undefined;
  if (!own || own.kind === 'bound' || last.end !== end) return { edits: [], remark: 'own-expression-bound' };
  if (own.kind === 'literal' && member === 'password') return { edits: [], remark: 'password-literal' };
  return { edits: [{ file, start, end, text: own.text }] };
}
