// Says what may be decided for a path.
import { decisionLeaves } from '../schema/decisions.js';
import { itemDecision } from '../schema/item-decision.js';
import { v2CreateProperties } from '../schema/v2-cluster.js';

/** What a value for a path must be, in words: its meaning, and the values it may have. */
export function describeDecision(path: string): string {
  if (path === itemDecision) return 'Which of several connections, counted from 0.';
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
