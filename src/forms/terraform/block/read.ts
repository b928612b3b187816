// A v1 cluster as a source document: its arguments under the API's names, an expression where one stands. What the
// configuration leaves to the server comes from the state.
import { isObject, isScalar, type Json } from '../../../model/json.js';
import type { LeafType } from '../../../model/leaf.js';
import { createOpaque } from '../../../model/opaque.js';
import { fromPointer, valueAt } from '../../../model/path.js';
import { formatPlace } from '../../../model/place.js';
import type { SourceDocument } from '../../../model/source.js';
import { toApiName, toV1Document } from '../fields.js';
import { literalText } from '../module/blocks.js';
import type { Known, ResourceInstance } from '../module/module.js';
import type { Expression } from '../syntax/expressions.js';
import type { Attribute, Block, Body, HclFile } from '../syntax/tree.js';
import { evaluateKnown } from '../values/evaluate.js';
import { hclAlgebra } from '../write/algebra.js';
import { applyEdits, type Edit } from '../write/edits.js';
import { listComments } from './comments.js';
import { isGone, isMeta, type OpenedBlock } from './open.js';

/** What the leaves of a v1 document are, by dotted path: Terraform converts what it is given. */
export type FieldTypes = ReadonlyMap<string, LeafType>;

/** What the provider lets the server choose where the configuration says nothing. */
const leftToServer = ['maintenanceWindow', 'connectionPooler', 'backupLocation'];

/** What the clusters of a block are read with. */
export interface ReadSettings {
  readonly opened: OpenedBlock;
  readonly types: FieldTypes;
  /** Changes of references to other clusters, which are part of expressions. */
  readonly edits: readonly Edit[];
}

/** Reads one of the clusters that a block stands for. */
export function readCluster(settings: ReadSettings, instance: ResourceInstance): SourceDocument {
  const { cluster, pointers } = settings.opened;
  const { file, block } = cluster;
  const state = instance.state && toV1Document(instance.state.attributes);
  const stated = isObject(state?.['properties']) ? state['properties'] : {};
  const own = readBody(block.body, { ...settings, instance, stated });
  const silent = leftToServer.filter((name) => !(name in own) && name in stated);
  const left = Object.fromEntries(silent.map((name) => [name, stated[name]]));
  const id = state?.['id'];
  const items = new Map([...pointers].map(([item, pointer]) => [pointer, item]));
  return {
    format: 'terraform',
    address: cluster.address,
    value: { ...(typeof id === 'string' ? { id } : {}), properties: { ...own, ...left } },
    problems: [],
    text: file.text.slice(block.start, block.end),
    get line() {
      return file.placeAt(block.start).line;
    },
    style: { indent: '  ', eol: file.eol, finalNewline: true, bom: false },
    locate: (pointer) => file.placeAt((findItem(pointer, items) ?? block).start),
    written: (pointer) => {
      const item = items.get(pointer);
      return item?.kind === 'attribute' ? file.text.slice(item.value.start, item.value.end) : undefined;
    },
    comments: () => listComments(settings.opened),
    algebra: hclAlgebra,
  };
}

interface Reading extends ReadSettings {
  readonly instance: ResourceInstance;
  readonly stated: Readonly<Record<string, unknown>>;
}

function readBody(body: Body, reading: Reading): Record<string, unknown> {
  const members = new Map<string, unknown>();
  for (const item of body.items) {
    if (body === reading.opened.cluster.block.body && (isMeta(item) || isGone(item))) continue;
    if (item.kind === 'attribute') {
      const value = readArgument(item, reading);
      if (value !== null) members.set(toApiName(item.name), value);
      continue;
    }
    const name = toApiName(item.type);
    const value = readBody(item.body, reading);
    const earlier = members.get(name);
    members.set(name, item.type !== 'connections' ? value : Array.isArray(earlier) ? [...earlier, value] : [value]);
  }
  return Object.fromEntries(members);
}

/** A literal as a value, of the type that its field has; anything else as an expression. */
function readArgument(attribute: Attribute, reading: Reading): unknown {
  const { opened, instance, types, stated } = reading;
  const { value, name } = attribute;
  const pointer = opened.pointers.get(attribute) ?? '';
  const type = types.get(
    pointer
      .slice(1)
      .replaceAll('/', '.')
      .replace(/\.\d+(?=\.)/, '.*'),
  );
  const literal = readLiteral(value);
  if (literal !== undefined) return convert(literal, type);
  const { file } = opened.cluster;
  const own = unwrap(value);
  const texts = { text: textOf(own, file, reading.edits), original: textOf(own, file, []) };
  const known = evaluateKnown(value, instance.scope);
  if (known)
    return createOpaque({ ...texts, known: convert(known.value, type), told: tell(known), isSecret: known.isSecret });
  const inState = valueAt(stated, fromPointer(pointer).slice(1));
  const isTold = isScalar(inState) && name !== 'location';
  return createOpaque({ ...texts, known: isTold ? inState : undefined, told: isTold ? 'the state' : undefined });
}

/** What is written out: a text, a number, a boolean or null. */
export function readLiteral(expression: Expression): Json | undefined {
  if (expression.kind === 'literal') return expression.value;
  return expression.kind === 'template' && expression.style === 'quoted' ? literalText(expression) : undefined;
}

/** A value as Terraform converts it for a field. */
export function convert(value: Json, type: LeafType | undefined): Json {
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  if (typeof value !== 'string') return value;
  if (type === 'number' && /^-?\d+(?:\.\d+)?$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

/** Quotes around nothing but a sequence are left out, as `terraform fmt` does. */
export function unwrap(expression: Expression): Expression {
  const [part, ...others] = expression.kind === 'template' && expression.style === 'quoted' ? expression.parts : [];
  const isWrapped = part?.kind === 'interpolation' && others.length === 0 && !part.trims.left && !part.trims.right;
  return isWrapped ? unwrap(part.value) : expression;
}

/** The text of an expression with changes of what it reads. */
export function textOf(expression: Expression, file: HclFile, edits: readonly Edit[]): string {
  return applyEdits(file, edits, expression).replaceAll('\r\n', '\n');
}

function tell({ origins }: Known): string | undefined {
  if (origins.length === 0) return undefined;
  return origins.map(({ name, source, at }) => `${name} (${formatPlace(source, at)})`).join(', ');
}

/** The item at a place, or the nearest around it. */
function findItem(pointer: string, items: ReadonlyMap<string, Attribute | Block>): Attribute | Block | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const item = items.get(at);
    if (item) return item;
  }
  return undefined;
}
