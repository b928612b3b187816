// Operations of the API: how a v1 request is told by method and path, and which v2 request takes its place.
import { trimEndOf } from './trim.js';
import { decodeParameter, splitUser } from './url.js';

/** What the body of a v1 request is. */
export type BodyKind =
  | 'CreateClusterRequest'
  | 'ClusterResponse'
  | 'PatchClusterRequest'
  | 'CreateRestoreRequest'
  | 'User'
  | 'Database';

/** One operation of v1 and what v2 has for it. Paths stand below the base URL; `{name}` is any one segment. */
export interface Operation {
  readonly v1?: { readonly method: string; readonly path: string };
  readonly v2?: { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly path: string };
  /** What the body is, for operations that have one we translate, or tell of. */
  readonly body?: BodyKind;
  /** Parameters of the query that mean the same in v2; none of the others is carried over. */
  readonly query?: readonly string[];
  /** What differs, or what to do where v2 has no such operation. */
  readonly note: string;
}

/** The operations with the base URL of v1. */
export interface Operations {
  readonly base: string;
  readonly rows: readonly Operation[];
}

/** A v1 request that was recognised. */
export interface MatchedOperation {
  readonly operation: Operation;
  /** The path segments that stand for names. */
  readonly names: Readonly<Record<string, string>>;
  /** The parameters of the query as they are written, `name=value`. */
  readonly query: readonly string[];
}

/** Finds the operation of a v1 request; `url` may be a whole URL, a path below the host, or one below the base. */
export function matchOperation({ base, rows }: Operations, method: string, url: string): MatchedOperation | undefined {
  const { path, query } = splitUrl(base, url);
  const segments = path.split('/');
  for (const operation of rows) {
    if (operation.v1?.method !== method.toUpperCase()) continue;
    const names = matchPath(operation.v1.path.split('/'), segments);
    if (names) return { operation, names, query };
  }
  return undefined;
}

/** The cluster that a URL of the API names, whatever it asks of it. */
export function clusterInUrl(url: string): string | undefined {
  return /\/clusters\/([^/?#]+)/.exec(url)?.[1];
}

/** The path and query of the v2 request, below the host; undefined where v2 has no such operation. */
export function writeV2Path({ operation, names, query }: MatchedOperation): string | undefined {
  if (!operation.v2) return undefined;
  const path = operation.v2.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '');
  const kept = query.filter((parameter) => isKept(operation, parameter));
  return kept.length === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${kept.join('&')}`;
}

/** How many parameters of the query are not carried over. */
export function countLostParameters({ operation, query }: MatchedOperation): number {
  return query.filter((parameter) => !isKept(operation, parameter)).length;
}

/** What v2 takes for a parameter of a query. */
export interface ParameterBounds {
  readonly min: number;
  readonly max?: number;
  /** Whether the bounds are those of a number, or of the length of a text. */
  readonly of: 'number' | 'length';
  /** The same in words. */
  readonly takes: string;
}

/** The names of the parameters that are carried over and have values that v2 does not take. */
export function listParametersOutside(
  { operation, query }: MatchedOperation,
  bounds: Readonly<Record<string, ParameterBounds>>,
): string[] {
  return query.flatMap((parameter) => {
    const [name = '', ...rest] = parameter.split('=');
    const bound = bounds[name];
    if (!bound || !isKept(operation, parameter)) return [];
    const text = decodeParameter(rest.join('='));
    const size = bound.of === 'length' ? [...text].length : /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
    return size >= bound.min && size <= (bound.max ?? Number.POSITIVE_INFINITY) ? [] : [name];
  });
}

/** A URL without what may be secret in it, its user and what follows its path, and whether anything was. */
export function hideSecrets(url: string): { readonly shown: string; readonly hasUser: boolean } {
  const { scheme, user, rest } = splitUser(url);
  const [shown = ''] = rest.split(/[?#;]/, 1);
  return { shown: scheme + shown, hasUser: user !== undefined };
}

function isKept({ query = [] }: Operation, parameter: string): boolean {
  return query.includes(parameter.split('=')[0] ?? '');
}

function splitUrl(base: string, url: string): { path: string; query: string[] } {
  const [withoutHost, prefix] = [dropHost(url), dropHost(base)];
  const [beforeHash = ''] = withoutHost.split('#');
  const [whole = '', ...rest] = beforeHash.split('?');
  const below = whole.startsWith(`${prefix}/`) ? whole.slice(prefix.length) : whole;
  return { path: trimEndOf(below, '/'), query: rest.join('?').split('&').filter(Boolean) };
}

/** A URL from its path on; one without a scheme begins with its path. */
function dropHost(url: string): string {
  const { scheme, rest } = splitUser(url);
  return scheme === '' ? url : rest.replace(/^[^/?#]*/, '');
}

function matchPath(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const names: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== segment : segment === '') return undefined;
    if (name !== undefined) names[name] = segment;
  }
  return names;
}
