// What a rule proposes reaches people: every suggestion that an example makes is in a finding, and every one that a
// message declares is made. The engine shows a suggestion only beside an open decision.
import { expect, test } from 'vitest';
import { type TranslateOptions, translateValue } from '../../src/index.js';
import type { Rule, Say } from '../../src/model/rule.js';
import { allRules } from '../../src/rules/index.js';
import { makeCreate, putAt } from '../support/base.js';
import { listExampleCases } from '../support/examples.js';

interface Proposal {
  readonly code: string;
  readonly suggestion: Say['suggest'];
  readonly choices: Say['choices'];
}

const proposals: Proposal[] = [];
for (const rule of allRules) listen(rule as Mutable<Rule>);
const cases = listExampleCases();

test.each(cases)('what is proposed is in a finding: $title', ({ value, options }) => {
  const { proposed, findings } = propose(value, options);
  const shown = findings.map(({ code, suggestion, choices }) => ({ code, suggestion, choices }));
  for (const proposal of proposed.filter(({ code }) => !isSettled(code, options)))
    expect(shown).toContainEqual(proposal);
});

test('every suggestion that a message declares is made', () => {
  const declared = allRules.flatMap(({ id, messages }) =>
    Object.entries(messages).flatMap(([name, { suggests = [] }]) => suggests.map((path) => `${id}/${name} ${path}`)),
  );
  const none = makeCreate();
  for (const field of ['instances', 'cores']) putAt(none, `properties.${field}`, 0);
  const made = [...cases, { value: none, options: {} }].flatMap(({ value, options }) =>
    propose(value, options).proposed.flatMap(({ code, suggestion, choices }) =>
      Object.keys({ ...suggestion, ...choices }).map((path) => `${code} ${path}`),
    ),
  );
  expect([...new Set(made)].sort()).toEqual(declared.sort());
});

function propose(value: unknown, options: TranslateOptions) {
  proposals.length = 0;
  const { findings } = translateValue(value, options);
  return { proposed: [...proposals], findings };
}

/** What a map of decisions settles is not said. */
function isSettled(code: string, { decisions }: TranslateOptions): boolean {
  return Object.keys(decisions?.map ?? {}).some((path) => code.startsWith(`${path.replace('.', '/')}/`));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Notes what a rule proposes, before it is compiled into a plan. */
function listen(rule: Mutable<Rule>): void {
  const { id, map, check, fallback } = rule;
  const note = (says: readonly Say[] = []) => {
    for (const { id: message, suggest: suggestion, choices } of says)
      if (suggestion ?? choices) proposals.push({ code: `${id}/${message}`, suggestion, choices });
  };
  if (map) rule.map = (...given) => noteIn(map(...given), ({ says }) => note(says));
  if (fallback) rule.fallback = (...given) => noteIn(fallback(...given), ({ says }) => note(says));
  if (check) rule.check = (...given) => noteIn(check(...given), note);
}

function noteIn<T>(said: T, note: (said: T) => void): T {
  note(said);
  return said;
}
