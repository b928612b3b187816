// The clusters that one block stands for: each is translated with what is known of it.
import { createSupply, type Supplied, type Supply } from '../../engine/input.js';
import { messagesOf } from '../../engine/messages.js';
import { facts } from '../../facts/index.js';
import type { OpenedBlock } from '../../forms/terraform/block/open.js';
import { readCluster } from '../../forms/terraform/block/read.js';
import { v1ClusterType } from '../../forms/terraform/module/clusters.js';
import type { ClusterBlock, ResourceInstance } from '../../forms/terraform/module/module.js';
import type { Edit } from '../../forms/terraform/write/edits.js';
import type { Unplaced } from '../../model/finding.js';
import { knownOf } from '../../model/opaque.js';
import { toDotted, valueAt } from '../../model/path.js';
import type { SourceDocument } from '../../model/source.js';
import { bodyOf } from '../../model/translation.js';
import { hostOf, terraformLocation, terraformPooler, terraformSecret } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import type { Prepared } from '../../supply/options.js';
import { doubtsOf } from '../document.js';
import { addFindings } from '../outcomes.js';
import { fieldTypes } from './tables.js';
import { translateResource } from './translate-resource.js';

const locationFinding = messagesOf(terraformLocation);
const poolerFinding = messagesOf(terraformPooler);
const secretFinding = messagesOf(terraformSecret);

/** One cluster with what became of it. */
export interface TranslatedInstance {
  readonly instance: ResourceInstance;
  readonly source: SourceDocument;
  readonly translation: Translation;
  readonly id: string | undefined;
}

/** The clusters of a block; where it stands for none now, what it would stand for. */
export function listInstances(cluster: ClusterBlock): readonly ResourceInstance[] {
  const { instances, module, address } = cluster;
  const elsewhere = listStatedElsewhere(cluster);
  if (elsewhere.length > 0) return elsewhere;
  if (instances.length > 0) return instances;
  const [instance] = module.instances;
  const none = { key: undefined, isUnknown: false, isStated: false, address, state: undefined };
  return instance ? [{ ...none, scope: { instance } }] : [];
}

/** The clusters of a child module whose root is no part of the run, as a state of that root has them. */
function listStatedElsewhere({ instances, module, name }: ClusterBlock): ResourceInstance[] {
  const [instance] = module.instances;
  if (!instance || module.callers.length > 0 || instances.some(({ state }) => state)) return [];
  const stated = [...instance.state.resources].filter(
    ([address]) => address.startsWith('module.') && address.endsWith(`.${v1ClusterType}.${name}`),
  );
  return stated.flatMap(([address, states]) =>
    states.map((state) => {
      const { key } = state;
      const each =
        typeof key === 'string' ? { key, value: undefined, trail: { origins: [], isSecret: false } } : undefined;
      const index = typeof key === 'number' ? key : undefined;
      const suffix = key === undefined ? '' : `[${JSON.stringify(key)}]`;
      const scope = { instance, each, index };
      return { key, isUnknown: false, isStated: false, address: address + suffix, scope, state };
    }),
  );
}

/** Whether the import of a cluster belongs in a module that is no part of the run. */
export function isOutside({ address, scope }: ResourceInstance): boolean {
  return scope.instance.address === '' && address.startsWith('module.');
}

/** What a cluster is translated with. */
export interface InstanceSettings {
  readonly opened: OpenedBlock;
  readonly options: Prepared;
  /** References to other clusters, as v2 has them. */
  readonly edits: readonly Edit[];
}

/** Translates one of the clusters of a block. */
export function translateInstance(
  instance: ResourceInstance,
  { opened, options, edits }: InstanceSettings,
): TranslatedInstance {
  const read = readCluster({ opened, edits, types: fieldTypes() }, instance);
  const people = findSupply(opened.cluster, instance, { read, options });
  const id = people.id ?? idOf(read) ?? options.id;
  const source = id === undefined ? read : { ...read, value: { ...(read.value as object), id } };
  const location = valueAt(source.value, ['properties', 'location']);
  const region = typeof location === 'string' ? findRegion(location) : undefined;
  const supply = region === undefined ? people.supply : replaceLocation(people.supply, String(location), region);
  const document = {
    value: source.value,
    original: source.value,
    options,
    pointer: '',
    source,
    doubts: doubtsOf(source),
  };
  const translation = translateResource(document, supply);
  return {
    instance,
    source,
    id,
    translation: addFindings(translation, [
      ...sayLocation(translation, location, region),
      ...sayPooler(translation, instance),
      ...saySecrets(translation, options),
    ]),
  };
}

function idOf({ value }: SourceDocument): string | undefined {
  const id = valueAt(value, ['id']);
  return typeof id === 'string' ? id : undefined;
}

interface People {
  readonly supply: Supply;
  readonly id: string | undefined;
}

/** What people supply for a cluster: under its id or own address, then under those of its block, then under its name. */
function findSupply(
  { address, addresses, instances }: ClusterBlock,
  instance: ResourceInstance,
  { read, options }: { readonly read: SourceDocument; readonly options: Prepared },
): People {
  const name = knownOf(valueAt(read.value, ['properties', 'displayName']));
  const keys = [instance.address, address, ...addresses, ...(typeof name === 'string' ? [name] : [])];
  const supplies = [...new Set(keys)].map((key) => options.supplyFor(idOf(read), key));
  // An id under the address of a block is that of its only cluster.
  const told = instances.length > 1 ? supplies.slice(0, 1) : supplies;
  const supply = supplies.find(({ own }) => own && own.size > 0) ?? options.supplyFor(undefined, undefined);
  return { supply, id: told.find(({ id }) => id !== undefined)?.id };
}

/** The region that the provider knows in the place of a location that it does not know. */
function findRegion(location: string): string | undefined {
  const own = location.toLowerCase();
  if (!facts.unprovidedLocations.includes(own)) return undefined;
  const host = hostOf(own, { facts });
  return Object.keys(facts.locations).find(
    (one) => !facts.unprovidedLocations.includes(one) && hostOf(one, { facts }) === host,
  );
}

function replaceLocation(supply: Supply, location: string, region: string): Supply {
  const why = 'The provider does not know the location that v1 has; this one has the same host.';
  const own = new Map<string, Supplied>([[location, { value: region, why }], ...(supply.map.get('location') ?? [])]);
  return createSupply({ ...supply, map: new Map([...supply.map, ['location', own]]) });
}

function sayLocation(translation: Translation, written: unknown, region: string | undefined): Unplaced[] {
  const from = '/properties/location';
  if (region !== undefined) return [locationFinding('region', { location: String(written), region }, { from })];
  const { location } = translation;
  const known = location === undefined ? undefined : findRegion(location);
  if (known === undefined || location === undefined) return [];
  const settled = { decision: ['location'], settle: 'override', suggestion: { location: known } } as const;
  return [locationFinding('unknown', { location, region: known }, { from, ...settled })];
}

function sayPooler(translation: Translation, { state }: ResourceInstance): Unplaced[] {
  const body = bodyOf(translation);
  if (state || valueAt(body, ['properties', 'connectionPooler']) !== undefined) return [];
  return [poolerFinding('silent', undefined, { decision: ['connectionPooler'], settle: 'set' })];
}

/** A module has no other place for a value than the file. */
function saySecrets({ changes }: Translation, { secretPaths }: Prepared): Unplaced[] {
  const supplied = changes.filter(({ kind }) => kind === 'supply').flatMap(({ to }) => to);
  return supplied.flatMap((to) => {
    const path = toDotted(to);
    return secretPaths.includes(path) ? [secretFinding('in-clear', { path }, { to })] : [];
  });
}
