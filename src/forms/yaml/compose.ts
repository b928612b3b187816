// One YAML document from text to nodes, with its depth bounded before anything recursive sees it.
import { Composer, type CST, Document, Lexer, Parser, type Schema } from 'yaml';
import { maxDepth } from '../text/problems.js';
import { createMarkFinder, type Marks } from './lexemes.js';
import type { YamlVersion } from './split.js';

/** A document is one token beside its directives and comments; thousands of those are no document to read. */
const maxTokens = 10_000;

/** Nodes take some 300 bytes a lexeme (a sign, a word, a space): more would be out of proportion to so short a text. */
const maxLexemes = 500_000;

/** A composed document, or why and at which offset none is made. */
export type Composition =
  | { readonly document: Document.Parsed | undefined; readonly marks: Marks }
  | { readonly refused: 'too-deep' | 'too-large'; readonly offset: number };

/** Parses and composes the text of a single document. */
export function composeDocument(text: string, version: YamlVersion): Composition {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  const marks = createMarkFinder();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    marks.add(lexeme);
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The parser keeps what is open on a stack of its own: deep nesting is seen before it costs anything.
    if (parser.stack.length > maxDepth && countContainers(parser.stack) > maxDepth)
      return { refused: 'too-deep', offset: parser.stack.at(-1)?.offset ?? 0 };
    lexemes += 1;
    if (lexemes > maxLexemes) return { refused: 'too-large', offset: 0 };
  }
  for (const token of parser.end()) tokens.push(token);
  if (tokens.length > maxTokens) return { document: undefined, marks };
  const schema = schemaFor(version, text);
  // Keys are checked while converting: the parser's own check compares each key with all others.
  const composer = new Composer({ uniqueKeys: false, version, schema, prettyErrors: false, logLevel: 'silent' });
  const [document] = [...composer.compose(tokens, true, text.length)];
  return { document, marks };
}

const schemas = new Map<YamlVersion, Schema>();

/** A `!` where a tag may begin: before a tag stands nothing, white space or a sign. */
const mayHoldTag = /(?:^|[^A-Za-z0-9])!/;

/** The schema of a version, made once; a copy for a text with tags, since the parser adds to it those it knows. */
function schemaFor(version: YamlVersion, text: string): Schema {
  const known = schemas.get(version) ?? new Document(null, { version }).schema;
  schemas.set(version, known);
  return mayHoldTag.test(text) ? known.clone() : known;
}

function countContainers(stack: readonly CST.Token[]): number {
  return stack.filter((token) => 'items' in token).length;
}
