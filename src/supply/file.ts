// Checks the content of a decisions file, and says what may be decided for a path.

import { toPointer } from '../model/path.js';
import { decisionLeaves } from '../schema/decisions.js';
import { decisionsFile } from '../schema/decisions-file.js';
import { v2CreateProperties } from '../schema/v2-cluster.js';
import { nearPaths } from './paths.js';

/** Something wrong with a decisions file. The message never quotes a value, which may be a secret. */
export interface DecisionProblem {
  /** JSON Pointer of the place. */
  readonly pointer: string;
  readonly message: string;
}

/** Checks the content of a decisions file; a blank value is a decision that is still open, and no problem. */
export function checkDecisionsFile(value: unknown): DecisionProblem[] {
  const { success, error } = decisionsFile.safeParse(value);
  if (success) return [];
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(path), message: describeType(path) }];
    return issue.keys.map((key) => ({ pointer: toPointer([...path, key]), message: describeKey(path, key) }));
  });
}

function describeType(path: readonly string[]): string {
  const [part, ...rest] = path;
  if (part === undefined) return 'a decisions file is an object with defaults, map and clusters';
  const dotted = part === 'map' ? rest[0] : rest.slice(part === 'clusters' ? 1 : 0).join('.');
  const leaf = decisionLeaves.get(dotted ?? '');
  if (part === 'map') {
    if (!leaf) return 'map takes v2 paths, each with v1 values and a v2 value for each of them';
    return path.length > 2
      ? `${dotted} takes a ${leaf.type}`
      : `${dotted} takes v1 values, each with its v2 value: { OLD: NEW }`;
  }
  if (leaf) return `${dotted} takes a ${leaf.type}, or { env: NAME }`;
  return part === 'clusters' && rest.length === 0
    ? 'clusters takes cluster ids or displayNames, each with v2 paths and their values'
    : `${path.at(-1)} takes v2 paths and their values`;
}

function describeKey(path: readonly string[], key: string): string {
  if (path.length === 0) return `there is no part ${key}; there are defaults, map and clusters`;
  if (path.at(-1) === 'env' || key === 'env') return 'a value from the environment is written { env: NAME }';
  const rest = path.slice(path[0] === 'clusters' ? 2 : 1);
  const dotted = [...rest, key].join('.');
  const near = nearPaths(dotted);
  return `v2 has no path ${dotted}${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`;
}

/** What a value for a path must be, in words: its meaning, and the values it may have. */
export function describeDecision(path: string): string {
  const leaf = decisionLeaves.get(path);
  if (!leaf) return '';
  const schema = path === 'location' ? undefined : findSchema(path);
  const description = schema?.meta()?.description ?? 'v1 location of the cluster, which chooses the host.';
  const { minValue, maxValue } = (schema ?? {}) as { minValue?: number | null; maxValue?: number | null };
  if (leaf.values) return `${description} One of ${leaf.values.join(', ')}`;
  return typeof minValue === 'number' ? `${description} ${minValue} to ${maxValue}` : description;
}

interface AnySchema {
  readonly meta: () => { readonly description?: string } | undefined;
  readonly shape?: Readonly<Record<string, AnySchema>>;
  readonly unwrap?: () => AnySchema;
}

function findSchema(path: string): AnySchema | undefined {
  let schema = v2CreateProperties as unknown as AnySchema | undefined;
  for (const key of path.split('.')) schema = unwrap(unwrap(schema)?.shape?.[key]);
  return schema;
}

function unwrap(schema: AnySchema | undefined): AnySchema | undefined {
  return schema?.unwrap && schema.shape === undefined ? unwrap(schema.unwrap()) : schema;
}
