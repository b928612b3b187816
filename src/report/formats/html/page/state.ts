// What is searched and filtered stands in the address behind `#`, so that it survives a reload and can be sent to others.
import type { Column, Selection } from './select.js';

/** Names in the address, for what has a value. */
const names = {
  text: 'search',
  status: 'status',
  code: 'finding',
  decision: 'decision',
  age: 'age',
  column: 'sort',
} as const satisfies Partial<Record<keyof Selection, string>>;

/** The selection that an address asks for; undefined where it names a document or a rule, or nothing. */
export function readState(hash: string): Selection | undefined {
  if (!hash.includes('=')) return undefined;
  const words = new URLSearchParams(hash.slice(1));
  const read = (name: keyof typeof names) => words.get(names[name]) ?? '';
  return {
    text: read('text'),
    status: read('status'),
    code: read('code'),
    decision: read('decision'),
    age: read('age'),
    column: read('column') as Column | '',
    isDescending: words.has('descending'),
  };
}

/** The address of a selection, beginning with `#`; empty for that of everything. */
export function writeState(selection: Selection): string {
  const words = new URLSearchParams();
  for (const [member, name] of Object.entries(names) as [keyof typeof names, string][]) {
    if (selection[member] !== '') words.set(name, selection[member]);
  }
  if (selection.column !== '' && selection.isDescending) words.set('descending', '1');
  const text = words.toString();
  return text === '' ? '' : `#${text}`;
}
