// The leaves of a schema: what coverage is counted in, and what decides the order of written keys.
import type * as z from 'zod';
import type { Leaf, LeafType, Scalar } from '../model/leaf.js';

interface Position {
  readonly path: string;
  readonly required: boolean;
  readonly optionalContainers: readonly string[];
}

/** Lists the leaves of a zod schema in the order in which the schema declares them; free-form records have none. */
export function listLeaves(schema: z.ZodType): Leaf[] {
  return [...walkSchema(schema, { path: '', required: true, optionalContainers: [] })];
}

/** The members of an object, with the sort of value that each takes; of several scalars the first. */
export function listMembers(schema: z.ZodType): Map<string, LeafType | 'list' | 'object'> {
  const { shape = {} } = unwrap(schema).inner.def as { shape?: Record<string, z.ZodType> };
  return new Map(
    Object.entries(shape).map(([name, member]) => {
      const { type } = unwrap(member).inner.def;
      if (type === 'object') return [name, 'object'];
      return [name, type === 'array' ? 'list' : leafType(type)];
    }),
  );
}

function* walkSchema(schema: z.ZodType, at: Position): Generator<Leaf> {
  const { inner, optional } = unwrap(schema);
  const required = at.required && !optional;
  const def = inner.def as {
    type: string;
    shape?: Record<string, z.ZodType>;
    element?: z.ZodType;
    entries?: Record<string, string>;
    options?: z.ZodType[];
  };
  const shape =
    def.type === 'object' ? def.shape : def.type === 'array' && def.element ? { '*': def.element } : undefined;
  if (def.type === 'record') return;
  if (!shape) {
    const { path, optionalContainers } = at;
    const leaf = {
      path,
      type: leafType(def.type),
      takes: listScalars(inner),
      required,
      requiredInContainer: !optional,
      optionalContainers,
    };
    yield def.entries ? { ...leaf, values: Object.values(def.entries) } : leaf;
    return;
  }
  const optionalContainers = optional && at.path ? [...at.optionalContainers, at.path] : at.optionalContainers;
  for (const [key, child] of Object.entries(shape)) {
    const path = at.path ? `${at.path}.${key}` : key;
    yield* walkSchema(child, { path, required: required && key !== '*', optionalContainers });
  }
}

/** What stands behind a schema that may be absent or null. */
export function unwrap(schema: z.ZodType): { inner: z.ZodType; optional: boolean } {
  let inner = schema;
  let optional = false;
  for (;;) {
    const def = inner.def as { type: string; innerType?: z.ZodType };
    if ((def.type !== 'optional' && def.type !== 'nullable') || !def.innerType) return { inner, optional };
    optional = true;
    inner = def.innerType;
  }
}

function leafType(type: string): LeafType {
  if (type === 'number' || type === 'int') return 'number';
  return type === 'boolean' ? 'boolean' : 'string';
}

function listScalars(schema: z.ZodType): Scalar[] {
  const def = schema.def as { type: string; format?: string; options?: z.ZodType[] };
  if (def.options) return def.options.flatMap(listScalars);
  if (def.type === 'number' || def.type === 'int') return [def.format === 'safeint' ? 'integer' : 'number'];
  return [def.type === 'boolean' ? 'boolean' : 'string'];
}
