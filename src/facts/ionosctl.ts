// The words of ionosctl for clusters: those of v1 of the API, and what takes their place for v2.
import type { Dated } from '../model/dated.js';

/** What ionosctl calls things. */
export interface Ionosctl {
  /** Names of the commands of v1 and of those of v2. */
  readonly v1: ReadonlySet<string>;
  readonly v2: string;
  /** The long names of short flags. */
  readonly short: ReadonlyMap<string, string>;
  /** Flags that take no value. */
  readonly switches: ReadonlySet<string>;
  /** Flags of v1 that v2 calls otherwise. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Flags of v1 that v2 lacks. */
  readonly gone: ReadonlySet<string>;
  /** Flags whose bare number is MB in v1 and GB in v2; with a unit both say the same. */
  readonly sizes: ReadonlySet<string>;
  /** Flags that v2 cannot do without, by what is done to a cluster. */
  readonly required: Readonly<Record<string, readonly string[]>>;
  /** What is done to a cluster, backup or version in both, by the long and the short word. */
  readonly verbs: ReadonlyMap<string, string>;
  /** What v2 has commands for. */
  readonly nouns: ReadonlyMap<string, string>;
  /** What v1 did by itself and v2 does otherwise, as flags of a new cluster. */
  readonly kept: readonly string[];
}

/** The words of ionosctl. */
export const ionosctl: Dated<Ionosctl> = {
  data: {
    v1: new Set(['postgres', 'pg', 'pgsql', 'postgresql', 'psql']),
    v2: 'postgres-v2',
    short: new Map([
      ['V', 'version'],
      ['I', 'instances'],
      ['B', 'backup-location'],
      ['S', 'sync'],
      ['n', 'name'],
      ['D', 'datacenter-id'],
      ['L', 'lan-id'],
      ['C', 'cidr'],
      ['b', 'backup-id'],
      ['R', 'recovery-time'],
      ['U', 'db-username'],
      ['P', 'db-password'],
      ['T', 'maintenance-time'],
      ['d', 'maintenance-day'],
      ['i', 'cluster-id'],
      ['t', 'timeout'],
      ['o', 'output'],
      ['u', 'api-url'],
      ['c', 'config'],
    ]),
    switches: new Set(['wait-for-state', 'W', 'force', 'f', 'quiet', 'q', 'verbose', 'v', 'no-headers', 'all', 'a']),
    renamed: new Map([['sync', 'sync-mode']]),
    gone: new Set(['storage-type', 'remove-connection']),
    sizes: new Set(['ram', 'storage-size']),
    required: {
      create: ['version', 'datacenter-id', 'lan-id', 'cidr', 'db-username', 'db-password', 'database', 'location'],
      update: ['cluster-id', 'db-password', 'location'],
      restore: ['cluster-id', 'backup-id', 'db-password', 'location'],
      get: ['cluster-id', 'location'],
      delete: ['location'],
    },
    verbs: new Map([
      ['create', 'create'],
      ['c', 'create'],
      ['update', 'update'],
      ['u', 'update'],
      ['up', 'update'],
      ['get', 'get'],
      ['g', 'get'],
      ['list', 'list'],
      ['l', 'list'],
      ['ls', 'list'],
      ['delete', 'delete'],
      ['d', 'delete'],
      ['restore', 'restore'],
      ['r', 'restore'],
    ]),
    nouns: new Map([
      ['cluster', 'cluster'],
      ['c', 'cluster'],
      ['backup', 'backup'],
      ['b', 'backup'],
      ['version', 'version'],
      ['v', 'version'],
    ]),
    kept: ['--backup-retention-days 7'],
  },
  source: 'ionosctl at 0e4141a: commands/dbaas/postgres, commands/dbaas/postgres-v2, pkg/convbytes, internal/constants',
  checked: '2026-11-26',
};
