// Values of forms in which an expression may stand where others have a value: a text, and what it is known to give. Rules
// never see one.
import { isObject, type Json } from './json.js';

const mark: unique symbol = Symbol('opaque');

/** What an expression is. */
export interface Expressed {
  /** As it is written in v2. */
  readonly text: string;
  /** As v1 has it, where what it reads has another name there. */
  readonly original?: string | undefined;
  /** What it gives; undefined where nothing tells. */
  readonly known: Json | undefined;
  /** Where that is known from, in words that end a sentence: `the default of var.ram (variables.tf:4:13)`. */
  readonly told?: string | undefined;
  /** Whether what it gives must not be shown. */
  readonly isSecret?: boolean;
}

/** An expression in the place of a value. */
export interface Opaque extends Expressed {
  readonly [mark]: true;
}

/** How a form writes what rules make of expressions. Texts of literals are computed, not wrapped. */
export interface Algebra {
  readonly divide: (text: string, by: number) => string;
  /** Divides and rounds up to a whole number. */
  readonly divideUp: (text: string, by: number) => string;
  /** A product in brackets, so that it can stand anywhere. */
  readonly multiply: (text: string, by: number) => string;
  readonly upper: (text: string) => string;
  readonly lower: (text: string) => string;
  /** Whether two give different values, in brackets. */
  readonly differs: (text: string, other: string) => string;
  /** `then` where the condition holds, `otherwise` where not. */
  readonly choose: (condition: string, then: string, otherwise: string) => string;
  readonly literal: (value: string | number | boolean) => string;
}

/** An expression as a value. Nothing of it can be listed, so that walks take it for a leaf and nobody prints what it is. */
export function createOpaque({ text, original, known, told, isSecret }: Expressed): Opaque {
  const hidden = {
    text: { value: text },
    original: { value: original },
    known: { value: known },
    told: { value: told },
    isSecret: { value: isSecret },
    [mark]: { value: true },
  };
  return Object.defineProperties({}, hidden) as Opaque;
}

/** Whether a value is an expression. */
export function isOpaque(value: unknown): value is Opaque {
  return typeof value === 'object' && value !== null && mark in value;
}

/** A value with what its expressions are known to be in their place; undefined where nothing tells. */
export function knownOf(value: unknown): unknown {
  if (isOpaque(value)) return value.known;
  if (Array.isArray(value)) return value.map(knownOf);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, knownOf(member)]));
}

/** A value with its expressions as JSON holds them, which is what people are shown. */
export function plainOf(value: unknown, show: (opaque: Opaque) => string = showOpaque): unknown {
  if (isOpaque(value)) return show(value);
  if (Array.isArray(value)) return value.map((item) => plainOf(item, show));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainOf(member, show)]));
}

/** An expression as v1 has it. */
export function showOriginal({ original, text }: Expressed): string {
  return showOpaque({ text: original ?? text });
}

/** An expression as JSON holds it, in the way of Terraform's own JSON: `${var.ram / 1024}`. */
export function showOpaque({ text }: Pick<Expressed, 'text'>): string {
  return `\${${text}}`;
}
