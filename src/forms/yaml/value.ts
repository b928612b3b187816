// The parser's nodes as plain JSON values. Not the parser's own conversion: every oddity becomes a problem with its
// path, aliases are bounded by what they expand to, and no Date, Map, bytes or special number comes out.
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { escapeKey } from '../../model/path.js';
import type { SourceProblem, SourceProblemCode } from '../../model/source.js';
import {
  clipKey,
  collectProblems,
  findReplacement,
  hasReplacement,
  maxDepth,
  type Problems,
} from '../text/problems.js';
import { findStart, isMergeKey, readKey } from './nodes.js';
import { convertScalar } from './scalar.js';

/** Aliases may stand for so much text in one document; a node counts as 16 characters. */
const aliasBudget = 4_000_000;

/** A document's value, with what was found on the way. */
export interface Conversion {
  readonly value: unknown;
  readonly problems: readonly SourceProblem[];
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** The state of one conversion. */
interface State {
  readonly problems: Problems;
  /** The text, where it holds replacement characters. */
  readonly doubtful: string | undefined;
  readonly reported: Set<string>;
  readonly anchors: Map<string, Node>;
  readonly targets: Map<Alias, Node>;
  /** Nodes being expanded, to notice an alias inside its own anchor. */
  readonly open: Set<Node>;
  readonly placeAt: (offset: number) => SourceProblem['at'];
  depth: number;
  expanding: number;
  budget: number;
}

/** Converts a document composed of a text; `placeAt` takes offsets of it. */
export function convertDocument(document: Document, text: string, placeAt: State['placeAt']): Conversion {
  const state: State = {
    problems: collectProblems(),
    doubtful: hasReplacement(text) ? text : undefined,
    reported: new Set(),
    anchors: new Map(),
    targets: new Map(),
    open: new Set(),
    placeAt,
    depth: 0,
    expanding: 0,
    budget: aliasBudget,
  };
  const value = convertNode(state, document.contents, '');
  return { value, problems: state.problems.all, targets: state.targets };
}

function convertNode(state: State, node: unknown, path: string): unknown {
  if (isAlias(node)) return convertAlias(state, node, path);
  registerAnchor(state, node);
  if (isScalar(node)) {
    const { value, problem } = convertScalar(node);
    if (problem) report(state, problem, { node, path });
    noteReplacement(state, node, path);
    if (state.expanding > 0) spend(state, typeof value === 'string' ? value.length : 0);
    return value;
  }
  if (isPair(node)) return convertMembers(state, [node], path);
  if (!isMap(node) && !isSeq(node)) return null;
  if (state.expanding > 0) spend(state, 0);
  if (state.budget <= 0) return null;
  if (state.depth >= maxDepth) return report(state, 'too-deep', { node, path });
  if (node.tag && !isStandardTag(node.tag)) report(state, 'unsupported-value', { node, path });
  state.depth++;
  state.open.add(node);
  const value = isMap(node)
    ? convertMembers(state, node.items, path)
    : node.items.map((item, index) => convertNode(state, item, `${path}/${index}`));
  state.open.delete(node);
  state.depth--;
  return value;
}

function convertMembers(state: State, pairs: YAMLMap['items'], path: string): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const own = new Set<string>();
  for (const pair of pairs) {
    if (state.budget <= 0) break;
    if (isMergeKey(pair.key)) {
      mergeInto(state, object, { pair, path });
      continue;
    }
    registerAnchor(state, pair.key);
    const key = readKey(isAlias(pair.key) ? resolveAlias(state, pair.key) : pair.key);
    if (key === undefined) {
      report(state, 'unsupported-value', { node: pair.key, path });
      continue;
    }
    const member = `${path}/${escapeKey(clipKey(key))}`;
    if (own.has(key)) report(state, 'duplicate-key', { node: pair.key ?? pair.value, path: member });
    own.add(key);
    noteReplacement(state, pair.key, member);
    if (state.expanding > 0) spend(state, key.length);
    setOwn(object, key, convertNode(state, pair.value, member));
  }
  return object;
}

/** Merges the objects behind `<<`: what the object says itself wins, then what is merged first. */
function mergeInto(state: State, object: Record<string, unknown>, merge: { pair: Pair; path: string }): void {
  const { pair, path } = merge;
  const value = convertNode(state, pair.value, path);
  for (const source of Array.isArray(value) ? value : [value]) {
    if (typeof source !== 'object' || source === null || Array.isArray(source)) {
      report(state, 'unsupported-value', { node: pair.key, path });
      continue;
    }
    for (const [key, member] of Object.entries(source)) {
      if (!Object.hasOwn(object, key)) setOwn(object, key, member);
    }
  }
}

function convertAlias(state: State, alias: Alias, path: string): unknown {
  // One that leads nowhere takes its time too, in a list that others repeat.
  if (state.expanding > 0) spend(state, 0);
  if (state.budget <= 0) return null;
  const target = resolveAlias(state, alias);
  if (!target)
    return report(state, 'syntax', { node: alias, path, message: 'No anchor of this name stands before the alias.' });
  if (state.open.has(target)) return report(state, 'alias-limit', { node: alias, path });
  state.expanding++;
  const value = convertNode(state, target, path);
  state.expanding--;
  return state.budget > 0 ? value : report(state, 'alias-limit', { node: alias, path });
}

function resolveAlias(state: State, alias: Alias): Node | undefined {
  const known = state.targets.get(alias) ?? state.anchors.get(alias.source);
  if (known) state.targets.set(alias, known);
  return known;
}

/** An anchor counts from where it stands; seeing it again through an alias must not move it. */
function registerAnchor(state: State, node: unknown): void {
  if (state.expanding > 0 || !(isScalar(node) || isMap(node) || isSeq(node)) || !node.anchor) return;
  state.anchors.set(node.anchor, node);
}

function spend(state: State, characters: number): void {
  state.budget -= 16 + characters;
}

/** Never through a setter: `__proto__` must arrive as an ordinary key, for the pipeline to refuse by name. */
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

function isStandardTag(tag: string): boolean {
  return tag.startsWith('tag:yaml.org,2002:');
}

/** Notes a problem, once for each place however often aliases lead there, and gives the value to go on with. */
function report(state: State, code: SourceProblemCode, where: { node: unknown; path: string; message?: string }): null {
  const { node, path, message } = where;
  const offset = findStart(node);
  const key = `${code}${offset}`;
  if (state.reported.has(key)) return null;
  state.reported.add(key);
  const at = state.placeAt(offset);
  state.problems.add(code, { path, ...(at && { at }), ...(message && { message }) });
  return null;
}

/** A sign of a wrong encoding in a key or a value. */
function noteReplacement({ doubtful, problems, placeAt }: State, node: unknown, path: string): void {
  if (doubtful === undefined || !isScalar(node) || !node.range) return;
  const offset = findReplacement(doubtful, node.range[0], node.range[1]);
  const at = placeAt(offset);
  if (offset !== -1) problems.add('encoding', { path, ...(at && { at }) });
}
