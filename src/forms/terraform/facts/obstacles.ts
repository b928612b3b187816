// Blocks and files of a module that stand in the way: of addresses, override files, the beta's resource, JSON.
import type { Json } from '../../../model/json.js';
import { v1ClusterType } from '../module/clusters.js';
import { listMembers } from '../module/data-files.js';
import type { DataFile, Module } from '../module/module.js';
import { isOverride } from '../module/names.js';
import { listChildren } from '../syntax/children.js';
import type { Block, Expression, HclFile } from '../syntax/tree.js';
import { type Fact, placeFact } from './fact.js';

/** The resource type of the beta, which the provider no longer knows. */
const betaType = 'ionoscloud_dbaas_pgsql_cluster';
const readInText = /(?<!data\.)\bionoscloud_pg_cluster\.[\p{L}_]/u;

/** Lists what there is to say of them. */
export function listObstacles(module: Module): readonly Fact[] {
  const facts = module.files.flatMap((file) =>
    file.body.items.flatMap((item) => (item.kind === 'block' ? judgeBlock(file, item, module) : [])),
  );
  return [...facts, ...listStated(module), ...module.data.filter(({ kind }) => kind === 'tf.json').flatMap(judgeJson)];
}

/** Clusters that only a state has. */
function listStated(module: Module): Fact[] {
  return module.clusters.flatMap((cluster) =>
    cluster.instances.flatMap(({ isStated, address }) => {
      const place = placeFact(cluster.file, cluster.repeat?.start ?? cluster.block.start);
      return isStated ? [{ code: 'terraform/address/stated', data: { address }, ...place, clusters: [cluster] }] : [];
    }),
  );
}

function judgeBlock(file: HclFile, block: Block, module: Module): Fact[] {
  const [type, name] = block.labels.map(({ text }) => text);
  const place = placeFact(file, block.start);
  // What moves a cluster in the state goes well with what forgets it there.
  if (block.type === 'import') {
    const isOurs = block.body.items.some((item) => item.kind === 'attribute' && namesCluster(item.value));
    return isOurs ? [{ code: 'terraform/address/import', ...place, clusters: [] }] : [];
  }
  if (block.type !== 'resource' || name === undefined) return [];
  if (type === betaType) return [{ code: 'terraform/address/beta', ...place, clusters: [] }];
  if (type !== v1ClusterType || !isOverride(file.path)) return [];
  const clusters = module.clusters.filter((cluster) => cluster.block === block);
  return [{ code: 'terraform/address/override', ...place, clusters }];
}

function namesCluster(expression: Expression): boolean {
  if (expression.kind === 'variable') return expression.name === v1ClusterType;
  return listChildren(expression).some(namesCluster);
}

/** A cluster in JSON, and texts that read one. */
function judgeJson(file: DataFile): Fact[] {
  const place = (pointer: string) => ({ source: file.path, at: file.locate(pointer), clusters: [] });
  const facts: Fact[] = listMembers(file.value, ['resource', v1ClusterType]).map(({ pointer }) => ({
    code: 'terraform/address/json',
    ...place(pointer),
  }));
  for (const { name, pointer } of [...listMembers(file.value, ['resource']), ...listMembers(file.value, ['data'])])
    if (isOldType(name) && !(name === v1ClusterType && pointer.startsWith('/resource')))
      facts.push({ code: 'terraform/address/json-other', data: { type: name }, ...place(pointer) });
  const reading = findText(file.value, '');
  return reading === undefined ? facts : [...facts, { code: 'terraform/reference/json', ...place(reading) }];
}

/** Resources and data sources that ask v1. */
function isOldType(type: string): boolean {
  return type.startsWith('ionoscloud_pg_') && !type.endsWith('_v2');
}

/** The place of the first text that reads a v1 cluster. */
function findText(root: Json | undefined, start: string): string | undefined {
  const open: [Json, string][] = root === undefined ? [] : [[root, start]];
  for (const [value, pointer] of open) {
    if (typeof value === 'string' && readInText.test(value)) return pointer;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value)) open.push([member, `${pointer}/${key}`]);
  }
  return undefined;
}
