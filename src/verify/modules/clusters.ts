// One cluster of a v1 configuration and one of a v2 configuration as the two sides of a comparison.
import { facts } from '../../facts/index.js';
import { type ReadLeaf, readV2Leaves } from '../../forms/terraform/block/read-v2.js';
import type { ResourceBlock, ResourceInstance } from '../../forms/terraform/module/module.js';
import type { LeafType } from '../../model/leaf.js';
import { isOpaque, plainOf, showOriginal } from '../../model/opaque.js';
import { textAt, valueAt } from '../../model/path.js';
import type { SourceDocument } from '../../model/source.js';
import { bodyOf } from '../../model/translation.js';
import { copyWith } from '../../model/walk.js';
import type { TranslatedInstance } from '../../pipeline/terraform/instances.js';
import { hostOf } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import { listLeaves } from '../../schema/leaves.js';
import { clusterEnsure } from '../../schema/v2-cluster.js';
import type { V1Side, V2Side } from '../sides.js';
import { isTold, nameOf } from '../v1-sides.js';
import { type Settled, settle } from './settle.js';

/** A cluster that a v2 block stands for, with the id that an `import` block tells. */
export interface PlacedCluster {
  readonly block: ResourceBlock;
  readonly instance: ResourceInstance;
  readonly id: string | undefined;
}

let types: ReadonlyMap<string, LeafType> | undefined;

/** The sides of a pair. */
export function openPair(
  one: TranslatedInstance,
  source: string,
  placed: PlacedCluster,
): { readonly v1: V1Side; readonly v2: V2Side } {
  const leaves = readLeaves(placed);
  const settled = settle(bodyOf(one.translation), leaves);
  const v1 = openV1(one, source, settled);
  return { v1, v2: openV2(placed, leaves, { settled, id: placed.id ?? one.id }) };
}

/** A v1 cluster without a twin. */
export function openAlone(one: TranslatedInstance, source: string): V1Side {
  return openV1(one, source, settle(bodyOf(one.translation), new Map()));
}

/** A v2 cluster without a twin. */
export function openMore(placed: PlacedCluster): V2Side {
  const leaves = readLeaves(placed);
  return openV2(placed, leaves, { settled: settle({}, leaves), id: placed.id });
}

function readLeaves({ block, instance }: PlacedCluster): ReadonlyMap<string, ReadLeaf> {
  types ??= new Map(listLeaves(clusterEnsure).map(({ path, type }) => [path, type]));
  return readV2Leaves(block, instance, types);
}

function openV1({ instance, source, id, translation }: TranslatedInstance, name: string, { v1 }: Settled): V1Side {
  const document = { ...source, address: instance.address, value: plainOf(source.value, showOriginal) };
  const body = copyWith(bodyOf(translation), '', (value, at) => (isOpaque(value) ? v1.get(at) : undefined));
  const made = 'partial' in translation ? { partial: body } : { document: body };
  const plain = { ...translation, ...made, source: () => document } as unknown as Translation;
  return {
    pointer: '',
    origin: { name, document },
    id,
    kind: translation.kind,
    ...nameOf(plain),
    told: translation.findings.filter(isTold),
    translateTo: () => plain,
  };
}

interface Told {
  readonly settled: Settled;
  readonly id: string | undefined;
}

function openV2(
  { block, instance }: PlacedCluster,
  leaves: ReadonlyMap<string, ReadLeaf>,
  { settled, id }: Told,
): V2Side {
  const { v2, silent, hidden } = settled;
  const host = settled.v1.has('/location') ? undefined : hostOf(textAt(v2, 'location') ?? '', { facts });
  const { location, ...rest } = v2;
  const own = settled.v1.has('/location') && location !== undefined ? { location } : {};
  const href = host === undefined || id === undefined ? {} : { href: `${host}/clusters/${id}` };
  const value = { ...(id === undefined ? {} : { id }), ...href, ...own, ...rest };
  const name = textAt(valueAt(value, ['properties']), 'name');
  const document = describeDocument({ block, instance, id: undefined }, leaves, value);
  return {
    value,
    id,
    name,
    called: hidden.has('name') ? undefined : name,
    // An answer would have no credentials; what has no id is made.
    kind: id === undefined ? 'ClusterCreate' : 'ClusterEnsure',
    pointer: '',
    below: '',
    request: undefined,
    origin: { name: block.file.path, document },
    silent,
    hidden,
  };
}

function describeDocument(
  { block: { file, block }, instance }: PlacedCluster,
  leaves: ReadonlyMap<string, ReadLeaf>,
  value: unknown,
): SourceDocument {
  return {
    format: 'terraform',
    address: instance.address,
    value,
    problems: [],
    text: file.text.slice(block.start, block.end),
    line: file.placeAt(block.start).line,
    style: { indent: '  ', eol: file.eol, finalNewline: true, bom: false },
    locate: (pointer) => file.placeAt(leaves.get(pointer)?.start ?? block.start),
    written: () => undefined,
    comments: () => [],
  };
}
