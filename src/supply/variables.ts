// Values from the environment: `{ env: NAME }`, where the name may hold what tells documents apart, so that one line serves
// a fleet and each document has a variable of its own.

import type { Owner, Supplied } from '../engine/input.js';
import { messagesOf } from '../engine/messages.js';
import { isObject } from '../model/json.js';
import { documentDecisions } from '../rules/index.js';
import { readDecision } from './paths.js';

/** The variables of an environment by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that documents asked for. */
export interface AskedVariable {
  /** Whether it holds anything. */
  readonly isSet: boolean;
  /** The name of a document that it was made of; undefined where its own name is the same for all. */
  readonly of: string | undefined;
  /** Another name that gives the same variable. */
  readonly other?: string;
}

/** The variables that were asked for so far, by name. */
export type AskedVariables = Map<string, AskedVariable>;

const placeholder = /\{([^{}]*)\}/g;
const spellings: Readonly<Record<string, (owner: Owner) => string | undefined>> = {
  name: ({ name }) => name,
  NAME: ({ name }) => name && toVariable(name),
  id: ({ id }) => id,
  ID: ({ id }) => id && toVariable(id),
};
const decisionsFinding = messagesOf(documentDecisions);
/** A run may ask for more variables that are not set than anybody reads. */
const mostMissing = 10_000;

/** The name of a variable as a decision has it; undefined for what is none. */
export function variableIn(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const { env, ...rest } = value;
  return typeof env === 'string' && env !== '' && Object.keys(rest).length === 0 ? env : undefined;
}

/** What is wrong with the name of a variable, in words. */
export function findWrongPlaceholder(variable: string): string | undefined {
  const wrong = [...variable.matchAll(placeholder)].find(([, word = '']) => !Object.hasOwn(spellings, word));
  const rest = variable.replaceAll(placeholder, '');
  if (wrong || /[{}]/.test(rest)) return `the name of a variable may hold {${Object.keys(spellings).join('}, {')}}`;
  return undefined;
}

/** Whether the name of a document is part of the name of a variable. */
export function isOfName(variable: string): boolean {
  return /\{name\}/i.test(variable);
}

/** Reads a variable for each document, and notes that it was asked for. */
export function readVariable(
  path: string,
  variable: string,
  { environment, asked }: { readonly environment: Environment; readonly asked: AskedVariables },
): NonNullable<Supplied['read']> {
  const isNamed = isOfName(variable);
  return (owner) => {
    const name = variableFor(variable, owner);
    if (name === undefined) return undefined;
    const text = environment[name];
    noteAsked(asked, name, { isSet: Boolean(text), of: isNamed ? owner.name : undefined });
    if (!text) return { lack: decisionsFinding('variable', { path, variable: name }) };
    try {
      return { value: readDecision(path, text, 'decisions') };
    } catch {
      return { lack: decisionsFinding('variable-type', { path, variable: name }) };
    }
  };
}

/** Notes a variable that was asked for, here or in another thread. */
export function noteAsked(asked: AskedVariables, name: string, one: AskedVariable): void {
  const known = asked.get(name);
  const other = one.other ?? one.of;
  if (!known) {
    if (one.isSet || asked.size < mostMissing) asked.set(name, one);
  } else if (known.other === undefined && other !== undefined && other !== known.of)
    asked.set(name, { ...known, other });
}

/** The name of a variable for a document, from the name in a decision; undefined where the document lacks what it is made of. */
export function variableFor(variable: string, owner: Owner): string | undefined {
  let isWhole = true;
  const name = variable.replaceAll(placeholder, (_, word: string) => {
    const text = spellings[word]?.(owner);
    if (!text) isWhole = false;
    return text ?? '';
  });
  return isWhole ? name : undefined;
}

function toVariable(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
}
