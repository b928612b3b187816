// Templates: the text that they give.
import type { Template, TemplatePart } from '../syntax/tree.js';
import type { Context } from './context.js';
import { broken, toText, unknown, type Value } from './value.js';

const longest = 100_000;

/** What a template gives. One that is nothing but `${…}` gives the value as it is; directives are not followed. */
export function evaluateTemplate(template: Template, context: Context): Value {
  const { style, parts } = template;
  const [only] = parts;
  if (style === 'quoted' && parts.length === 1 && only?.kind === 'interpolation')
    return context.evaluate(only.value, context);
  let text = '';
  for (const [at, part] of (style === 'indented' ? removeIndent(parts) : parts).entries()) {
    if (part.kind !== 'text' && part.kind !== 'interpolation') return unknown;
    const piece = part.kind === 'text' ? trimText(part.value, parts, at) : evaluatePiece(part.value, context);
    if (typeof piece !== 'string') return piece;
    text += piece;
    if (text.length > longest) return unknown;
  }
  return text.normalize('NFC');
}

function evaluatePiece(expression: (TemplatePart & { kind: 'interpolation' })['value'], context: Context): Value {
  const value = context.evaluate(expression, context);
  if (value === unknown || value === broken) return value;
  return toText(value) ?? unknown;
}

/** `~` takes the white space beside it away. */
function trimText(text: string, parts: readonly TemplatePart[], at: number): string {
  const [before, after] = [parts[at - 1], parts[at + 1]];
  const start = before && before.kind !== 'text' && before.trims.right ? text.trimStart() : text;
  return after && after.kind !== 'text' && after.trims.left ? start.trimEnd() : start;
}

/** Takes away by how much all lines are indented; each part of text is of one line. */
function removeIndent(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  const starts = parts.map((_, at) => {
    const before = parts[at - 1];
    return before === undefined || (before.kind === 'text' && before.value.endsWith('\n'));
  });
  const widths = parts.map((part, at) => {
    if (!starts[at]) return Number.POSITIVE_INFINITY;
    if (part.kind !== 'text') return 0;
    return isBlank(part.value) ? Number.POSITIVE_INFINITY : part.value.length - part.value.trimStart().length;
  });
  const width = Math.min(...widths);
  if (!Number.isFinite(width)) return parts;
  return parts.map((part, at) => {
    if (!starts[at] || part.kind !== 'text' || isBlank(part.value)) return part;
    return { ...part, value: part.value.slice(width) };
  });
}

function isBlank(line: string): boolean {
  return line.endsWith('\n') && line.trim() === '';
}
