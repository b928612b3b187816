// Saves what was made as files of the browser's folder for downloads.
import { strToU8, zipSync } from 'fflate';
import { make } from '../report/formats/html/page/dom.js';
import type { Decided, JobOutput } from './job.js';

/** A button that saves a file, made when it is pressed. */
export function makeSaveButton(label: string, name: string, write: () => string | Uint8Array): HTMLButtonElement {
  const button = make('button', { type: 'button' }, label);
  button.addEventListener('click', () => saveFile(name, write()));
  return button;
}

function saveFile(name: string, content: string | Uint8Array): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart]));
  const link = make('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Only once the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Several files as one archive, with their paths. */
export function zipFiles(outputs: readonly JobOutput[]): Uint8Array {
  return zipSync(Object.fromEntries(outputs.map(({ name, text }) => [name, strToU8(text)])));
}

/** A decisions file for the command. It names variables for secrets and holds none. */
export function writeDecisions({ defaults, repairs, clusters }: Decided): string {
  const sections = { defaults, repairs, clusters };
  const full = Object.entries(sections).filter(([, section]) => Object.keys(section).length > 0);
  return `${JSON.stringify(Object.fromEntries(full), null, 2)}\n`;
}
