// Checking a value against a zod schema: which places are of the wrong type, in words for people.
import * as z from 'zod';
import { describeTaken } from '../model/leaf.js';
import { toPointer } from '../model/path.js';

/** One place that a schema refuses. */
export interface Refusal {
  /** JSON Pointer. */
  readonly pointer: string;
  /** What the schema takes there: `a whole number`, `text`. Never the value itself. */
  readonly expected: string;
  /** For an unknown key, the key. */
  readonly unknownKey?: string;
}

/** Gives the refusals of a value, none for a valid one. */
export type Check = (value: unknown) => readonly Refusal[];

/** Checks before the schema is worth compiling: compiling takes milliseconds, a check microseconds. */
const compileAfter = 32;
const none: readonly Refusal[] = [];

/** Makes a check of a schema; it compiles the schema once it has been used a while. */
export function createCheck(schema: z.ZodType): Check {
  let parser = schema;
  let uses = 0;
  return (value) => {
    uses += 1;
    if (uses === compileAfter) parser = z.compile(schema);
    // A validator builds no copy of what it accepts, as a parser does.
    if (parser.validate(value)) return none;
    const result = schema.safeParse(value);
    return result.success ? none : result.error.issues.flatMap((issue) => describeIssue(issue));
  };
}

function describeIssue(issue: z.core.$ZodIssue): Refusal[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const pointer = toPointer(path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: toPointer([...path, key]),
      expected: 'no such field',
      unknownKey: key,
    }));
  }
  return [{ pointer, expected: describeExpected(issue) }];
}

function describeExpected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return nameType(issue.expected);
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(describeExpected))].join(' or ');
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'text that is not empty' : `a number of at least ${issue.minimum}`;
    case 'too_big':
      return `a number of at most ${issue.maximum}`;
    case 'invalid_format':
      return 'text of another form';
    default:
      return 'another value';
  }
}

function nameType(expected: string): string {
  if (expected === 'int' || expected === 'number') return describeTaken('integer');
  if (expected === 'array') return describeTaken('list');
  if (expected === 'object' || expected === 'record') return describeTaken('object');
  return expected === 'string' || expected === 'boolean' ? describeTaken(expected) : `a ${expected}`;
}
