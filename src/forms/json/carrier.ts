// JSON as a form. A Terraform state, which is JSON, is read as the clusters in it.
import type { SourceDocument } from '../../model/source.js';
import type { Carrier } from '../carrier.js';
import { isState } from '../terraform/state.js';
import { listStateDocuments } from '../terraform/state-documents.js';
import { readJson } from './read.js';
import { renderJsonDocuments } from './write.js';

/** Reads and writes JSON. */
export const json: Carrier = { read: readDocuments, write: renderJsonDocuments };

/** A state without a cluster stays one document, so that what it is can be told. */
function readDocuments(text: string): SourceDocument[] {
  const document = readJson(text);
  const clusters = isState(document.value) ? listStateDocuments(document) : [];
  return clusters.length > 0 ? clusters : [document];
}
