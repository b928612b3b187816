// What is found out about a module beside its clusters: the code of a message, and what it is about.
import type { Place } from '../../../model/place.js';
import type { ClusterBlock } from '../module/module.js';
import type { HclFile } from '../syntax/tree.js';

/** One thing that there is to say. */
export interface Fact {
  /** `terraform/reference/whole`: the rule and its message. */
  readonly code: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly source: string;
  readonly at: Place | undefined;
  /** The clusters that it is about; none where it is about the module. */
  readonly clusters: readonly ClusterBlock[];
}

/** Where in a file a fact stands. */
export function placeFact(file: HclFile, offset: number): Pick<Fact, 'source' | 'at'> {
  return { source: file.path, at: file.placeAt(offset) };
}
