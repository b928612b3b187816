// The values and keys of a text with where they stand in it, whatever way they are written: quoted, escaped, folded.
import { isPair, isScalar, isSeq, parseAllDocuments, visit } from 'yaml';
import { findStringEnd } from '../../index.js';

/** A value or a key in a text. */
export interface TextScalar {
  readonly start: number;
  readonly end: number;
  /** The keys above it; an item of a YAML list stands behind `0`. */
  readonly keys: readonly string[];
  readonly isKey: boolean;
  /** What it is, as text. */
  readonly value: string;
}

/** The scalars of JSON, of one document or of several lines. */
export function listJsonScalars(text: string): TextScalar[] {
  const scalars: TextScalar[] = [];
  const above: { readonly isList: boolean; key: string | undefined }[] = [];
  for (const { token, start } of listTokens(text)) {
    const inner = above.at(-1);
    if (token === '{' || token === '[') above.push({ isList: token === '[', key: token === '[' ? '0' : undefined });
    else if (token === '}' || token === ']') above.pop();
    else if (token === ',' && inner && !inner.isList) inner.key = undefined;
    if (/^[{}[\],:]$/.test(token)) continue;
    const isKey = inner !== undefined && inner.key === undefined;
    const value = readToken(token);
    const keys = above.flatMap(({ key }) => key ?? []);
    scalars.push({ start, end: start + token.length, keys, isKey, value });
    if (isKey) inner.key = value;
  }
  return scalars;
}

/** The signs, words and strings of a text; one that is cut off ends with the text. */
function* listTokens(text: string): Generator<{ readonly token: string; readonly start: number }> {
  const sign = /["{}[\],:]|[^\s"{}[\],:]+/g;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const { 0: token, index: start } = found;
    if (token === '"') sign.lastIndex = findStringEnd(text, start) + 1;
    yield { token: token === '"' ? text.slice(start, sign.lastIndex) : token, start };
  }
}

function readToken(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

/** The scalars of YAML, and whether one stands for another; undefined where the text is none. */
export function listYamlScalars(text: string): { scalars: TextScalar[]; hasAlias: boolean } | undefined {
  const scalars: TextScalar[] = [];
  let hasAlias = false;
  const documents = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents)) return { scalars, hasAlias };
  for (const document of documents) {
    if (document.errors.length > 0) return undefined;
    visit(document, {
      Alias: () => {
        hasAlias = true;
      },
      Scalar: (role, node, path) => {
        const [start, end] = node.range ?? [0, 0];
        const isKey = role === 'key';
        const keys = listKeys(isKey ? path.slice(0, -1) : path);
        if (end > start) scalars.push({ start, end, keys, isKey, value: String(node.value) });
      },
    });
  }
  return { scalars, hasAlias };
}

/** A key that is a list or an object is none that anybody knows. */
function listKeys(path: readonly unknown[]): string[] {
  return path.flatMap((node) => {
    if (isSeq(node)) return ['0'];
    if (!isPair(node)) return [];
    return [isScalar(node.key) ? String(node.key.value) : '?'];
  });
}
