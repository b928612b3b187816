// One YAML document from text to nodes, with its depth bounded before anything recursive sees it.
import { Composer, type CST, type Document, type ParseOptions, Parser } from 'yaml';
import { maxDepth } from './problems.js';

/** The YAML version that a document without a directive is read as. */
export type YamlVersion = '1.1' | '1.2';

/** A composed document, or the offset where it is nested too deep. */
export type Composition = { readonly document: Document.Parsed | undefined } | { readonly tooDeepAt: number };

/** Parses and composes the text of a single document. */
export function composeDocument(text: string, version: YamlVersion): Composition {
  const tokens = [...new Parser().parse(text)];
  const tooDeepAt = findTooDeep(tokens);
  if (tooDeepAt !== undefined) return { tooDeepAt };
  // Keys are checked while converting: the parser's own check compares each key with all others.
  const options: ParseOptions = { uniqueKeys: false, keepSourceTokens: true };
  const composer = new Composer({ ...options, version, prettyErrors: false, logLevel: 'silent' });
  const [document] = [...composer.compose(tokens, true, text.length)];
  return { document };
}

/** Walks the tokens with a stack of its own, so that no nesting can exhaust the program's. */
function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const stack: { token: CST.Token; depth: number }[] = [];
  for (const token of tokens) stack.push({ token, depth: 0 });
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, depth } = top;
    if (token.type === 'document') {
      if (token.value) stack.push({ token: token.value, depth });
    } else if ('items' in token) {
      if (depth >= maxDepth) return token.offset;
      for (const item of token.items) {
        if (item.key) stack.push({ token: item.key, depth: depth + 1 });
        if (item.value) stack.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
