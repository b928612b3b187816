// `audit --init-decisions FILE`: writes the decisions that a fleet waits for into a file, what is known filled in, the rest
// empty. A file that exists keeps what it holds, comments included.
import { decodeText, formOfFile } from '../../index.js';
import { describeFileError } from '../files/errors.js';
import { holds, lookAt, readStanding } from '../files/standing.js';
import { writeOutput } from '../files/write-output.js';
import type { AuditArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { addProposals } from './decision-entries.js';
import { openDecisions } from './decisions-document.js';
import type { Proposal } from './password-decisions.js';

/** What `--decisions` reads of one file. */
const longest = 2 * 1024 * 1024;

/** What came of writing a decisions file. */
export interface Written {
  /** What was added. */
  readonly added: readonly Proposal[];
  /** What went wrong, in words. */
  readonly problem: string | undefined;
}

/** Writes proposals into the file of `--init-decisions`, or extends it; one that is extended is kept as it was. */
export function writeDecisions(
  path: string,
  proposals: readonly Proposal[],
  { noSync }: Pick<AuditArguments, 'noSync'>,
): Written {
  if (formOfFile(path) === 'json')
    failUsage(`--init-decisions ${path}: it is written as YAML, for its comments; name it .yaml`);
  const { bytes, problem } = readEarlier(path);
  if (problem !== undefined) return { added: [], problem };
  const earlier = bytes && decode(bytes, path);
  const document = openDecisions(earlier) ?? failUsage(`--init-decisions ${path}: it exists and is no decisions file`);
  const added = addProposals(document, proposals);
  const text = document.toString({ lineWidth: 0, nullStr: '' });
  if (text.length > longest)
    failUsage(`--init-decisions ${path}: it would be too long to be read again; audit a part of the fleet at a time`);
  const output = { path, text, replaces: { text: earlier, backup: chooseBackup } };
  return { added, problem: added.length === 0 ? undefined : writeOutput(output, { force: true, noSync }) };
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
