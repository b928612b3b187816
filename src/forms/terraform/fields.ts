// The attributes of both cluster resources in the words of the API. By a general rule and not by a table: the provider took
// the API's names over in snake case.
import { isObject } from '../../model/json.js';
import { escapeKey, fromPointer } from '../../model/path.js';

/** The resources that clusters are in Terraform. */
export const clusterTypes = { v1: 'ionoscloud_pg_cluster', v2: 'ionoscloud_pg_cluster_v2' } as const;

/** Arguments that only the provider knows, at the top of both resources; the API has nothing like them. */
export const providerArguments: ReadonlySet<string> = new Set(['allow_replace', 'timeouts']);

/** The one block of v1 that is a list in the API, too. */
const listed = 'connections';
/** What v2 calls it, where the provider stayed with the name of v1. */
const single = 'connection';

/** How often the password of a v2 cluster changed, as Terraform counts. */
const passwordVersion = 'password_version';
/** Arguments of v2 that are no field of a body: the host, what the server computes, and the provider's own. */
const notOfApi: ReadonlySet<string> = new Set([...providerArguments, 'location', 'dns_name']);

type Members = Readonly<Record<string, unknown>>;

/** The API's name of an argument: `postgres_version` gives `postgresVersion`. */
export function toApiName(name: string): string {
  if (!name.includes('_')) return name;
  return name.replace(/(?<=[a-z\d])_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The attributes of a v1 cluster as its v1 document: the content of a block in place of the list around it. What is null
 * or empty, as states have all that nobody said, is absent.
 */
export function toV1Document({ id, ...attributes }: Members): Record<string, unknown> {
  const opened = Object.entries(attributes).map(([name, value]) => [name, isBlock(name, value) ? value[0] : value]);
  return makeDocument(id, Object.fromEntries(opened));
}

/** The attributes of a v2 cluster as its v2 document. Where a cluster is, and how often its password changed, are no fields. */
export function toV2Document(attributes: Members): Record<string, unknown> {
  const { id, connections, credentials, ...rest } = attributes;
  const { [passwordVersion]: _version, ...sent } = isObject(credentials) ? credentials : {};
  const own = Object.entries(rest).filter(([name]) => !notOfApi.has(name));
  return makeDocument(id, { ...Object.fromEntries(own), [single]: connections, credentials: sent });
}

/** The dotted v2 path of an attribute of a v2 cluster; undefined for what is no field of the API. */
export function toV2Path([first = '', ...keys]: readonly string[]): string | undefined {
  if (notOfApi.has(first) || keys[0] === passwordVersion || first === 'id') return undefined;
  return [first === listed ? single : first, ...keys].map(toApiName).join('.');
}

/** The place of an attribute that stands at a place in the v1 document made of it, or of the nearest that is there. */
export function toAttributePointer(attributes: unknown, pointer: string): string {
  const [first, ...keys] = fromPointer(pointer);
  if (first === 'id') return '/id';
  let value = attributes;
  let found = '';
  for (const key of keys) {
    const name = findName(value, key);
    if (name === undefined) return found;
    value = (value as Members)[name];
    found += `/${escapeKey(name)}`;
    if (!isBlock(name, value)) continue;
    value = value[0];
    found += '/0';
  }
  return found;
}

/** The place in the v1 document of an attribute's place. */
export function toDocumentPointer(pointer: string): string {
  const keys = fromPointer(pointer);
  if (keys[0] === 'id') return '/id';
  const named = keys.filter((key, depth) => depth !== 1 || key !== '0' || keys[0] === listed);
  return ['/properties', ...named.map((key) => escapeKey(toApiName(key)))].join('/');
}

function makeDocument(id: unknown, attributes: Members): Record<string, unknown> {
  const own = Object.entries(attributes).filter(([name]) => !providerArguments.has(name));
  return { ...(isAbsent(id) ? {} : { id }), properties: rename(Object.fromEntries(own)) };
}

function rename(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rename);
  if (!isObject(value)) return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const renamed = toApiName(name);
    // Of two that would have one name, neither may take the place of the other without a word.
    const key = renamed !== name && Object.hasOwn(value, renamed) ? name : renamed;
    return isAbsent(member) ? [] : [[key, rename(member)] as const];
  });
  return Object.fromEntries(members);
}

/** Whether an attribute is a block, which is kept as a list of one. */
function isBlock(name: string, value: unknown): value is readonly [unknown] {
  return name !== listed && Array.isArray(value) && value.length === 1 && isObject(value[0]);
}

function isAbsent(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isAbsent);
}

function findName(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.keys(value).find(
    (name) => name === key || toApiName(name) === key || (name === listed && key === single),
  );
}

/** The arguments that a place in the v2 document of a resource is: an object and its member, or one alone; none for the id. */
export function toArgument(pointer: string): readonly [string] | readonly [string, string] | undefined {
  const [first, ...keys] = fromPointer(pointer);
  if (first !== 'properties') return first === 'location' ? [first] : undefined;
  const [name = '', member] = keys.map(toArgumentName);
  const argument = name === single ? listed : name;
  return member === undefined ? [argument] : [argument, member];
}

/** The name of an argument in snake case: `dayOfTheWeek` gives `day_of_the_week`. */
function toArgumentName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The attribute of v1's resource that a place in the v1 document is, dotted and without indexes: `connections.cidr`. */
export function toAttribute(pointer: string): string {
  const keys = fromPointer(pointer).filter((key, depth) => !/^\d+$/.test(key) && (depth > 0 || key !== 'properties'));
  return keys.map(toArgumentName).join('.');
}
