// `audit --init-decisions FILE`: writes the decisions that the findings of a fleet ask for into a file, each blank, with
// what it may be and what it unblocks. A file that exists keeps what it holds, comments included.
import { type Document, isMap, Scalar, YAMLMap } from 'yaml';
import { decodeText, describeDecision, formOfFile, type Report, toPrintable } from '../../index.js';
import { describeFileError } from '../files/errors.js';
import { holds, lookAt, readStanding } from '../files/standing.js';
import { writeOutput } from '../files/write-output.js';
import type { AuditArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { openDecisions } from './decisions-document.js';
import { listOpenDecisions, type OpenDecision } from './open-decisions.js';

const shownNames = 3;
/** What `--decisions` reads of one file. */
const longest = 2 * 1024 * 1024;

/** What came of writing a decisions file. */
export interface Written {
  /** How many decisions were added. */
  readonly added: number;
  /** What went wrong, in words. */
  readonly problem: string | undefined;
}

/** Writes or extends the file of `--init-decisions`; one that is extended is kept as it was. */
export function writeDecisions(path: string, report: Report, { noSync }: Pick<AuditArguments, 'noSync'>): Written {
  if (formOfFile(path) === 'json')
    failUsage(`--init-decisions ${path}: it is written as YAML, for its comments; name it .yaml`);
  const { bytes, problem } = readEarlier(path);
  if (problem !== undefined) return { added: 0, problem };
  const earlier = bytes && decode(bytes, path);
  const document = openDecisions(earlier) ?? failUsage(`--init-decisions ${path}: it exists and is no decisions file`);
  let added = 0;
  for (const decision of listOpenDecisions(report)) if (addDecision(document, decision)) added += 1;
  const text = document.toString({ lineWidth: 0, nullStr: '' });
  if (text.length > longest)
    failUsage(`--init-decisions ${path}: it would be too long to be read again; audit a part of the fleet at a time`);
  const output = { path, text, replaces: { text: earlier, backup: chooseBackup } };
  return { added, problem: added === 0 ? undefined : writeOutput(output, { force: true, noSync }) };
}

/** Reads the file as it stands; undefined where there is none, and what the system says where that is not known. */
function readEarlier(path: string): { readonly bytes?: Buffer; readonly problem?: string } {
  try {
    const present = lookAt(path, { follows: true });
    if (!present) return {};
    if (!present.stats.isFile()) return { problem: 'it is no file' };
    return present.stats.size > longest
      ? { problem: 'it is too long for a decisions file' }
      : { bytes: readStanding(present) };
  } catch (thrown) {
    return { problem: describeFileError(thrown) };
  }
}

function decode(bytes: Buffer, path: string): string {
  const { text, problem } = decodeText(bytes);
  return problem ? failUsage(`--init-decisions ${path}: ${problem.message} ${problem.remedy}`) : text;
}

/** The next free name beside the file, or the one that holds the same. */
function chooseBackup(place: string, bytes: Uint8Array): string {
  for (let count = 1; ; count += 1) {
    const backup = count === 1 ? `${place}.bak` : `${place}.bak.${count}`;
    const present = lookAt(backup);
    if (!present || (!present.isLink && holds(present, bytes))) return backup;
  }
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
  return ` ${toPrintable(line.replace(/[\r\n]+/g, ' '))}`;
}
