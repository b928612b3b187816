// Checks the content of a decisions file, which is then an option like any other.
import { sections } from '../model/finding.js';
import { isObject } from '../model/json.js';
import { toPointer } from '../model/path.js';
import { decisionLeaves, describeLeaf } from '../schema/decisions.js';
import { decisionsFile } from '../schema/decisions-file.js';
import { itemDecision } from '../schema/item-decision.js';
import type { Decisions } from './options.js';
import { nearPaths } from './paths.js';
import { findWrongRegions } from './regions.js';
import { listGiven } from './values.js';
import { findWrongPlaceholder, variableIn } from './variables.js';

/** Something wrong with a decisions file. The message never quotes a value, which may be a secret. */
export interface DecisionProblem {
  /** JSON Pointer of the place. */
  readonly pointer: string;
  readonly message: string;
}

type Values = Readonly<Record<string, unknown>>;

/** What is wrong with the content of a decisions file. A blank value is a decision that is still open, and no problem. */
export function checkDecisionsFile(content: unknown): DecisionProblem[] {
  const wrong = checkContent(content);
  if (wrong.length > 0) return wrong;
  const { defaults, repairs, regions, clusters } = content as { readonly [P in keyof Decisions]?: Values | null };
  return [
    ...checkValues(defaults, ['defaults']),
    ...checkValues(repairs, ['repairs']),
    ...Object.entries(regions ?? {}).flatMap(([key, values]) => checkValues(values, ['regions', key])),
    ...Object.entries(clusters ?? {}).flatMap(([key, values]) => checkValues(values, ['clusters', key])),
  ];
}

/** What a schema cannot say of values. */
function checkValues(values: unknown, part: readonly string[]): DecisionProblem[] {
  const seen = new Set<string>();
  return [...listGiven((values ?? {}) as Values)].flatMap(({ path, keys, value }) => {
    // Once dotted and once nested: nobody knows which is meant.
    const twice = seen.has(path) ? [{ pointer: toPointer(part), message: `${path} is given twice` }] : [];
    seen.add(path);
    const wrong = findWrongPlaceholder(variableIn(value) ?? '');
    return wrong === undefined ? twice : [...twice, { pointer: toPointer([...part, ...keys]), message: wrong }];
  });
}

function checkContent(content: unknown): DecisionProblem[] {
  const keys = isObject(content) && isObject(content['regions']) ? Object.keys(content['regions']) : [];
  const regions = [...findWrongRegions(keys)].map(([key, message]) => ({
    pointer: toPointer(['regions', key]),
    message,
  }));
  if (regions.length > 0) return regions;
  const { success, error } = decisionsFile.safeParse(withPlainRegions(content));
  if (success) return [];
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((key, index) => originalKey(keys, issue.path[index - 1] === 'regions', String(key)));
    if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(path), message: describeType(path) }];
    return issue.keys.map((key) => ({ pointer: toPointer([...path, key]), message: describeKey(path, key) }));
  });
}

/** The keys of regions in the letter case of the schema. */
function withPlainRegions(content: unknown): unknown {
  if (!isObject(content) || !isObject(content['regions'])) return content;
  const plain = Object.entries(content['regions']).map(([key, values]) => [key.toLowerCase(), values]);
  return { ...content, regions: Object.fromEntries(plain) };
}

function originalKey(keys: readonly string[], isRegion: boolean, key: string): string {
  return isRegion ? (keys.find((one) => one.toLowerCase() === key) ?? key) : key;
}

function describeType(path: readonly string[]): string {
  const [part, ...rest] = path;
  if (part === undefined) return `a decisions file is an object with ${listParts()}`;
  const isKeyed = part === 'clusters' || part === 'regions';
  const dotted = part === 'map' ? rest[0] : rest.slice(isKeyed ? 1 : 0).join('.');
  const leaf = decisionLeaves.get(dotted ?? '');
  if (part === 'map') {
    if (!leaf) return 'map takes v2 paths, each with v1 values and a v2 value for each of them';
    return path.length > 2
      ? describeValue(leaf.path)
      : `${dotted} takes v1 values, each with its v2 value: { OLD: NEW }`;
  }
  if (part === 'clusters' && dotted === itemDecision)
    return `${dotted} takes a whole number, counted from 0, or v2 paths and their values`;
  if (leaf) return `${describeValue(leaf.path)}; or { env: NAME }`;
  if (isKeyed && rest.length === 0)
    return `${part} takes ${part === 'regions' ? 'v1 locations' : 'cluster ids, displayNames or Terraform addresses'}, each with v2 paths and their values`;
  return `${path.at(-1)} takes v2 paths and their values`;
}

function describeValue(path: string): string {
  return `${path} takes a ${decisionLeaves.get(path)?.type}: ${describeLeaf(path)}`.replace(/\.$/, '');
}

function describeKey(path: readonly string[], key: string): string {
  if (path.length === 0) return `there is no part ${key}; there are ${listParts()}`;
  if (path.at(-1) === 'env' || key === 'env') return 'a value from the environment is written { env: NAME }';
  const rest = path.slice(path[0] === 'clusters' || path[0] === 'regions' ? 2 : 1);
  const dotted = [...rest, key].join('.');
  if (path[0] === 'regions' && dotted === 'location') return 'location is what regions go by; it stands in defaults';
  const near = nearPaths(dotted);
  return `v2 has no path ${dotted}${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`;
}

function listParts(): string {
  return `${sections.slice(0, -1).join(', ')} and ${sections.at(-1)}`;
}
