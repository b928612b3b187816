// Values as YAML text with their comments, in the block style that people edit.
import { Document, type ScalarTag, type Schema, type Tags, type ToStringOptions } from 'yaml';
import type { Style } from '../../model/source.js';
import type { PlacedComment } from '../../model/translation.js';
import { trimEndOf } from '../../model/trim.js';
import { attachComments, writeComment } from './write-comments.js';
import { createStringTag, type LongText, stringTag, writeNumber } from './write-strings.js';

/** A value with the comments to write into it; their `to` pointers are relative to the value. */
export interface CommentedValue {
  readonly value: unknown;
  readonly comments: readonly PlacedComment[];
}

/** Renders a value as one YAML document, without `---`. Comments without `to` are not written. */
export function renderYaml(value: unknown, comments: readonly PlacedComment[], style: Style): string {
  const text = layOut(value, comments, style);
  const ended = style.finalNewline ? text : trimEndOf(text, '\n');
  return `${style.bom ? '\uFEFF' : ''}${style.eol === '\n' ? ended : ended.replaceAll('\n', style.eol)}`;
}

/** The comments of a value that stands at a pointer of another. */
export function moveComments(comments: readonly PlacedComment[], pointer: string): PlacedComment[] {
  return comments.map((comment) =>
    comment.to === undefined ? comment : { ...comment, to: `${pointer}${comment.to}` },
  );
}

function layOut(value: unknown, comments: readonly PlacedComment[], style: Style): string {
  // Without its last line break, a block at the end would be read back without its own.
  const schema = schemaFor(style.finalNewline ? 'block' : 'quoted');
  const document = new Document(value ?? null, { schema, aliasDuplicateObjects: false });
  attachComments(document, comments);
  const options: ToStringOptions = {
    indent: Math.min(Math.max(style.indent.length, 2), 8),
    lineWidth: 0,
    // There are none, and to see that, the package would visit every node.
    directives: false,
    commentString: writeComment,
  };
  return document.toString(options);
}

const schemas = new Map<LongText, Schema>();

/** What tags write values with; to make it takes as long as to write a small document. */
function schemaFor(longText: LongText): Schema {
  const known = schemas.get(longText);
  if (known) return known;
  const strings = createStringTag(longText);
  const { schema } = new Document(null, {
    version: '1.2',
    compat: 'yaml-1.1',
    customTags: (tags) => tags.map((tag) => adaptTag(tag, strings)),
  });
  schemas.set(longText, schema);
  return schema;
}

function adaptTag(tag: Tags[number], strings: ScalarTag): Tags[number] {
  if (typeof tag === 'string') return tag;
  if (tag.tag === stringTag) return strings;
  return /:(?:int|float)$/.test(tag.tag) ? ({ ...tag, stringify: writeNumber } as ScalarTag) : tag;
}
