// The entries of a decisions file as YAML: each a line, with a comment on who waits for it and what it may be.
import { type Document, isMap, isScalar, type Pair, Scalar, YAMLMap } from 'yaml';
import { countNoun, describeDecision, isDecisionPath, type Json, type Section, toPrintable } from '../../index.js';
import type { Proposal } from './password-decisions.js';

const about: Readonly<Record<Section, string>> = {
  defaults: 'where v1 says nothing',
  regions: 'the same, for documents of one v1 location',
  map: 'what v1 says, and what v2 is to have in its place; sizes in GB',
  repairs: 'only where v2 refuses what v1 says',
  clusters: 'of one cluster, over everything: its id, its digest, or a displayName that only it has',
};
/** A longer comment is no help. */
const longestComment = 300;

/** Adds the proposals that a file does not hold, decided or not, and gives those that were added. */
export function addProposals(document: Document, proposals: readonly Proposal[]): Proposal[] {
  const told = new Set<string>();
  return proposals.filter((proposal) => addProposal(document, proposal, told));
}

/** `told` holds what comments said so far of what values may be. */
function addProposal(document: Document, proposal: Proposal, told: Set<string>): boolean {
  const { section, owner, path, key } = proposal;
  const keys = [section, ...(section === 'map' ? [path] : owner === undefined ? [] : [owner])];
  const last = section === 'map' ? (key ?? '') : path;
  const nested = isDecisionPath(path) ? [...keys, ...path.split('.')] : undefined;
  const root = document.contents as YAMLMap;
  if (findNode(root, [...keys, last]) || (section !== 'map' && nested && findNode(root, nested))) return false;
  let map = root;
  for (const [depth, one] of keys.entries()) map = openBlock(document, map, { key: one, section, depth });
  const value = createValue(document, proposal);
  // A region has a line for itself and what is decided for it.
  if (map.flow) map.comment = toComment(describe(proposal, told));
  else value.comment = toComment(describe(proposal, told));
  map.items.push(document.createPair(createKey(last), value) as Pair);
  return true;
}

/** What stands at some keys, however they are written. */
function findNode(map: YAMLMap, [key, ...below]: readonly string[]): Pair | undefined {
  const pair = map.items.find((one) => isScalar(one.key) && String(one.key.value) === key);
  if (below.length === 0) return pair;
  return isMap(pair?.value) ? findNode(pair.value, below) : undefined;
}

/** The block of a key, made where there is none. */
function openBlock(
  document: Document,
  map: YAMLMap,
  { key, section, depth }: { readonly key: string; readonly section: Section; readonly depth: number },
): YAMLMap {
  const pair = findNode(map, [key]);
  if (isMap(pair?.value)) return pair.value;
  const block = new YAMLMap(document.schema);
  block.flow = section === 'regions' && depth === 1;
  const node = createKey(key);
  if (depth === 0) node.commentBefore = toComment(about[section]);
  if (pair) pair.value = block;
  else map.items.push(document.createPair(node, block) as Pair);
  return block;
}

/** A number stands as one, since nobody would quote it. */
function createKey(key: string): Scalar {
  return new Scalar(/^(?:0|[1-9]\d{0,14})$/.test(key) ? Number(key) : key);
}

function createValue(document: Document, { value = null }: Proposal): Scalar | YAMLMap {
  if (typeof value !== 'object' || value === null) return new Scalar(value);
  const map = document.createNode(value) as YAMLMap;
  map.flow = true;
  return map;
}

/** Who waits for it, what is wrong where one sentence says it, and what it may be where nothing above says that. */
function describe(proposal: Proposal, told: Set<string>): string {
  const { section, path, value, documents, says, choices } = proposal;
  const [first] = documents;
  const called = first?.name === undefined ? '' : ` (${first.name})`;
  const who = section === 'clusters' ? `${first?.label}${called}` : countNoun(documents.length, 'document');
  if (value !== undefined) return who;
  const isTold = says.length === 1 && (section === 'clusters' || section === 'repairs');
  return [who, ...(isTold ? says : []), ...describeChoice(told, path, choices)].join('; ').replace(/\.;/g, ';');
}

function describeChoice(told: Set<string>, path: string, choices: readonly Json[]): string[] {
  if (path === 'connection') return [];
  if (choices.length > 0) return [`one of ${choices.join(', ')}`];
  if (told.has(path)) return [];
  told.add(path);
  return [describeDecision(path)];
}

function toComment(text: string): string {
  const line = toPrintable(text.replace(/[\r\n]+/g, ' '));
  return ` ${line.length > longestComment ? `${line.slice(0, longestComment)}…` : line}`;
}
