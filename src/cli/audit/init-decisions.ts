// `audit --init-decisions FILE`: writes the decisions that the findings of a fleet ask for into a file, each blank, with
// what it may be and what it unblocks. A file that exists keeps what it holds, comments included.
import { readFileSync } from 'node:fs';
import { Document, isMap, isScalar, parseDocument, Scalar, YAMLMap } from 'yaml';
import { decisionParts, describeDecision, formOfFile, type Report } from '../../index.js';
import { type Output, writeOutput } from '../files/outputs.js';
import { failUsage } from '../line/usage.js';
import { listOpenDecisions, type OpenDecision } from './open-decisions.js';

const head = ` Decisions for ionos-pg-migrate convert --decisions FILE. Blank values are open: fill them in, or delete them.
 defaults are used only where v1 supplies nothing, map replaces values of v1, clusters win over everything:
 each is named by its id, else by the digest of the document, as reports say it, or by a displayName that only it has.
 Write { env: NAME } for a value that stands in the environment variable NAME, such as a password.`;
const shownNames = 3;
const parts: ReadonlySet<string> = new Set(decisionParts);
/** What `--decisions` reads of one file. */
const longest = 2 * 1024 * 1024;

/** Writes or extends the file. Gives how many decisions were added, and what went wrong. */
export function writeDecisions(path: string, report: Report): { added: number; problem: string | undefined } {
  if (formOfFile(path) === 'json')
    failUsage(`--init-decisions ${path}: it is written as YAML, for its comments; name it .yaml`);
  const document = openFile(path);
  let added = 0;
  for (const decision of listOpenDecisions(report)) if (addDecision(document, decision)) added += 1;
  const text = document.toString({ lineWidth: 0, nullStr: '' });
  if (text.length > longest)
    failUsage(`--init-decisions ${path}: it would be too long to be read again; audit a part of the fleet at a time`);
  const output: Output = { path, text };
  return { added, problem: added === 0 ? undefined : writeOutput(output, { force: true }) };
}

function openFile(path: string): Document {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    const document = new Document({});
    document.commentBefore = head;
    return document;
  }
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0 || !isDecisions(document.contents))
    failUsage(`--init-decisions ${path}: it exists and is no decisions file`);
  if (document.contents === null) document.contents = new YAMLMap() as never;
  return document as unknown as Document;
}

/** Whether what a file holds may be extended: a payload, which has keys of its own, would be lost. */
function isDecisions(contents: unknown): boolean {
  if (contents === null) return true;
  return isMap(contents) && contents.items.every(({ key }) => isScalar(key) && parts.has(String(key.value)));
}

/** Adds a decision that the file does not hold, blank or not. */
function addDecision(document: Document, decision: OpenDecision): boolean {
  const { part, keys, path } = decision;
  const nested = [part, ...keys.slice(0, -1), ...path.split('.')];
  if (document.hasIn([part, ...keys]) || (part !== 'map' && document.hasIn(nested))) return false;
  let map = document.contents as YAMLMap;
  const [label] = part === 'clusters' ? decision.documents : [];
  for (const key of [part, ...keys.slice(0, -1)])
    map = openBlock(document, map, { key, ...(key !== part && { label }) });
  const key = new Scalar(keys.at(-1));
  key.commentBefore = describe(decision);
  map.items.push(document.createPair(key, null));
  return true;
}

/** The block of a key, made where there is none: that of a cluster says in a comment which it is. */
function openBlock(document: Document, map: YAMLMap, { key, label }: { key: string; label?: string }): YAMLMap {
  const found = map.get(key, true) as unknown;
  if (isMap(found)) return found;
  const block = new YAMLMap(document.schema);
  const node = new Scalar(key);
  if (label !== undefined) node.commentBefore = toComment(label);
  map.set(node, block);
  return block;
}

function describe({ path, says, suggestions, documents, unblocks }: OpenDecision): string {
  const names = documents.slice(0, shownNames).join(', ');
  const more = documents.length > shownNames ? ` and ${documents.length - shownNames} more` : '';
  const lines = [
    `${path}: ${describeDecision(path)}`,
    ...says,
    `${unblocks ? 'unblocks' : 'settles a doubt in'} ${names}${more}`,
  ];
  if (suggestions.length > 0)
    lines.push(`suggested: ${suggestions.map((value) => JSON.stringify(value)).join(' or ')}`);
  if (path === 'credentials.password') lines.push('write { env: NAME }, so that no password stands in a file');
  return lines.map(toComment).join('\n');
}

function toComment(line: string): string {
  return ` ${line.replace(/[\r\n]+/g, ' ')}`;
}
