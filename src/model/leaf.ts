// Leaves of a schema: what coverage is counted in.

/** JSON type that a leaf takes. */
export type LeafType = 'string' | 'number' | 'boolean';

/** A sort of scalar that a leaf takes; `integer` is a whole number that keeps all its digits. */
export type Scalar = 'string' | 'integer' | 'number' | 'boolean';

const words = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'a boolean',
  list: 'a list',
  object: 'an object',
} as const;

/** What a place takes, in words for messages: `text`, `a whole number`, `text or a number`. */
export function describeTaken(takes: Scalar | readonly Scalar[] | 'list' | 'object'): string {
  return typeof takes === 'string' ? words[takes] : takes.map((scalar) => words[scalar]).join(' or ');
}

/** A leaf of a schema. */
export interface Leaf {
  /** Dotted path from the document; `*` stands for any array item. */
  readonly path: string;
  readonly type: LeafType;
  /** Every sort of scalar that it takes. */
  readonly takes: readonly Scalar[];
  /** Whether a valid document must hold it: it and all its containers are required. */
  readonly required: boolean;
  /** Whether its own container must hold it. */
  readonly requiredInContainer: boolean;
  /** The containers above it that may be absent, outermost first, dotted. */
  readonly optionalContainers: readonly string[];
  /** The values an enum leaf takes. */
  readonly values?: readonly string[];
}
