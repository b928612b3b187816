// How rules are declared: the same object as the engine's, with paths and placeholders checked by the compiler.
import type { Facts } from '../facts/index.js';
import type { Severity } from '../model/finding.js';
import type { Json } from '../model/json.js';
import type { Example, MessageSpec, Rule, RuleContext, RuleKind, Say } from '../model/rule.js';
import type { Target } from '../model/translation.js';
import type { PathOf, ValueAt, ValuesAt } from '../model/typed-path.js';
import type { DecisionPath } from '../schema/decisions.js';
import type {
  BackupRead,
  PostgresVersionRead,
  V1Backup,
  V1Cluster,
  V1Inventory,
  V1ListEnvelope,
  V1PostgresVersion,
  V2Cluster,
  V2ListEnvelope,
} from '../schema/documents.js';
import type { ItemDecision } from '../schema/item-decision.js';

/** A v2 path, dotted from the document; `location` is the request's. */
type V2PathOf<V2> = PathOf<V2> | 'location';
/** What a rule's functions receive besides values. */
export type Context = RuleContext<Facts>;

type V2Value<V2, P extends string> = P extends 'location' ? string : NonNullable<ValueAt<V2, P>>;
type V2Values<V2, Paths extends readonly string[]> = {
  readonly [I in keyof Paths]?: V2Value<V2, Paths[I]> | undefined;
};
type First<V2, Paths extends readonly string[]> = Paths extends readonly [infer P extends string, ...string[]]
  ? V2Value<V2, P>
  : undefined;
type Placeholder<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
type Data<M> = M extends { text: infer T extends string; remedy: infer R extends string }
  ? Placeholder<T> | Placeholder<R>
  : never;
/** What a message proposes, by those of its decisions for which it says that it does. */
type Proposed<M, Value> = M extends { suggests: readonly (infer P extends string)[] }
  ? { readonly [K in P]?: Value }
  : never;
type Said<M> = {
  [Id in keyof M & string]: Omit<Say<Id>, 'data' | 'suggest' | 'choices'> & {
    readonly suggest?: Proposed<M[Id], Json>;
    readonly choices?: Proposed<M[Id], readonly Json[]>;
  } & ([Data<M[Id]>] extends [never] ? { data?: never } : { data: Readonly<Record<Data<M[Id]>, string | number>> });
}[keyof M & string];

type Messages<V2> = Record<
  string,
  MessageSpec & { decision?: readonly V2PathOf<V2>[]; suggests?: readonly (DecisionPath | ItemDecision)[] }
>;

interface Declaration<
  V1,
  V2,
  F extends readonly PathOf<V1>[],
  T extends readonly V2PathOf<V2>[],
  M extends Messages<V2>,
  R extends readonly PathOf<V1>[],
  L extends readonly V2PathOf<V2>[],
> {
  readonly id: `${string}/${string}`;
  readonly kind: RuleKind;
  readonly summary: string;
  readonly evidence: string;
  readonly from?: F;
  readonly to?: T;
  readonly reads?: R;
  readonly looks?: L;
  readonly targets?: readonly Target[];
  readonly secret?: true;
  readonly url?: true;
  readonly fallback?: (context: Context) => {
    readonly value: First<V2, T> | undefined;
    readonly says: readonly Said<M>[];
    readonly why?: string;
  };
  readonly messages?: M;
  readonly examples?: readonly Example[];
  readonly map?: (
    values: readonly [...ValuesAt<V1, F>, ...ValuesAt<V1, R>],
    context: Context,
  ) => { readonly values?: V2Values<V2, T>; readonly says?: readonly Said<M>[] };
  readonly back?: (values: V2Values<V2, T>, facts: Facts) => Partial<ValuesAt<V1, F>>;
  readonly express?: Rule<Facts>['express'];
  readonly recall?: Rule<Facts>['recall'];
  readonly derive?: (
    looks: V2Values<V2, L>,
    context: Context,
    values: readonly [...ValuesAt<V1, F>, ...ValuesAt<V1, R>],
  ) => First<V2, T> | undefined;
  readonly check?: (value: First<V2, T> | undefined, looks: V2Values<V2, L>, context: Context) => readonly Said<M>[];
}

/**
 * Gives the function that declares rules of one family of documents, which differ in their paths and in the targets that
 * a rule serves where it names none. What a declaration leaves out is empty: the rule that it gives is complete.
 */
function declareFor<V1, V2>(targets: readonly Target[]) {
  return function declare<
    const F extends readonly PathOf<V1>[] = [],
    const T extends readonly V2PathOf<V2>[] = [],
    const M extends Messages<V2> = Record<never, never>,
    const R extends readonly PathOf<V1>[] = [],
    const L extends readonly V2PathOf<V2>[] = [],
  >(declaration: Declaration<V1, V2, F, T, M, R, L>): Rule<Facts> {
    return { ...empty, targets, ...declaration } as unknown as Rule<Facts>;
  };
}

const empty = { from: [], to: [], messages: {}, examples: [] } as const;

/** The targets of a rule on clusters that names none. */
export const clusterTargets: readonly Target[] = ['ClusterCreate', 'ClusterEnsure', 'ClusterRead'];

/** Declares a rule on cluster documents. The types it checks are gone at run time. */
export const rule = declareFor<V1Cluster, V2Cluster>(clusterTargets);

/** Declares a rule on clusters as answers of v2 hold them. */
export const readRule = declareFor<V1Cluster, V2Cluster>(['ClusterRead']);

/** Declares a rule on backups. */
export const backupRule = declareFor<V1Backup, BackupRead>(['Backup']);

/** Declares a rule on PostgreSQL versions. */
export const versionRule = declareFor<V1PostgresVersion, PostgresVersionRead>(['PostgresVersion']);

/** Declares a rule on users and databases, of which v2 has no documents. */
export const inventoryRule = declareFor<V1Inventory, Record<never, never>>(['inventory']);

/** Declares a rule on what surrounds the items of a list. */
export const listRule = declareFor<V1ListEnvelope, V2ListEnvelope>([
  'ClusterReadList',
  'BackupReadList',
  'PostgresVersionReadList',
]);

/** Declares what is said outside of plans: of documents as a whole, and of places that no mapping knows. */
export const documentRule = declareFor<V1Cluster, V2Cluster>([]);

/** Nothing to say. */
export const silent: readonly never[] = [];

/** A message that stops the document. */
export function error<const S extends string, const R extends string>(text: S, remedy: R) {
  return { severity: 'error' as Severity, text, remedy } as const;
}

/** A message that asks for a look. */
export function warning<const S extends string, const R extends string>(text: S, remedy: R) {
  return { severity: 'warning' as Severity, text, remedy } as const;
}

/** A message that asks for nothing. */
export function info<const S extends string, const R extends string = ''>(text: S, remedy: R = '' as R) {
  return { severity: 'info' as Severity, text, remedy } as const;
}
