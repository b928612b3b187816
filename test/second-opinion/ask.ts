// How one v2 value is found: a person's word against v1, then v1, then a person's word where v1 is silent.
import { type Found, findGiven, findMapped, isAbsent, type Notebook, type Question, say, toPlace } from './notebook.js';

/** Makes the v2 value of a v1 value; undefined is an error, said by whoever asked. */
export type Reader = (v1: unknown) => unknown;

/** The value, or undefined where there is none. What v1 says wrong is an error at its place. */
export function ask(book: Notebook, question: Question, read: Reader): Found | undefined {
  const given = findGiven(book, question);
  if (given) return given;
  const { v1, place } = question;
  if (isAbsent(v1)) return undefined;
  const mapped = findMapped(book, question, undefined);
  if (mapped !== undefined) return { value: mapped, place, from: 'v1' };
  const value = read(v1);
  if (value === undefined) {
    say(book, 'error', place);
    return undefined;
  }
  return { value: findMapped(book, question, value) ?? value, place, from: 'v1' };
}

/** The same for a value that v2 must have: where v1 is silent, that is an error at the v2 place. */
export function demand(book: Notebook, question: Question, read: Reader): Found | undefined {
  const found = ask(book, question, read);
  if (!found && isAbsent(question.v1)) say(book, 'error', toPlace(question.path));
  return found;
}

/** Says an error where a found value does not hold a condition. */
export function insist(book: Notebook, found: Found | undefined, holds: (value: unknown) => boolean): void {
  if (found && !holds(found.value)) say(book, 'error', found.place);
}

export function readText(value: unknown): unknown {
  return typeof value === 'string' ? value : undefined;
}

export function readNumberOrText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : readText(value);
}

export function readWhole(value: unknown): unknown {
  return Number.isSafeInteger(value) ? value : undefined;
}
