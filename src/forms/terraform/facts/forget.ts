// What is no longer a resource, by a person's decision: a block `removed` takes its place, and its inputs the place of
// what read it.
import { findArgument } from '../module/blocks.js';
import type { Module } from '../module/module.js';
import { reuseExpression } from '../references/own-expression.js';
import { v2ClusterType } from '../references/rewrite.js';
import { listChildren } from '../syntax/children.js';
import type { Body, Expression, HclFile, Traversal } from '../syntax/tree.js';
import { applyEdits, type Edit } from '../write/edits.js';
import { type Fact, placeFact } from './fact.js';
import type { InventoryBlock } from './inventory.js';

/** What becomes of a module. */
export interface Forgotten {
  readonly facts: readonly Fact[];
  readonly edits: readonly Edit[];
}

/** An input that reads what is forgotten itself is followed this often. */
const rounds = 4;

/** A place that reads what is forgotten. */
interface Read {
  readonly file: HclFile;
  readonly traversal: Traversal;
  readonly resource: InventoryBlock;
  /** Whether it stands in `depends_on`. */
  readonly isDependency: boolean;
  /** Whether it stands in a block that goes: then it is looked at only for what reads that block. */
  readonly isGone: boolean;
}

/** Takes resources out of a module; `references` are the edits of what reads clusters, as their inputs do. */
export function forgetResources(
  module: Module,
  resources: readonly InventoryBlock[],
  references: readonly Edit[],
): Forgotten {
  if (resources.length === 0) return { facts: [], edits: [] };
  const reads = listReads(module, resources);
  let replaced: readonly (Edit | undefined)[] = [];
  for (let round = 0; round < rounds; round++) {
    const known = [...references, ...replaced.filter((edit) => edit !== undefined)];
    replaced = reads.map((read) => replaceRead(read, known));
  }
  const facts = reads.flatMap(({ file, traversal, isGone }, at): Fact[] => {
    if (replaced[at] || isGone) return [];
    const data = { attribute: file.text.slice(traversal.start, traversal.end) };
    return [{ code: 'terraform/inventory/read-elsewhere', data, ...placeFact(file, traversal.start), clusters: [] }];
  });
  return { edits: [...resources.map(writeRemoval), ...replaced.filter((edit) => edit !== undefined)], facts };
}

function listReads(module: Module, resources: readonly InventoryBlock[]): readonly Read[] {
  const forgotten = new Map(resources.map((one) => [`${one.block.labels[0]?.text}.${one.name}`, one]));
  const blocks = new Set(resources.map(({ block }) => block));
  const reads: Read[] = [];
  const search = (expression: Expression, place: Omit<Read, 'traversal' | 'resource'>): void => {
    const resource = expression.kind === 'traversal' ? forgotten.get(nameTarget(expression)) : undefined;
    if (resource && expression.kind === 'traversal') reads.push({ ...place, traversal: expression, resource });
    else for (const child of listChildren(expression)) search(child, place);
  };
  const searchBody = (body: Body, place: Pick<Read, 'file' | 'isGone'>): void => {
    for (const item of body.items) {
      if (item.kind === 'attribute') search(item.value, { ...place, isDependency: item.name === 'depends_on' });
      else searchBody(item.body, { ...place, isGone: place.isGone || blocks.has(item) });
    }
  };
  for (const file of module.files) searchBody(file.body, { file, isGone: false });
  return reads;
}

function nameTarget({ root, steps }: Traversal): string {
  const [first] = steps;
  return root.kind === 'variable' && first?.kind === 'attribute' ? `${root.name}.${first.name}` : '';
}

/** The input in place of the attribute; undefined where nothing in the module gives it. */
function replaceRead(read: Read, edits: readonly Edit[]): Edit | undefined {
  const { file, traversal, resource } = read;
  const { start, end } = traversal;
  const text = read.isDependency ? dependOnCluster(resource) : readInput(read, edits);
  return text === undefined ? undefined : { file, start, end, text };
}

/** What waited for a user waits for its cluster. */
function dependOnCluster({ cluster }: InventoryBlock): string | undefined {
  return cluster && `${v2ClusterType}.${cluster.name}`;
}

function readInput({ traversal, resource }: Read, edits: readonly Edit[]): string | undefined {
  const [, second, third, ...rest] = traversal.steps;
  const step = resource.repeat && second?.kind === 'index' ? third : second;
  const isLast = rest.length === 0 && (step === third || third === undefined);
  const value = step?.kind === 'attribute' && isLast ? findArgument(resource.block.body, step.name)?.value : undefined;
  if (!value || step?.kind !== 'attribute') return undefined;
  const own = reuseExpression(value, applyEdits(resource.file, edits, value));
  const isSecret = step.name === 'password' && own.kind === 'literal';
  return own.kind === 'bound' || isSecret ? undefined : own.text;
}

/** The block that lets Terraform forget a resource, with the comments that stood in the old one. */
function writeRemoval({ file, block, name }: InventoryBlock): Edit {
  const { text, eol } = file;
  const lineStart = text.lastIndexOf('\n', block.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, block.start))?.[0] ?? '';
  const inside = file.comments.filter(({ start }) => start >= block.start && start < block.end);
  const lines = [
    'removed {',
    ...inside.map(({ start, end }) => `  ${text.slice(start, end)}`),
    `  from = ${block.labels[0]?.text}.${name}`,
    '',
    '  lifecycle {',
    '    destroy = false',
    '  }',
    '}',
  ];
  const written = lines.map((line, at) => (at === 0 || line === '' ? line : indent + line)).join(eol);
  return { file, start: block.start, end: block.end, text: written };
}
