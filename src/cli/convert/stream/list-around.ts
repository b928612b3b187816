// The clusters in a large list, for requests and patches that stand in the same list and are about one of them. Such are
// rare: the list is only read once more where something in it looks like one.
import { type BaseText, gatherClusters, readNdjsonLine } from '../../../index.js';
import { codeOf } from '../../files/errors.js';
import { readInput } from '../../files/read-file.js';
import type { Inputs } from '../../input/inputs.js';
import { cutItems, type ItemCut } from './items.js';
import { findListPointer } from './list-head.js';

/** What every stored request has. */
const mark = Buffer.from('"method"');

/** The clusters of a large list as texts; none where nothing asks for them, and none of what may be a part of a stream. */
export async function gatherFromList(inputs: Inputs): Promise<BaseText[]> {
  try {
    return await gather(inputs);
  } catch (thrown) {
    // What cannot be read is told when it is read again.
    if (codeOf(thrown) === undefined) throw thrown;
    return [];
  }
}

async function gather({ files: [input], args, options }: Inputs): Promise<BaseText[]> {
  const { path, name = '' } = input ?? {};
  const pointer = input && findListPointer(input, args);
  if (args.ndjson || path === undefined || pointer === undefined) return [];
  // A patch without an id is about the cluster that an option names.
  if (options.id === undefined && !(await holdsRequest(path))) return [];
  const cut: ItemCut = { source: name, pointer, isPlaced: false, around: '' };
  const texts: BaseText[] = [];
  for await (const { bytes, items, first } of cutItems(cut, readInput({ path }))) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let start = 0;
    for (const [index, end] of (items?.ends ?? []).entries()) {
      const text = buffer.toString('utf8', start, end);
      const source = readNdjsonLine(text, 1);
      if (gatherClusters([{ value: source.value, pointer: '', source }]).length > 0)
        texts.push({ name: `${name}#${pointer}/${first + index}`, text, format: 'json' });
      start = end;
    }
  }
  return texts;
}

async function holdsRequest(path: string): Promise<boolean> {
  let end = Buffer.alloc(0);
  for await (const chunk of readInput({ path })) {
    const bytes = Buffer.concat([end, chunk]);
    if (bytes.includes(mark)) return true;
    end = Buffer.from(bytes.subarray(1 - mark.length));
  }
  return false;
}
