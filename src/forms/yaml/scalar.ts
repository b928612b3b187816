// One YAML scalar as a JSON value: numbers that lose digits, NaN, times and bytes are told apart here.
import { Scalar } from 'yaml';
import type { SourceProblemCode } from '../../model/source.js';
import { keepsDigits } from '../text/digits.js';

/** A scalar's value, and what is wrong with it. */
export interface ScalarReading {
  readonly value: unknown;
  readonly problem?: SourceProblemCode;
}

const decimal = /^[-+]?(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d+)?$/;
const yamlOctal = /^[-+]?0[0-7_]+$/;

/** Converts a scalar. A time of YAML 1.1 stays the text as written; a number keeps what YAML reads. */
export function convertScalar(node: Scalar): ScalarReading {
  const { value } = node;
  const source = node.source ?? '';
  if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) return { value: source, problem: 'unsupported-value' };
  if (typeof value === 'number') return convertNumber(value, source);
  if (value === null || value === undefined) return { value: null };
  if (typeof value === 'string' || typeof value === 'boolean') return { value };
  if (value instanceof Date || typeof value === 'symbol') return { value: source };
  return { value: source, problem: 'unsupported-value' };
}

function convertNumber(value: number, source: string): ScalarReading {
  const isDecimal = decimal.test(source) && /\d/.test(source) && !yamlOctal.test(source);
  if (!isDecimal) return convertSpecialNumber(value);
  if (!keepsDigits(source.replaceAll('_', ''), value))
    return { value: Number.isFinite(value) ? value : null, problem: 'lost-digits' };
  return { value };
}

/** Hexadecimal, octal, binary and base-60 numbers, and those that are none: `.inf` and `.nan`. */
function convertSpecialNumber(value: number): ScalarReading {
  if (!Number.isFinite(value)) return { value: null, problem: 'unsupported-value' };
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return { value, problem: 'lost-digits' };
  return { value };
}

/** The text of a plain scalar exactly as written; undefined for quoted and block scalars. */
export function readWritten(node: Scalar): string | undefined {
  return node.type === Scalar.PLAIN ? node.source : undefined;
}
