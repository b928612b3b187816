// Every place of a module that speaks of a v1 cluster, and how it does.

import type { HclFile, Range, Step } from '../syntax/tree.js';
import type { Shape } from './shapes.js';

/** What an expression is there for. */
export type Role =
  | 'value'
  /** What uses it is followed by itself: a `for`, a function of collections, a local. */
  | 'followed'
  /** `depends_on` of a block of this type. */
  | 'depends-on-resource'
  | 'depends-on-read'
  | 'trigger';

/** One place. */
export interface Use extends Range {
  readonly file: HclFile;
  readonly shape: Shape;
  readonly role: Role;
  /** The resource type, which is renamed; undefined where another name stands for the cluster. */
  readonly type: Range | undefined;
  /** Steps behind the cluster; none where it is used as a whole. */
  readonly steps: readonly Step[];
  /** `full` where they are asked of each item of a list (`[*]`), `attributes` where only attributes are (`.*`). */
  readonly spread: 'full' | 'attributes' | undefined;
}

/** Whether a use is of the cluster as a whole. */
export function isWhole({ steps }: Use): boolean {
  return steps.length === 0;
}
