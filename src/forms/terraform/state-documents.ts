// The clusters of a Terraform state as documents of their own, with their places in its text.
import type { SourceDocument, SourceProblem } from '../../model/source.js';
import { clusterTypes, toAttributePointer, toDocumentPointer, toV1Document, toV2Document } from './fields.js';
import { addressOf, listInstances } from './state.js';

/** The clusters of a state, v1 and v2, each a document with the address that it has in Terraform. */
export function listStateDocuments(state: SourceDocument): SourceDocument[] {
  return listInstances(state.value).flatMap((instance) => {
    const { mode, type, attributes, pointer } = instance;
    if (mode !== 'managed') return [];
    const part = { address: addressOf(instance), attributes, pointer };
    if (type === clusterTypes.v1) return [openAttributes(state, part, toV1Document(attributes))];
    if (type !== clusterTypes.v2) return [];
    // No state has the password, and without it the rest of them is no block of v2.
    const { credentials: _credentials, ...known } = attributes;
    return [openAttributes(state, part, toV2Document(known))];
  });
}

/** The attributes of a cluster in a JSON text. */
export interface AttributesPart {
  readonly address: string;
  readonly attributes: unknown;
  /** JSON Pointer of the attributes in the text. */
  readonly pointer: string;
}

/** A document that was made of attributes in a JSON text, with its places there. */
export function openAttributes(
  whole: SourceDocument,
  { address, attributes, pointer }: AttributesPart,
  value: unknown,
): SourceDocument {
  const find = (below: string) => pointer + toAttributePointer(attributes, below);
  return {
    format: whole.format,
    style: whole.style,
    value,
    address,
    problems: whole.problems.flatMap((problem) => ownProblem(problem, pointer)),
    // Nobody is handed a part of a state as it stands there, with all that Terraform keeps beside it.
    text: `${JSON.stringify(value)}\n`,
    get line() {
      return whole.locate(pointer)?.line ?? 1;
    },
    locate: (below) => whole.locate(find(below)),
    written: (below) => whole.written(find(below)),
    comments: () => [],
  };
}

/** A problem in the attributes of a cluster is its own; what is odd elsewhere in a state concerns none. */
function ownProblem({ path = '', ...problem }: SourceProblem, pointer: string): SourceProblem[] {
  if (!path.startsWith(`${pointer}/`)) return [];
  return [{ ...problem, path: toDocumentPointer(path.slice(pointer.length)) }];
}
