// Controls for what is open, which know the allowed values, and what was decided with them.
import { readDecision } from '../index.js';
import { make } from '../report/formats/html/page/dom.js';
import type { Decided, OpenDecision } from './job.js';

/** Where a decision is written: for all documents, or for the one with this id or digest. */
export type Scope = '' | string;

/** What people typed, by scope and path. */
export type Typed = Map<Scope, Map<string, { readonly decision: OpenDecision; readonly text: string }>>;

/** What is only ever of one document, and is asked for there. */
const ofOne = /^(?:name|description|connection)(?:\.|$)/;

/** Whether a decision can be taken for all documents at once. */
export function isShared({ path }: OpenDecision): boolean {
  return !ofOne.test(path);
}

/** Makes the controls of some decisions. `note` says beside one what it is worth; `changed` hears what was typed. */
export function makeControls(
  decisions: readonly OpenDecision[],
  { typedAt, note, changed }: ControlOptions,
): HTMLElement[] {
  return decisions.map((decision) => {
    const control = makeControl(decision, typedAt(decision.path));
    control.addEventListener('change', () => changed(decision, control.value));
    return make(
      'label',
      { class: 'decision' },
      make('span', {}, make('code', {}, decision.path), ` ${note(decision)}`),
      control,
      ...offerKnown(control, decision.known),
      make('span', { class: 'note' }, decision.label),
    );
  });
}

/** How controls are made. */
export interface ControlOptions {
  readonly typedAt: (path: string) => string;
  readonly note: (decision: OpenDecision) => string;
  readonly changed: (decision: OpenDecision, text: string) => void;
}

function makeControl(
  { values, suggestion, isSecret, path }: OpenDecision,
  typed: string,
): HTMLInputElement | HTMLSelectElement {
  if (values.length > 0) {
    const options = values.map((value) =>
      make('option', { value }, value === suggestion ? `${value} (proposed)` : value),
    );
    const select = make('select', { name: path }, make('option', { value: '' }, 'not decided'), ...options);
    select.value = typed;
    return select;
  }
  const placeholder = suggestion === '' ? undefined : `proposed: ${suggestion}`;
  const type = isSecret ? 'password' : 'text';
  const input = make('input', { type, name: path, autocomplete: 'off', spellcheck: 'false', placeholder });
  input.value = typed;
  return input;
}

let lists = 0;

/** A list of what is known, from which people may choose or not. */
function offerKnown(control: HTMLElement, known: readonly string[]): HTMLElement[] {
  if (known.length === 0) return [];
  lists += 1;
  const id = `known-${lists}`;
  control.setAttribute('list', id);
  return [make('datalist', { id }, ...known.map((value) => make('option', { value })))];
}

/** What was decided, as a decisions file has it: secrets stand in variables. What a value cannot be is left out and told. */
export function collectDecided(typed: Typed): { readonly decided: Decided; readonly problems: readonly string[] } {
  const defaults: Record<string, unknown> = {};
  const repairs: Record<string, unknown> = {};
  const clusters: Record<string, Record<string, unknown>> = {};
  const environment: Record<string, string> = {};
  const problems: string[] = [];
  for (const [scope, decisions] of typed) {
    for (const [path, { decision, text }] of decisions) {
      const value = readValue(decision, text, problems);
      if (value === undefined) continue;
      const name = `SECRET_${Object.keys(environment).length + 1}`;
      if (decision.isSecret) environment[name] = text;
      const written = decision.isSecret ? { env: name } : value;
      if (scope !== '') clusters[scope] = { ...clusters[scope], [path]: written };
      else if (decision.settle === 'set') defaults[path] = written;
      else repairs[path] = written;
    }
  }
  return { decided: { defaults, repairs, clusters, environment }, problems };
}

function readValue({ path }: OpenDecision, text: string, problems: string[]): unknown {
  if (text === '') return undefined;
  // The one of several connections is chosen by its number.
  if (path === 'connection') return Number(text);
  try {
    return readDecision(path, text, 'decisions');
  } catch (thrown) {
    problems.push((thrown as Error).message.replace(/^options\.decisions: /, ''));
    return undefined;
  }
}
