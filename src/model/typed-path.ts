// Types of dotted paths, so that a misspelt path does not compile.

type Scalar = string | number | boolean | null | undefined;

/** Dotted paths of all leaves and containers of a document type; `*` stands for an array item. */
export type PathOf<T> = T extends Scalar
  ? never
  : T extends readonly (infer Item)[]
    ? '*' | Below<'*', Item>
    : { [K in keyof T & string]: K | Below<K, NonNullable<T[K]>> }[keyof T & string];

type Below<K extends string, T> = PathOf<NonNullable<T>> extends infer P extends string ? `${K}.${P}` : never;

/** The type of the value at a dotted path. */
export type ValueAt<T, P extends string> = P extends `${infer Head}.${infer Rest}`
  ? ValueAt<Child<NonNullable<T>, Head>, Rest>
  : Child<NonNullable<T>, P>;

type Child<T, K extends string> = T extends readonly (infer Item)[]
  ? K extends '*'
    ? Item
    : never
  : K extends keyof T
    ? T[K]
    : never;

/** The values at a tuple of paths, each absent or not null. */
export type ValuesAt<T, Paths extends readonly string[]> = {
  readonly [I in keyof Paths]: NonNullable<ValueAt<T, Paths[I]>> | undefined;
};
