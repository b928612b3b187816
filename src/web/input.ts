// What people give the page: a pasted text, chosen files, or files and folders that are dropped on it.
import { formOfFile } from '../index.js';
import { get } from '../report/formats/html/page/dom.js';
import type { JobFile } from './job.js';

/** Calls back with the files that people give; no file where they take everything away. */
export function watchInput(take: (files: readonly JobFile[]) => void): void {
  const text = get<HTMLTextAreaElement>('text');
  let timer = 0;
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => take(filesOfText(text.value)), 250);
  });
  for (const id of ['files', 'folder']) {
    const input = get<HTMLInputElement>(id);
    input.addEventListener('change', async () => {
      const files = [...(input.files ?? [])].map((file) => ({ file, name: file.webkitRelativePath || file.name }));
      give(await readAll(id === 'folder' ? files.filter(({ name }) => isOurs(name)) : files));
    });
  }
  const drop = get('drop');
  for (const type of ['dragenter', 'dragover']) drop.addEventListener(type, (event) => mark(event, true));
  drop.addEventListener('dragleave', (event) => mark(event, false));
  drop.addEventListener('drop', async (event) => {
    mark(event, false);
    give(await readDropped(event.dataTransfer));
  });
  get('clear').addEventListener('click', () => {
    text.value = '';
    give([]);
  });

  function give(files: readonly JobFile[]): void {
    // A single file can be looked at and changed; a folder is too long for that.
    const [only] = files;
    text.value = files.length === 1 && only ? new TextDecoder().decode(only.bytes) : '';
    take(files);
  }

  function mark(event: Event, isOver: boolean): void {
    event.preventDefault();
    drop.classList.toggle('over', isOver);
  }
}

function filesOfText(text: string): JobFile[] {
  return text.trim() === '' ? [] : [{ name: 'pasted', bytes: new TextEncoder().encode(text) }];
}

/** Hidden files and folders are nobody's payloads. */
function isOurs(path: string): boolean {
  return (
    formOfFile(path) !== undefined && !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules')
  );
}

interface NamedFile {
  readonly file: File;
  readonly name: string;
}

function readAll(files: readonly NamedFile[]): Promise<JobFile[]> {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(sorted.map(async ({ file, name }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

async function readDropped(dropped: DataTransfer | null): Promise<JobFile[]> {
  const items = [...(dropped?.items ?? [])];
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return filesOfText(dropped?.getData('text') ?? '');
  return readAll((await Promise.all(entries.map(listEntry))).flat());
}

/** The files of a folder that is dropped, at any depth; of a file itself. */
async function listEntry(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, name: entry.fullPath.slice(1) }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    // A browser gives a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    found.push(...some);
  }
  const files = (await Promise.all(found.map(listEntry))).flat();
  return files.filter(({ name }) => isOurs(name));
}
