// Operations of the API: how a v1 request is told by method and path, and which v2 request takes its place.

/** What the body of a v1 request is. */
export type BodyKind = 'CreateClusterRequest' | 'PatchClusterRequest' | 'CreateRestoreRequest';

/** One operation of v1 and what v2 has for it. Paths stand below the base URL; `{name}` is any one segment. */
export interface Operation {
  readonly v1?: { readonly method: string; readonly path: string };
  readonly v2?: { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly path: string };
  /** What the body is, for operations that have one we translate. */
  readonly body?: BodyKind;
  /** Whether the query of the v1 request still means something in v2. */
  readonly keepsQuery?: true;
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
  /** The query without `?`; empty where there is none. */
  readonly query: string;
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

/** The path and query of the v2 request, below the host; undefined where v2 has no such operation. */
export function writeV2Path({ operation, names, query }: MatchedOperation): string | undefined {
  if (!operation.v2) return undefined;
  const path = operation.v2.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '');
  if (!operation.keepsQuery || query === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

function splitUrl(base: string, url: string): { path: string; query: string } {
  const withoutHost = url.replace(/^[a-z]+:\/\/[^/?#]*/i, '');
  const prefix = base.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const [beforeHash = ''] = withoutHost.split('#');
  const [whole = '', ...rest] = beforeHash.split('?');
  const below = whole.startsWith(`${prefix}/`) ? whole.slice(prefix.length) : whole;
  return { path: below.replace(/\/+$/, ''), query: rest.join('?') };
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
