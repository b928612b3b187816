// The clusters of a run, for patches, restores and requests that are about one of them: gathered from all of its files, once
// the first document asks for them.
import { type BaseDocument, type Bases, gatherClusters, type Neighbours, prepareBases } from '../../index.js';
import type { InputFile } from '../files/files.js';
import type { ReadArguments } from '../line/options.js';
import { readDocuments } from './translated-file.js';

/** The clusters of a run, as far as they are known. */
export interface Around {
  /** What documents ask. */
  readonly neighbours: Neighbours;
  readonly state: { isAsked: boolean; isGathered: boolean; bases: Bases | undefined };
}

/** Begins with none. */
export function lookAround(): Around {
  const state: Around['state'] = { isAsked: false, isGathered: false, bases: undefined };
  const neighbours = () => {
    state.isAsked = true;
    return state.bases;
  };
  return { neighbours, state };
}

/** Gathers the clusters where one was asked for and none are known. Gives whether all answers so far hold. */
export async function gatherAround(
  { state }: Around,
  { files, args }: { readonly files: readonly InputFile[]; readonly args: ReadArguments },
): Promise<boolean> {
  if (!state.isAsked || state.isGathered) return true;
  state.isGathered = true;
  const clusters: BaseDocument[] = [];
  for (const input of files) {
    const read = await readDocuments(input, args);
    if ('unreadable' in read) continue;
    const documents = read.documents.map((source) => ({ value: source.value, pointer: '', source, name: input.name }));
    for (const cluster of gatherClusters(documents)) clusters.push(cluster);
  }
  state.bases = prepareBases(clusters);
  return false;
}
