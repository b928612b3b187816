// Leaves of a schema: what coverage is counted in.

/** JSON type that a leaf takes. */
export type LeafType = 'string' | 'number' | 'boolean';

/** A leaf of a schema. */
export interface Leaf {
  /** Dotted path from the document; `*` stands for any array item. */
  readonly path: string;
  readonly type: LeafType;
  /** Whether a valid document must hold it: it and all its containers are required. */
  readonly required: boolean;
  /** Whether its own container must hold it. */
  readonly requiredInContainer: boolean;
  /** The containers above it that may be absent, outermost first, dotted. */
  readonly optionalContainers: readonly string[];
  /** The values an enum leaf takes. */
  readonly values?: readonly string[];
}
