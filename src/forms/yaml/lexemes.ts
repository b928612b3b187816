// What a YAML text's lexemes tell that the parser's nodes do not: every comment, and where the dashes of lists stand.
import { CST, Lexer } from 'yaml';

/** A comment as the lexer finds it. */
export interface CommentToken {
  /** Offset in the text that was lexed. */
  readonly offset: number;
  /** The text with its `#`, without the line break. */
  readonly source: string;
}

/** What was found among lexemes; offsets are those of the text that was lexed. */
export interface Marks {
  readonly comments: readonly CommentToken[];
  /** Where the dashes of block lists stand, ascending. */
  readonly dashes: readonly number[];
}

/** Takes the lexemes of a text, one after the other. */
export interface MarkFinder extends Marks {
  readonly add: (lexeme: string) => void;
}

const hash = 0x23;
const dash = 0x2d;

/** Makes a finder at the beginning of a text. */
export function createMarkFinder(): MarkFinder {
  const comments: CommentToken[] = [];
  const dashes: number[] = [];
  let offset = 0;
  let isScalar = false;
  return {
    comments,
    dashes,
    add: (lexeme) => {
      if (isScalar) isScalar = false;
      else if (lexeme.length === 1 && isMark(lexeme)) {
        isScalar = lexeme === CST.SCALAR;
        return;
      } else {
        const first = lexeme.charCodeAt(0);
        if (first === hash) comments.push({ offset, source: lexeme.replace(/\r$/, '') });
        else if (first === dash && lexeme.length === 1) dashes.push(offset);
      }
      offset += lexeme.length;
    },
  };
}

/** The lexer puts a mark, which is no text, before a scalar and a few others before documents. */
function isMark(lexeme: string): boolean {
  return lexeme === CST.SCALAR || lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END;
}

/** Finds the comments of a YAML text by itself. */
export function findComments(text: string): readonly CommentToken[] {
  const finder = createMarkFinder();
  if (text.includes('#')) for (const lexeme of new Lexer().lex(text)) finder.add(lexeme);
  return finder.comments;
}
