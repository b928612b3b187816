// `--decisions FILE`: reads the file, and tells what is wrong with it by line and column.
import {
  checkDecisionsFile,
  type Decisions,
  decodeText,
  formatPlace,
  formOfFile,
  readAs,
  type SourceDocument,
  type TranslateOptions,
} from '../../index.js';
import { claim } from '../files/claims.js';
import { readFileOr } from '../files/read-file.js';
import { failUsage } from '../line/usage.js';

/**
 * Reads a decisions file, and gives it as options, with the environment that it may name. What is wrong with it is bad
 * usage, told with file, line and column.
 */
export async function readDecisions(path: string): Promise<Pick<TranslateOptions, 'decisions' | 'environment'>> {
  const { value, locate } = await readContent(path);
  const wrong = checkDecisionsFile(value);
  if (wrong.length > 0)
    failUsage(wrong.map(({ pointer, message }) => `${formatPlace(path, locate(pointer))}: ${message}`).join('\n'));
  return { decisions: value as Decisions, environment: { ...process.env } };
}

async function readContent(path: string): Promise<Pick<SourceDocument, 'value' | 'locate'>> {
  claim(path, 'decisions');
  const { text, problem } = decodeText(readFileOr(path, (reason) => failUsage(`--decisions ${path}: ${reason}`)));
  if (problem) failUsage(`${path}: ${problem.message}`);
  const { documents } = await readAs(text, formOfFile(path) === 'json' ? 'json' : 'yaml');
  const [document] = documents;
  const wrong = documents.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
  if (wrong.length === 1 && wrong[0]?.code === 'empty') return { value: {}, locate: () => undefined };
  if (wrong.length > 0) failUsage(wrong.map(({ message, at }) => `${formatPlace(path, at)}: ${message}`).join('\n'));
  if (!document || documents.length > 1) failUsage(`${path}: a decisions file is one document`);
  return document;
}
