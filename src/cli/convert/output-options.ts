// Which of the options that say where documents go may stand together.
import { isStateName } from '../files/modules.js';
import type { ConvertArguments } from '../line/options.js';
import { failUsage } from '../line/usage.js';
import { readOmitted } from './results.js';

const maxJobs = 64;
/** Where the clusters of a state may go. */
const elsewhere = 'its clusters go to standard output or to --out-dir';

/** Refuses options that contradict one another, or that need another one. */
export function checkOutputOptions(args: ConvertArguments): void {
  const { outDir, inPlace, split, dryRun, check, format, emit, paths = [] } = args;
  if (outDir !== undefined && inPlace) failUsage('--out-dir and --in-place exclude each other');
  if (check && (outDir !== undefined || inPlace || split || dryRun))
    failUsage('--check writes nothing, so it takes no --out-dir, --in-place, --split or --dry-run');
  if (split && outDir === undefined) failUsage('--split needs --out-dir, where it writes a file for each document');
  if (args.noBackup && !inPlace) failUsage('--no-backup needs --in-place, which keeps originals without it');
  if (args.jobs !== undefined && !(Number.isInteger(args.jobs) && args.jobs >= 1 && args.jobs <= maxJobs))
    failUsage(`--jobs takes a whole number from 1 to ${maxJobs}`);
  const { firstLine = 1 } = args;
  if (!(Number.isSafeInteger(firstLine) && firstLine >= 1))
    failUsage('--first-line takes a whole number, counted from 1');
  if (args.omit !== undefined && emit !== 'result')
    failUsage('--omit leaves something out of results; say --emit result');
  readOmitted(args.omit);
  if (args.ndjson && format === 'yaml') failUsage('--ndjson writes lines of JSON, and --format yaml none');
  if (!inPlace) return;
  const state = paths.find(isStateName);
  if (state !== undefined) failUsage(`--in-place: ${state} is a Terraform state, which is never written; ${elsewhere}`);
  if (paths.includes('-') || paths.length === 0) failUsage('--in-place replaces files; standard input is none');
  if (format !== undefined || args.ndjson)
    failUsage('--in-place keeps the format of each file; --out-dir can change it');
  if (emit === 'result') failUsage('--in-place writes documents that can be read again; results are none');
  if (args.writeBlocked) failUsage('--in-place replaces a file only by what can be sent; --out-dir can write the rest');
}
