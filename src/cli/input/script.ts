// Shell scripts: looked at for calls that ask v1, and left as they are.
import { describeScript } from '../../index.js';
import type { InputFile } from '../files/files.js';
import { readText, type TranslatedFile } from './translated-file.js';

/** What there is to say of a script. One without such calls has no document. */
export async function readScript(file: InputFile): Promise<TranslatedFile> {
  const read = await readText(file);
  if ('unreadable' in read) return { file, format: 'json', entries: [read.unreadable] };
  const translations = describeScript(read.text);
  const entries = translations.map((translation, index) => ({ source: file.name, index, translation }));
  return { file, format: 'json', entries };
}
