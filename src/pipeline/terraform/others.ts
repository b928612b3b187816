// What stands in a module beside v1 clusters and is told as a document of its own: users, databases, data that is asked of
// v1, clusters that are of v2 already, and files that cannot be read.
import { messagesOf } from '../../engine/messages.js';
import { facts } from '../../facts/index.js';
import type { InventoryBlock, OldData } from '../../forms/terraform/facts/inventory.js';
import { clusterTypes } from '../../forms/terraform/fields.js';
import { listResources } from '../../forms/terraform/module/clusters.js';
import type { DataFile, Module, Placed } from '../../forms/terraform/module/module.js';
import type { HclFile, Range } from '../../forms/terraform/syntax/tree.js';
import type { Finding } from '../../model/finding.js';
import type { SourceDocument } from '../../model/source.js';
import type { Kind } from '../../model/translation.js';
import { documentKind, terraformData, terraformInventory } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import { problemFinding } from '../outcomes.js';
import type { ModuleTranslation } from './outcome.js';

const kindFinding = messagesOf(documentKind);
const inventoryFinding = messagesOf(terraformInventory);
const dataFinding = messagesOf(terraformData);

/** Users and databases: in the way of the module, until a person decides that Terraform forgets them. */
export function tellInventory(resource: InventoryBlock, isForgotten: boolean): ModuleTranslation {
  const { address, kind, names } = resource;
  const finding = isForgotten ? inventoryFinding('forgotten') : inventoryFinding(kind, { address });
  const status = isForgotten ? 'skipped' : 'blocked';
  const [name] = names ?? [];
  return tell(resource, { address, kind: kind === 'user' ? 'User' : 'Database', status, finding, name });
}

/** A data source that asks v1. */
export function tellOldData(data: OldData): ModuleTranslation {
  const { type, name } = data;
  const instead = (facts.terraform.dataSources as Readonly<Record<string, string>>)[type];
  const finding = instead === undefined ? dataFinding('v1-only', { type }) : dataFinding('v1-data', { type, instead });
  return tell(data, { address: `data.${type}.${name}`, kind: 'unknown', status: 'blocked', finding });
}

/** The clusters of a module that are of v2 already. */
export function tellNewClusters(module: Module): ModuleTranslation[] {
  return listResources(module, clusterTypes.v2).map((cluster) => {
    const finding = kindFinding('already-v2');
    return tell(cluster, { address: cluster.address, kind: 'ClusterEnsure', status: 'skipped', finding });
  });
}

interface Told {
  readonly address: string;
  readonly kind: Kind;
  readonly status: 'blocked' | 'skipped';
  readonly finding: Omit<Finding, 'at'>;
  readonly name?: string | undefined;
}

function tell({ file, block }: Placed, { address, kind, status, finding, name }: Told): ModuleTranslation {
  const source = openPart(file, block, address);
  const findings = [{ ...finding, at: file.placeAt(block.start) }];
  const named = name === undefined ? {} : { name };
  const translation: Translation = { kind, status, changes: [], findings, address, ...named, source: () => source };
  return { source: file.path, translation };
}

/** Files of a module that cannot be read. */
export function tellUnreadable({ files, data }: Module): ModuleTranslation[] {
  return [...files, ...data].flatMap((file) => {
    const errors = file.problems.filter(({ severity }) => severity === 'error');
    return errors.length === 0 ? [] : [{ source: file.path, translation: unreadable(file) }];
  });
}

function unreadable(file: HclFile | DataFile): Translation {
  const findings = file.problems.map((problem) => problemFinding(problem, ''));
  const source = 'text' in file ? openPart(file, file.body) : undefined;
  return { kind: 'unknown', status: 'unreadable', changes: [], findings, ...(source ? { source: () => source } : {}) };
}

/** What there is to say of a module in which no cluster stands to say it of. */
export function tellModule(findings: readonly Finding[], source: string): ModuleTranslation {
  const isBlocked = findings.some(({ severity }) => severity === 'error');
  return { source, translation: { kind: 'unknown', status: isBlocked ? 'blocked' : 'skipped', changes: [], findings } };
}

/** A part of a file as a document without a value: no payload is made of it. */
function openPart(file: HclFile, { start, end }: Range, address?: string): SourceDocument {
  return {
    format: 'terraform',
    value: undefined,
    problems: [],
    text: file.text.slice(start, end),
    line: file.placeAt(start).line,
    style: { indent: '  ', eol: file.eol, finalNewline: true, bom: false },
    locate: () => file.placeAt(start),
    written: () => undefined,
    comments: () => [],
    ...(address === undefined ? {} : { address }),
  };
}
