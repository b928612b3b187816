// The words for what is wrong with HCL. None of them quotes the text, which may hold a secret.
import type { SourceProblemCode } from '../../../model/source.js';

interface Words {
  readonly code: SourceProblemCode;
  readonly message: string;
  readonly remedy?: string;
}

/** Blocks, brackets, templates and the like may be nested this deep; hand-written modules nest about ten levels. */
export const maxNesting = 128;

/** A file may have this many UTF-16 code units; the largest seen in public places has a twentieth of it. */
export const maxLength = 16 * 1024 * 1024;

const closing = 'Look for a bracket or quote that is not closed before this place.';

/** Everything that can be wrong with the syntax. */
export const failures = {
  'argument-or-block': {
    code: 'syntax',
    message: 'The name of an argument or a block is expected here.',
    remedy: closing,
  },
  'quoted-name': { code: 'syntax', message: 'The name of an argument stands without quotes.' },
  'equals-or-block': {
    code: 'syntax',
    message: 'Behind this name an equals sign, labels in quotes or an opening brace is expected.',
  },
  label: { code: 'syntax', message: 'A label is a name or a plain text in quotes, and an opening brace follows.' },
  'line-end': {
    code: 'syntax',
    message: 'The line is expected to end here: each argument and each block stands on lines of its own.',
    remedy: closing,
  },
  'one-line-block': {
    code: 'syntax',
    message: 'A block on one line has one argument at most, and its closing brace on the same line.',
  },
  'open-block': {
    code: 'syntax',
    message: 'This block has no closing brace.',
    remedy: 'Look for the brace that was lost; the file may also be cut off.',
  },
  'repeated-argument': {
    code: 'duplicate-key',
    message: 'This argument stands twice in one block.',
    remedy: 'Remove one of the two.',
  },
  expression: { code: 'syntax', message: 'A value is expected here.', remedy: closing },
  number: { code: 'syntax', message: 'This number is not written as Terraform asks.' },
  step: { code: 'syntax', message: 'Behind a dot a name, a number or an asterisk is expected.' },
  'nested-splat': {
    code: 'syntax',
    message: 'One .* cannot stand within another; [*] can.',
  },
  index: { code: 'syntax', message: 'A closing bracket is expected here.' },
  arguments: { code: 'syntax', message: 'A comma or a closing parenthesis is expected between arguments.' },
  namespace: { code: 'syntax', message: 'Behind two colons the name of a function is expected.' },
  parenthesis: { code: 'syntax', message: 'A closing parenthesis is expected here.' },
  list: { code: 'syntax', message: 'A comma or a closing bracket is expected between the items of a list.' },
  key: { code: 'syntax', message: 'The key of an object with dots or brackets in it stands in parentheses or quotes.' },
  'key-sign': { code: 'syntax', message: 'Between a key and its value an equals sign or a colon is expected.' },
  item: { code: 'syntax', message: 'A comma, a new line or a closing brace is expected behind the item of an object.' },
  for: { code: 'syntax', message: 'This for expression is not written as Terraform asks.' },
  conditional: { code: 'syntax', message: 'A colon and the second value of the condition are expected here.' },
  quote: { code: 'syntax', message: 'This text has no closing quote on its line.' },
  escape: { code: 'syntax', message: 'This text holds a backslash escape that Terraform does not know.' },
  sequence: { code: 'syntax', message: 'This template has no closing brace where one is expected.' },
  directive: { code: 'syntax', message: 'A template knows %{ if }, %{ else }, %{ endif }, %{ for } and %{ endfor }.' },
  'open-directive': { code: 'syntax', message: 'A template directive is not closed, or closed without being open.' },
  heredoc: {
    code: 'syntax',
    message: 'Behind << or <<- a marker and a line break are expected, and the marker again on a line of its own.',
  },
  'line-break': { code: 'syntax', message: 'A carriage return stands alone on this line.' },
  comment: { code: 'syntax', message: 'This comment is not closed.' },
  'too-deep': {
    code: 'too-deep',
    message: `Blocks, brackets and templates are nested more than ${maxNesting} levels deep.`,
    remedy: 'No module needs that: check where the text comes from.',
  },
  'too-large': {
    code: 'too-large',
    message: 'The file is larger than this program reads.',
    remedy: 'No module needs that: check where the text comes from, or split it into several files.',
  },
} as const satisfies Record<string, Words>;

/** What can be wrong. */
export type FailureName = keyof typeof failures;
