// The examples of all rules as cases: each laid over a complete document, with the options it is run with.
import type { TranslateOptions } from '../../src/index.js';
import type { Example, Rule } from '../../src/model/rule.js';
import { allRules } from '../../src/rules/index.js';
import { createOptions, type Draft, makeCreate, makeResponse, putAt } from './base.js';

/** One example of one rule, ready to run. */
export interface ExampleCase {
  readonly title: string;
  readonly rule: Rule<never>;
  readonly example: Example;
  readonly value: Draft;
  readonly options: TranslateOptions;
  /** What the v2 paths of the example lack in this document: `properties.restoreFromBackup.` for a bare one. */
  readonly prefix: string;
}

const bareFields = 'properties.fromBackup';
const bareTarget = 'properties.restoreFromBackup.';

/** Every example of every rule; those on `fromBackup` also as a bare document. */
export function listExampleCases(): ExampleCase[] {
  return (allRules as readonly Rule<never>[]).flatMap((rule) =>
    rule.examples.flatMap((example, index) => {
      const title = `${rule.id} ${index + 1}: ${describe(example)}`;
      const { value, options } = layOver(example);
      const cluster: ExampleCase = { title, rule, example, value, options, prefix: '' };
      const bare = rule.targets?.includes('restoreFromBackup') ? layBare(example) : undefined;
      if (!bare) return [cluster];
      return [cluster, { ...cluster, title: `${title}, bare`, value: bare, options: {}, prefix: bareTarget }];
    }),
  );
}

function layOver(example: Example): Pick<ExampleCase, 'value' | 'options'> {
  const isEnsure = example.target === 'ClusterEnsure';
  const value = isEnsure ? makeResponse() : makeCreate();
  for (const [path, given] of Object.entries(example.given)) putAt(value, path, given);
  return { value, options: (example.options as TranslateOptions) ?? (isEnsure ? {} : createOptions) };
}

function layBare(example: Example): Draft | undefined {
  const given = example.given[bareFields];
  if (typeof given !== 'object' || given === null || example.options) return undefined;
  return { ...given };
}

function describe({ given, says = [] }: Example): string {
  const fields = Object.entries(given).map(([path, value]) => `${path} ${value === undefined ? 'absent' : ''}`.trim());
  return `${fields.join(', ') || 'a complete document'} says ${says.join(', ') || 'nothing'}`;
}
