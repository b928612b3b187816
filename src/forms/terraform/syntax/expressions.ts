// Expressions of HCL as syntax trees. Chains (`a.b[0].c`, `a + b + c`) are lists, so that long ones are no deep trees.

/** A stretch of a text, in UTF-16 code units; `end` is behind it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Any expression. */
export type Expression =
  | Literal
  | Template
  | Variable
  | Traversal
  | Call
  | Tuple
  | ObjectExpression
  | ForExpression
  | Unary
  | Operation
  | Conditional
  | Parens;

/** A number, `true`, `false` or `null`. */
export interface Literal extends Range {
  readonly kind: 'literal';
  readonly value: number | boolean | null;
}

/** A text in quotes or a heredoc. */
export interface Template extends Range {
  readonly kind: 'template';
  /** `indented` is `<<-`, whose lines lose what they are all indented by. */
  readonly style: 'quoted' | 'heredoc' | 'indented';
  readonly parts: readonly TemplatePart[];
}

/** Text, or one `${…}` or `%{…}`. `trims` tells whether `~` stands at its left and right. */
export type TemplatePart =
  | TextPart
  | (Sequence & { readonly kind: 'interpolation'; readonly value: Expression })
  | (Sequence & { readonly kind: 'if'; readonly condition: Expression })
  | (Sequence & {
      readonly kind: 'for';
      readonly keyName: Name | undefined;
      readonly valueName: Name;
      readonly collection: Expression;
    })
  | (Sequence & { readonly kind: 'else' | 'endif' | 'endfor' });

/** Text of a template, its escapes resolved. */
export interface TextPart extends Range {
  readonly kind: 'text';
  readonly value: string;
}

interface Sequence extends Range {
  readonly trims: { readonly left: boolean; readonly right: boolean };
}

/** A name that is declared, as in `for name in …`. */
export interface Name extends Range {
  readonly name: string;
}

/** A name that stands for a value: `var`, `each`, a resource type. As a key of an object it is a text. */
export interface Variable extends Range {
  readonly kind: 'variable';
  readonly name: string;
}

/** A value and the steps into it: `var.sizes["small"].ram`. There is one step at least. */
export interface Traversal extends Range {
  readonly kind: 'traversal';
  readonly root: Expression;
  readonly steps: readonly Step[];
}

/** One step into a value, with its dot or brackets. */
export type Step =
  | (Range & { readonly kind: 'attribute'; readonly name: string; readonly nameRange: Range })
  /** `[key]`; `legacy` is `.0`. */
  | (Range & { readonly kind: 'index'; readonly key: Expression; readonly legacy: boolean })
  /** `[*]` is full: all steps behind it belong to it. `.*` has the attributes right behind it only. */
  | (Range & { readonly kind: 'splat'; readonly full: boolean });

/** `name(…)`; `expands` tells whether `...` stands behind the last argument. */
export interface Call extends Range {
  readonly kind: 'call';
  /** With its namespaces: `provider::time::rfc3339_parse`. */
  readonly name: string;
  readonly args: readonly Expression[];
  readonly expands: boolean;
}

/** `[a, b]`. */
export interface Tuple extends Range {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

/** `{ key = value }`. A key that is a bare name is a variable here, and means its own text. */
export interface ObjectExpression extends Range {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
}

/** One item of an object. */
export interface ObjectItem extends Range {
  readonly key: Expression;
  readonly value: Expression;
}

/** `[for k, v in c : value if condition]` and `{for k, v in c : key => value... if condition}`. */
export interface ForExpression extends Range {
  readonly kind: 'for';
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  /** Only where it makes an object. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly groups: boolean;
  readonly condition: Expression | undefined;
}

/** `-a` and `!a`. */
export interface Unary extends Range {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

/** Operators of one rank, from left to right: one more operand than operators. */
export interface Operation extends Range {
  readonly kind: 'operation';
  readonly operands: readonly Expression[];
  readonly operators: readonly Operator[];
}

/** Operators between two values. */
export type Operator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

/** `condition ? then : otherwise`. */
export interface Conditional extends Range {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** `(inner)`. */
export interface Parens extends Range {
  readonly kind: 'parens';
  readonly inner: Expression;
}
