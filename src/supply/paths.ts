// Decision paths as people write them in options: known or not, with a value of their type or not.
import leven from 'leven';
import type { Leaf } from '../model/leaf.js';
import { decisionLeaves, decisionSchema, describeLeaf } from '../schema/decisions.js';

/** Throws a TypeError that names the option where a path is unknown or its value has another type. */
export function checkValue(path: string, value: unknown, option: string): void {
  const { type } = checkPath(path, option);
  if (typeof value !== type || (type === 'number' && !Number.isFinite(value))) {
    throw new TypeError(`options.${option}: ${path} takes a ${type}`);
  }
}

/** The same for what a decision says, which is to be what v2 takes there. The message never quotes it. */
export function checkDecision(path: string, value: unknown, option: string): void {
  checkValue(path, value, option);
  if (!decisionSchema(path).safeParse(value).success)
    throw new TypeError(`options.${option}: ${path} takes no such value: ${describeLeaf(path)}`);
}

/** The leaf of a decision path. Throws a TypeError that names the option and the near paths where there is none. */
export function checkPath(path: string, option: string): Leaf {
  const leaf = decisionLeaves.get(path);
  if (leaf) return leaf;
  const near = nearPaths(path);
  const hint =
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there are ${[...decisionLeaves.keys()].join(', ')}`;
  throw new TypeError(`options.${option}: v2 has no path ${path}; ${hint}`);
}

/** The decision paths nearest to a misspelt one, where one is near. */
export function nearPaths(path: string): string[] {
  return nearest(path, [...decisionLeaves.keys()]);
}

/** The known words nearest to a misspelt one, whole or by their last part. */
export function nearest(word: string, words: readonly string[]): string[] {
  const distance = (known: string) => Math.min(leven(word, known), leven(word, known.split('.').at(-1) ?? known));
  const ranked = words
    .map((known) => ({ known, far: distance(known) }))
    .filter(({ far }) => far <= Math.max(2, word.length / 4))
    .sort((one, other) => one.far - other.far);
  return ranked.filter(({ far }) => far === ranked[0]?.far).map(({ known }) => known);
}

/** Reads the text of a value for a decision path, as command lines hold it. Throws a TypeError that names the option. */
export function readDecision(path: string, text: string, option: string): string | number | boolean {
  const { type } = checkPath(path, option);
  if (type === 'string') return text;
  if (type === 'number' && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  throw new TypeError(`options.${option}: ${path} takes a ${type}`);
}
