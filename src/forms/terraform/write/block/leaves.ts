// The arguments of the v2 block: what stands at each place of the v2 document, and which item of the v1 block it is of.
import type { Change } from '../../../../model/change.js';
import { isScalar } from '../../../../model/json.js';
import { isOpaque } from '../../../../model/opaque.js';
import { fromPointer, valueAt } from '../../../../model/path.js';
import { walkLeaves } from '../../../../model/walk.js';
import { toArgument } from '../../fields.js';
import { writeLiteral } from '../algebra.js';

/** One argument of the v2 block. */
export interface ArgumentLeaf {
  /** Its name, behind that of the object that it is in. */
  readonly path: readonly [string] | readonly [string, string];
  /** Its value in HCL. */
  readonly text: string;
}

/** What a cluster became. */
export interface Translated {
  /** The v2 document, with expressions. */
  readonly document: unknown;
  /** The v1 document, with expressions. */
  readonly original: unknown;
  readonly changes: readonly Change[];
  /** The text of a v1 value as it is written, by JSON Pointer. */
  readonly written: (pointer: string) => string | undefined;
}

/** The arguments of a v2 block by what they came from; the keys are JSON Pointers of v1, empty for what is new. */
export function listArguments(translated: Translated): ReadonlyMap<string, readonly ArgumentLeaf[]> {
  const sources = new Map(translated.changes.flatMap(({ to, from }) => to.map((pointer) => [pointer, from[0] ?? ''])));
  const leaves = new Map<string, ArgumentLeaf[]>();
  for (const { pointer, value } of walkLeaves(translated.document)) {
    const path = toArgument(pointer);
    if (!path) continue;
    const told = sources.get(pointer) ?? '';
    // What the state tells stands nowhere in the block.
    const source = translated.written(told) === undefined ? '' : told;
    add(leaves, source, { path, text: writeValue(value, source, translated) });
    if (pointer === passwordPointer) add(leaves, '', passwordVersion);
  }
  return leaves;
}

const passwordPointer = '/properties/credentials/password';
/** v2's password is written only; its version tells when it is to be sent again. */
const passwordVersion: ArgumentLeaf = { path: ['credentials', 'password_version'], text: '"1"' };

function add(leaves: Map<string, ArgumentLeaf[]>, source: string, leaf: ArgumentLeaf): void {
  const others = leaves.get(source);
  if (others) others.push(leaf);
  else leaves.set(source, [leaf]);
}

/** An expression is what it is; a literal that v1 has as well stays as it is written there. */
function writeValue(value: unknown, source: string, { original, written }: Translated): string {
  if (isOpaque(value)) return value.text;
  const own = source !== '' && valueAt(original, fromPointer(source)) === value ? written(source) : undefined;
  return own ?? (isScalar(value) ? writeLiteral(value) : 'null');
}
