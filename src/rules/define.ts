// How rules are declared: the same object as the engine's, with paths and placeholders checked by the compiler.
import type { Facts } from '../facts/index.js';
import type { Severity } from '../model/finding.js';
import type { Example, MessageSpec, Rule, RuleContext, RuleKind, Say } from '../model/rule.js';
import type { Target } from '../model/translation.js';
import type { PathOf, ValueAt, ValuesAt } from '../model/typed-path.js';
import type { V1Cluster, V2Cluster } from '../schema/documents.js';

/** A v1 path, dotted from the document. */
export type V1Path = PathOf<V1Cluster>;
/** A v2 path, dotted from the document; `location` is the request's. */
export type V2Path = PathOf<V2Cluster> | 'location';
/** What a rule's functions receive besides values. */
export type Context = RuleContext<Facts>;

type V2Value<P extends string> = P extends 'location' ? string : NonNullable<ValueAt<V2Cluster, P>>;
type V2Values<Paths extends readonly string[]> = { readonly [I in keyof Paths]?: V2Value<Paths[I]> | undefined };
type First<Paths extends readonly string[]> = Paths extends readonly [infer P extends string, ...string[]]
  ? V2Value<P>
  : undefined;
type Placeholder<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
type Data<M> = M extends { text: infer T extends string; remedy: infer R extends string }
  ? Placeholder<T> | Placeholder<R>
  : never;
type Said<M> = {
  [Id in keyof M & string]: Omit<Say<Id>, 'data'> &
    ([Data<M[Id]>] extends [never] ? { data?: never } : { data: Readonly<Record<Data<M[Id]>, string | number>> });
}[keyof M & string];

interface Declaration<
  F extends readonly V1Path[],
  T extends readonly V2Path[],
  M extends Record<string, MessageSpec & { decision?: readonly V2Path[] }>,
  R extends readonly V1Path[],
  L extends readonly V2Path[],
> {
  readonly id: `${string}/${string}`;
  readonly kind: RuleKind;
  readonly summary: string;
  readonly evidence: string;
  readonly from: F;
  readonly to: T;
  readonly reads?: R;
  readonly looks?: L;
  readonly targets?: readonly Target[];
  readonly secret?: true;
  readonly fallback?: (context: Context) => { readonly value: First<T>; readonly says: readonly Said<M>[] };
  readonly messages: M;
  readonly examples: readonly Example[];
  readonly map?: (
    values: readonly [...ValuesAt<V1Cluster, F>, ...ValuesAt<V1Cluster, R>],
    context: Context,
  ) => { readonly values?: V2Values<T>; readonly says?: readonly Said<M>[] };
  readonly check?: (value: First<T> | undefined, looks: V2Values<L>, context: Context) => readonly Said<M>[];
}

/** Declares a rule on cluster documents. The types it checks are gone at run time: it gives back its argument. */
export function rule<
  const F extends readonly V1Path[],
  const T extends readonly V2Path[],
  const M extends Record<string, MessageSpec & { decision?: readonly V2Path[] }>,
  const R extends readonly V1Path[] = [],
  const L extends readonly V2Path[] = [],
>(declaration: Declaration<F, T, M, R, L>): Rule<Facts> {
  return declaration as unknown as Rule<Facts>;
}

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
