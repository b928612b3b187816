// A decisions file as a document that keeps comments: a new one with its head, or one to be extended. What is written into
// it can be read back, whatever characters it has.
import { Document, isMap, isScalar, parseDocument, type ScalarTag, type Tags, YAMLMap } from 'yaml';
import { sections } from '../../index.js';
import { program } from '../line/program.js';

/** For editors the first line, which is also how they are told of the schema. */
const head = ` yaml-language-server: $schema=./decisions.schema.json
 An editor completes and checks this file with that schema: ${program.name} schema decisions > decisions.schema.json
 Fill in what is empty. The strongest first: clusters, map, repairs, what v1 says, regions, defaults.
 { env: NAME } takes a value from the environment; {NAME} in it stands for the name of the cluster.`;
const parts: ReadonlySet<string> = new Set(sections);
/** What a terminal or an editor obeys instead of showing it, and what no text file may hold. */
const hostile = /[^\P{Cc}\n\t]|[\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

/** Writes texts with such characters quoted and escaped, as `--decisions` reads them back. */
function escapeHostile(tags: Tags): Tags {
  const escaping: ScalarTag = {
    default: true,
    tag: 'tag:yaml.org,2002:str',
    identify: (value) => typeof value === 'string' && hostile.test(value),
    resolve: (text) => text,
    stringify: ({ value }) =>
      Array.from(JSON.stringify(value), (one) =>
        hostile.test(one) ? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}` : one,
      ).join(''),
  };
  return [escaping, ...tags];
}

/** The document of a text, or a new one where there is none; undefined where the text is of something else. */
export function openDecisions(text: string | undefined): Document | undefined {
  if (text === undefined) {
    const created = new Document({}, { customTags: escapeHostile });
    created.commentBefore = head;
    return created;
  }
  const document = parseDocument(text, { prettyErrors: false, customTags: escapeHostile });
  if (document.errors.length > 0 || !isDecisions(document.contents)) return undefined;
  if (document.contents === null) document.contents = new YAMLMap() as never;
  return document as unknown as Document;
}

/** Whether what a file holds may be extended: a payload, which has keys of its own, would be lost. */
function isDecisions(contents: unknown): boolean {
  if (contents === null) return true;
  return isMap(contents) && contents.items.every(({ key }) => isScalar(key) && parts.has(String(key.value)));
}
