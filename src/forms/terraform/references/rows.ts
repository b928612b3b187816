// How v1's attributes of a cluster are found again in v2's: handed in by whoever knows the mappings.

/** One attribute that others may read. */
export interface ReferenceRow {
  /** v1's attribute in snake case, below a block with a dot: `ram`, `connections.cidr`. */
  readonly from: string;
  /** v2's: `instances.ram`. */
  readonly to: string;
  /** v2's expression as one that gives what v1's gave; left out where both are the same. */
  readonly write?: (text: string) => string;
  /** Whether people are to be told that it is computed, since it counts in units that v2 no longer has. */
  readonly warns: boolean;
}
