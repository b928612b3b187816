// The words for YAML's syntax errors, by the parser's error code: its own messages quote the text.
import type { ErrorCode, YAMLError } from 'yaml';
import type { Place } from '../../model/place.js';
import type { SourceProblem } from '../../model/source.js';
import { describeProblem } from '../text/problems.js';

const indentRemedy = 'Indent the lines of one block alike, with spaces.';
const quoteRemedy = 'Put the value in quotes.';

const words: Partial<Record<ErrorCode, readonly [message: string, remedy?: string]>> = {
  ALIAS_PROPS: ['An alias cannot have an anchor or a tag.'],
  BAD_ALIAS: ['An anchor or alias has a name that YAML does not allow.'],
  BAD_DIRECTIVE: ['A line that begins with % is no directive that YAML knows.'],
  BAD_DQ_ESCAPE: [
    'A string in double quotes holds an unknown escape.',
    'Write a backslash as two, or use single quotes.',
  ],
  BAD_INDENT: ['The indentation does not fit the lines around it.', indentRemedy],
  BAD_PROP_ORDER: ['An anchor or tag stands before the sign that it should follow.'],
  BAD_SCALAR_START: ['A plain value begins with a sign that YAML keeps for itself.', quoteRemedy],
  BLOCK_AS_IMPLICIT_KEY: ['A colon makes a nested object where none can stand.', quoteRemedy],
  BLOCK_IN_FLOW: [
    'An indented block stands inside brackets or braces.',
    'Write it inside the brackets, separated by commas.',
  ],
  KEY_OVER_1024_CHARS: ['A key is longer than 1024 characters.'],
  MISSING_CHAR: ['A sign is missing, such as a colon, a comma, a quote or a closing bracket.'],
  MULTILINE_IMPLICIT_KEY: ['A key must stand on one line and be followed by a colon.'],
  MULTIPLE_ANCHORS: ['A value has more than one anchor.'],
  MULTIPLE_TAGS: ['A value has more than one tag.'],
  RESOURCE_EXHAUSTION: ['The text asks for more work than the parser does.'],
  TAB_AS_INDENT: ['A tab is used as indentation, which YAML does not allow.', indentRemedy],
  UNEXPECTED_TOKEN: ['Something stands here that YAML does not expect.'],
};

/** What has the code of a wrong indentation too, and only the parser's words tell apart. */
const openBracket: readonly [message: string, remedy: string] = [
  'A bracket or brace that was opened above is not closed, or what stands inside it is not indented.',
  'Close it, or indent the lines inside it.',
];

/** Describes what the parser reported at a place, in words that quote nothing. */
export function describeYamlError(error: YAMLError, at: Place): SourceProblem {
  if (error.code === 'TAG_RESOLVE_FAILED' || error.code === 'BAD_COLLECTION_TYPE') {
    return describeProblem('unsupported-value', {
      message: 'A tag does not fit its value, or is unknown.',
      remedy: 'Remove the tag.',
      at,
    });
  }
  const isOpen = error.code === 'BAD_INDENT' && error.message.startsWith('Flow ');
  const [message, remedy] = isOpen ? openBracket : (words[error.code] ?? []);
  return describeProblem('syntax', { ...(message && { message }), ...(remedy && { remedy }), at });
}
