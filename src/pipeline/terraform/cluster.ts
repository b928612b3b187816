// The block of a cluster: what came of all clusters that it stands for, as one translation and one text.
import { messagesOf } from '../../engine/messages.js';
import { type OpenedBlock, openBlock } from '../../forms/terraform/block/open.js';
import type { ClusterBlock } from '../../forms/terraform/module/module.js';
import type { Adopted } from '../../forms/terraform/write/adopt.js';
import { writeBlock } from '../../forms/terraform/write/block/write.js';
import type { Edit } from '../../forms/terraform/write/edits.js';
import type { Finding } from '../../model/finding.js';
import type { Json } from '../../model/json.js';
import { plainOf, showOriginal } from '../../model/opaque.js';
import { fromPointer, toDotted } from '../../model/path.js';
import { bodyOf } from '../../model/translation.js';
import { walkLeaves } from '../../model/walk.js';
import { terraformInstances } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import { isSecretPath } from '../../schema/secrets.js';
import type { Prepared } from '../../supply/options.js';
import { addFindings } from '../outcomes.js';
import { adopt } from './adopt.js';
import { sayOfBlock } from './block-findings.js';
import { isOutside, listInstances, type TranslatedInstance, translateInstance } from './instances.js';
import { nameArgument } from './tables.js';

const differFinding = messagesOf(terraformInstances);

/** A block, and what came of it. */
export interface TranslatedCluster {
  readonly opened: OpenedBlock;
  readonly translation: Translation;
  /** Each cluster that it stands for, whose document still has expressions. */
  readonly instances: readonly TranslatedInstance[];
  /** The text of the v2 block. */
  readonly text: string;
  readonly adopted: readonly Adopted[];
}

/** Translates the block of a cluster. */
export function translateCluster(cluster: ClusterBlock, options: Prepared, edits: readonly Edit[]): TranslatedCluster {
  const opened = openBlock(cluster);
  const all = listInstances(cluster).map((instance) => translateInstance(instance, { opened, options, edits }));
  const first = all[0] as TranslatedInstance;
  const isAny = cluster.instances.length > 0 || all.some(({ instance }) => isOutside(instance));
  const adoptions = isAny ? all.map((one) => adopt(one)) : [];
  const own = [
    ...adoptions.flatMap(({ findings }) => findings),
    ...sayDifferences(cluster, all),
    ...sayOfBlock(opened),
  ];
  const merged = mergeFindings(all);
  const findings = [...merged, ...own].map((finding) => locate(finding, first));
  const rest = all.length > 1 ? withoutOwn(first.translation) : first.translation;
  const translation = finish(addFindings({ ...rest, findings: [] } as unknown as Translation, findings), first);
  return {
    opened,
    translation,
    instances: all,
    text: writeBlock(opened, { translated: translatedBy(first), names: nameArgument, edits }),
    adopted: adoptions.flatMap(({ adopted }) => adopted),
  };
}

/** Without what is of one of several clusters alone. */
function withoutOwn(translation: Translation): Partial<Translation> {
  const { id: _id, name: _name, ...rest } = translation;
  const { request: _request, ...shared } = rest as typeof rest & { readonly request?: unknown };
  return shared as Partial<Translation>;
}

/** What all clusters say alike is said once; what one alone says names it. */
function mergeFindings(all: readonly TranslatedInstance[]): Finding[] {
  const [first] = all;
  if (first && all.length === 1) return [...first.translation.findings];
  const said = new Map<string, { finding: Finding; addresses: string[] }>();
  for (const { translation, instance } of all)
    for (const finding of translation.findings) {
      const key = JSON.stringify([finding.code, finding.from, finding.to, finding.message]);
      const known = said.get(key);
      if (known) known.addresses.push(instance.address);
      else said.set(key, { finding, addresses: [instance.address] });
    }
  return [...said.values()].map(({ finding, addresses }) => {
    if (addresses.length === all.length) return finding;
    return { ...finding, message: `${finding.message} This is so of ${addresses.join(', ')}.` };
  });
}

/** Where the v2 values of the clusters of a block differ, which can only say one thing. */
function sayDifferences({ address }: ClusterBlock, all: readonly TranslatedInstance[]): Finding[] {
  if (all.length < 2) return [];
  const values = new Map<string, Map<string, unknown>>();
  for (const { translation, instance } of all)
    for (const { pointer, value } of walkLeaves(plainOf(bodyOf(translation)))) {
      if (pointer === '/id') continue;
      const known = values.get(pointer) ?? new Map<string, unknown>();
      values.set(pointer, known.set(instance.address, value));
    }
  return [...values].flatMap(([to, byAddress]) => {
    const distinct = [...new Set(byAddress.values())];
    if (distinct.length === 1 && byAddress.size === all.length) return [];
    const path = toDotted(to);
    const isShown = !isSecretPath(fromPointer(to));
    const choices = isShown ? { choices: { [path]: distinct as Json[] } } : {};
    const data = { address, path, values: isShown ? describe(byAddress) : 'they are not shown' };
    return [differFinding('differ', data, { to, decision: [path], settle: 'override', ...choices })];
  });
}

function describe(byAddress: ReadonlyMap<string, unknown>): string {
  return [...byAddress].map(([address, value]) => `${value} of ${address}`).join(', ');
}

function translatedBy({ translation, source }: TranslatedInstance) {
  const { changes } = translation;
  return { document: bodyOf(translation), original: source.value, changes, written: source.written };
}

function locate(finding: Finding, { source }: TranslatedInstance): Finding {
  const at = finding.at ?? source.locate(finding.from ?? '');
  return at ? { ...finding, at } : finding;
}

/** A translation as others see it: with the texts of expressions in the place of what the engine keeps. */
function finish(translation: Translation, { source }: TranslatedInstance): Translation {
  const { document, ...rest } = translation;
  const partial = 'partial' in translation ? translation.partial : undefined;
  const plain = { ...source, value: plainOf(source.value, showOriginal), line: source.line };
  return {
    ...rest,
    ...(document === undefined ? {} : { document: plainOf(document) }),
    ...(partial === undefined ? {} : { partial: plainOf(partial) }),
    source: () => plain,
  } as Translation;
}
