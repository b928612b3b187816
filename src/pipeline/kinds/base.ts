// The base of a patch or a restore: found by id among what was given and what stands in the same run, and said as v1 would
// say it, so that a patch can be laid over it whatever its version.
import type { Supplied } from '../../engine/input.js';
import { messagesOf } from '../../engine/messages.js';
import { facts } from '../../facts/index.js';
import type { Unplaced } from '../../model/finding.js';
import { isObject, isScalar } from '../../model/json.js';
import { escapeKey, textAt, valueAt } from '../../model/path.js';
import type { SourceDocument } from '../../model/source.js';
import { detect, isClusterKind } from '../../recognise/detect.js';
import { clusterMappings, locationOf, patchBase } from '../../rules/index.js';
import { inspect } from '../../schema/inspect.js';
import { reviewV2 } from '../../schema/review-v2.js';
import { patchableFields } from '../../schema/v1-cluster.js';
import { type BaseDocument, listOfId, nameBase } from '../../supply/bases.js';
import type { Prepared } from '../../supply/options.js';

/** A cluster that something is applied to. */
export interface Base {
  readonly version: 'v1' | 'v2';
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly document: Record<string, unknown>;
  /** Its properties as v1 says them: of a v2 base as far as a patch may change them. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** What else it says, by v2 path: what a patch cannot change. */
  readonly kept: ReadonlyMap<string, Supplied>;
  /** The exact text of a v1 field, by JSON Pointer. */
  readonly written: SourceDocument['written'];
  /** What is doubtful in it. */
  readonly findings: readonly Unplaced[];
}

const baseFinding = messagesOf(patchBase);
/** Why a value of the base is in the PUT. */
export const baseSupplies = 'The base supplies the value, since a PUT takes no earlier values.';

/** Says that there is no base, and that one is needed. */
export const lacksBase: Unplaced = baseFinding('missing');

/** What clusters are looked for in. */
type Around = Pick<Prepared, 'bases' | 'neighbours'>;

/** Finds the base for an id, or says why there is none. What was given wins over what stands in the same run. */
export function findBase(around: Around, id: string | undefined): Base | Unplaced {
  const { bases } = around;
  const [only, ...more] = bases?.all ?? [];
  const isAlone = only !== undefined && more.length === 0;
  // One that has no id is whatever it was given for.
  if (isAlone && (id === undefined || textAt(only.value, 'id') === undefined)) return readBase(only);
  if (id === undefined) return bases ? baseFinding('several', { count: bases.all.length }) : lacksBase;
  const [found, ...others] = listOfId(around, id);
  if (found) return others.every((other) => isSame(other, found)) ? readBase(found) : tellApart(around, id);
  if (isAlone && only.pointer === '') return tellOther(readBase(only), id);
  return bases ? baseFinding('not-found', { id }) : lacksBase;
}

/** The region of a cluster, as far as all that is known of it agree. */
export function findRegion(around: Around, id: string): Supplied | undefined {
  const regions = listOfId(around, id).map((one) => {
    const base = readBase(one);
    if (!('version' in base)) return undefined;
    const said = base.kept.get('location')?.value ?? base.properties['location'];
    return typeof said === 'string' ? said.toLowerCase() : undefined;
  });
  const [first, ...others] = regions;
  return first === undefined || others.some((other) => other !== first) ? undefined : { value: first };
}

function tellApart(around: Around, id: string): Unplaced {
  const places = listOfId(around, id).map(nameBase);
  return baseFinding('twice', { id, places: [...new Set(places)].join(', ') });
}

function tellOther(base: Base | Unplaced, id: string): Base | Unplaced {
  return 'version' in base && base.id !== undefined ? baseFinding('other-id', { id, found: base.id }) : base;
}

function isSame({ value }: BaseDocument, other: BaseDocument): boolean {
  return JSON.stringify(value) === JSON.stringify(other.value);
}

function readBase({ value: document, source, pointer }: BaseDocument): Base | Unplaced {
  if (inspect(document).refused) return baseFinding('unusable', { reason: 'it is nested too deep or no plain JSON' });
  const found = detect(document);
  if (!isClusterKind(found.kind) || found.kind === 'unknown' || !isObject(document))
    return baseFinding('unusable', {
      reason: found.kind === 'unknown' ? 'its fields tell nothing' : `it is a ${found.kind}`,
    });
  const whole = found.bare ? document : valueAt(document, ['properties']);
  const properties = isObject(whole) ? whole : {};
  const around = found.bare ? '' : '/properties';
  const written = (below: string) => source?.written(pointer + around + below);
  const id = textAt(document, 'id');
  if (found.version === 'v1') {
    const name = textAt(properties, 'displayName');
    return { version: 'v1', id, name, document, properties, kept: new Map(), findings: [], written };
  }
  const remarks = reviewV2(document, found.kind).map(({ data }) =>
    baseFinding('doubtful', { path: data['path'] ?? '' }),
  );
  return {
    version: 'v2',
    id,
    name: textAt(properties, 'name'),
    document,
    findings: remarks,
    ...sayAsV1(document, properties, written),
  };
}

/** A v2 cluster in the words of v1, as far as a patch may change it; all else is kept as it is. */
function sayAsV1(
  document: Record<string, unknown>,
  v2: Record<string, unknown>,
  written: SourceDocument['written'],
): Pick<Base, 'properties' | 'kept' | 'written'> {
  const properties: Record<string, unknown> = {};
  const said = new Set<string>();
  const places = new Map<string, string>();
  for (const { from, to, back, targets } of clusterMappings) {
    const isPatchable = patchableFields.has(from[0]?.split('.')[1] ?? '');
    if (!isPatchable || !targets.includes('ClusterEnsure')) continue;
    const values = to.map((path) => valueAt(v2, path.split('.').slice(1)) ?? undefined);
    const made = values[0] === undefined ? [] : back ? back(values, facts) : values.slice(0, 1);
    for (const [index, value] of made.entries()) {
      if (value === undefined) continue;
      const keys = (from[index] ?? '').replace('*', '0').split('.').slice(1);
      put(properties, keys, value);
      said.add(to[0] ?? '');
      places.set(`/${keys.join('/')}`, `/${(to[0] ?? '').split('.').slice(1).join('/')}`);
    }
  }
  const kept = listKept(document, v2, said);
  return { properties, kept, written: (place) => written(places.get(place) ?? place) };
}

/** What a v2 base says besides; what is read-only, and a restore, stay behind. */
function listKept(document: Record<string, unknown>, v2: Record<string, unknown>, said: ReadonlySet<string>) {
  const kept = new Map<string, Supplied>();
  const { restoreFromBackup: _restore, ...rest } = v2;
  for (const [path, value] of listScalars(rest, 'properties'))
    if (!said.has(path)) kept.set(path, { value, why: baseSupplies });
  const href = document['href'];
  const host = typeof href === 'string' ? /^https:\/\/[^/]+/.exec(href)?.[0] : undefined;
  const location = locationOf(host, { facts });
  if (location) kept.set('location', { value: location, why: baseSupplies });
  return kept;
}

/** Puts a value at a list of keys; `0` is the first item of a list. */
function put(into: Record<string, unknown>, [key = '', ...below]: readonly string[], value: unknown): void {
  if (below.length === 0) {
    into[key] = value;
    return;
  }
  into[key] ??= below[0] === '0' ? [] : {};
  put(into[key] as Record<string, unknown>, below, value);
}

function* listScalars(value: unknown, path: string): Generator<[string, unknown]> {
  if (isScalar(value)) yield [path, value];
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value)) yield* listScalars(member, `${path}.${escapeKey(key)}`);
}
