// HashiCorp's own parser, and what is compared with it: what a file declares, and which names and operations its
// expressions have.
import hcl2json from '@cdktn/hcl2json';
import { literalText } from '../../../../src/forms/terraform/module/blocks.js';
import { listChildren } from '../../../../src/forms/terraform/syntax/children.js';
import { parseHcl } from '../../../../src/forms/terraform/syntax/parse.js';
import type { Attribute, Body, Expression, Step } from '../../../../src/forms/terraform/syntax/tree.js';

/** What stands in place of values that are more than literals. */
const computed = '…';

interface Node {
  readonly type: string;
  readonly meta?: { readonly value: string };
  readonly children?: readonly Node[];
}

/** What HashiCorp's parser says: the outline of a text, or that it is refused; its wrapper may fail to calculate. */
export async function askOracle(text: string): Promise<unknown> {
  try {
    return plain(await hcl2json.parse('main.tf', text));
  } catch (error) {
    return String(error).includes('parse config') ? 'refused' : 'not calculated';
  }
}

/** What ours says in the same form. */
export function outline(text: string): unknown {
  const { body, problems } = parseHcl('main.tf', text);
  return problems.length > 0 ? 'refused' : outlineBody(body, text);
}

/** Values with templates in them are written again by the oracle's wrapper, each in its own way. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return /[$%]\{/.test(value) ? computed : value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, plain(member)]);
  return entries.some(([key]) => /[$%]\{/.test(key as string)) ? computed : Object.fromEntries(entries);
}

function outlineBody(body: Body, text: string): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const item of body.items) {
    if (item.kind === 'attribute') {
      out[item.name] = outlineValue(item.value, text);
      continue;
    }
    let at = out;
    const path = [item.type, ...item.labels.map(({ text }) => text)];
    for (const key of path.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    const last = path.at(-1) ?? '';
    at[last] = [...((at[last] as unknown[] | undefined) ?? []), outlineBody(item.body, text)];
  }
  return out;
}

function outlineValue(expression: Expression, text: string): unknown {
  const written = expression.kind === 'template' ? literalText(expression) : undefined;
  if (written !== undefined) return plain(written);
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'tuple') return expression.items.map((item) => outlineValue(item, text));
  if (expression.kind !== 'object') return computed;
  const entries = expression.items.map(({ key, value }) => [outlineKey(key, text), outlineValue(value, text)]);
  return entries.some(([key]) => key === computed) ? computed : Object.fromEntries(entries);
}

function outlineKey(key: Expression, text: string): string {
  const written = key.kind === 'template' ? literalText(key) : undefined;
  if (written !== undefined) return plain(written) as string;
  return key.kind === 'variable' || key.kind === 'traversal' ? text.slice(key.start, key.end) : computed;
}

const counted = new Set([
  'scopeTraversal',
  'function',
  'conditional',
  'for',
  'object',
  'tuple',
  'binaryOp',
  'unaryOp',
  'splat',
  'index',
]);

/** The names and operations of an expression by HashiCorp's parser, sorted; undefined where it refuses it. */
export async function askForParts(text: string): Promise<readonly string[] | undefined> {
  try {
    const node = (await hcl2json.getExpressionAst('main.tf', text)) as Node | null;
    return node ? listNodes(node).sort() : undefined;
  } catch {
    return undefined;
  }
}

function listNodes({ type, meta, children = [] }: Node): string[] {
  const own = !counted.has(type) ? [] : [type === 'scopeTraversal' ? (meta?.value ?? '') : type];
  return [...own, ...children.flatMap(listNodes)];
}

/** The same of a tree of ours. */
export function partsOf(expression: Expression, text: string): readonly string[] {
  return listParts(expression, text).sort();
}

function listParts(expression: Expression, text: string): string[] {
  const inner = () => listChildren(expression).flatMap((child) => listParts(child, text));
  switch (expression.kind) {
    case 'variable':
      return [text.slice(expression.start, expression.end)];
    case 'traversal':
      return listSteps(expression.root, expression.steps, text);
    case 'call':
      return ['function', ...inner()];
    case 'operation':
      return [...expression.operators.map(() => 'binaryOp'), ...inner()];
    case 'unary':
      return ['unaryOp', ...inner()];
    case 'template':
      return [
        ...expression.parts.flatMap(({ kind }) => (kind === 'if' ? ['conditional'] : kind === 'for' ? ['for'] : [])),
        ...inner(),
      ];
    case 'conditional':
    case 'for':
    case 'object':
    case 'tuple':
      return [expression.kind, ...inner()];
    default:
      return inner();
  }
}

/** A name goes as far as its keys are written out. */
function listSteps(root: Expression, steps: readonly Step[], text: string): string[] {
  const written = steps.findIndex((step) => !isWritten(step));
  const count = root.kind === 'variable' ? (written === -1 ? steps.length : written) : 0;
  const name =
    root.kind === 'variable' ? [text.slice(root.start, steps[count - 1]?.end ?? root.end)] : listParts(root, text);
  const rest = steps.slice(count).flatMap((step) => {
    if (step.kind === 'splat') return ['splat'];
    return step.kind === 'index' && !isWritten(step) ? ['index', ...listParts(step.key, text)] : [];
  });
  return [...name, ...rest];
}

function isWritten(step: Step): boolean {
  if (step.kind !== 'index') return step.kind === 'attribute';
  const { key } = step;
  if (key.kind === 'literal') return true;
  return key.kind === 'template' && key.style === 'quoted' && literalText(key) !== undefined;
}

/** Every argument of a body and of the blocks in it. */
export function listArguments(body: Body): readonly Attribute[] {
  return body.items.flatMap((item) => (item.kind === 'attribute' ? [item] : listArguments(item.body)));
}
