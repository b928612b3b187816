// The examples of all rules as cases: each laid over a complete document, with the options it is run with.
import type { TranslateOptions } from '../../src/index.js';
import type { Example, Rule } from '../../src/model/rule.js';
import type { Target } from '../../src/model/translation.js';
import { allRules } from '../../src/rules/index.js';
import { createOptions, type Draft, makeBackup, makeCreate, makeResponse, putAt } from './base.js';

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
      const isBare = rule.targets.includes('restoreFromBackup') && example.target === undefined;
      const bare = isBare ? layBare(example) : undefined;
      if (!bare) return [cluster];
      return [cluster, { ...cluster, title: `${title}, bare`, value: bare, options: {}, prefix: bareTarget }];
    }),
  );
}

/** For each target, a complete document and the options that make it ready. */
const bases: Partial<Record<Target, { make: () => Draft; options: TranslateOptions }>> = {
  ClusterCreate: { make: makeCreate, options: createOptions },
  ClusterEnsure: { make: makeResponse, options: {} },
  ClusterRead: { make: makeResponse, options: { to: 'read' } },
  Backup: { make: makeBackup, options: {} },
};

function layOver(example: Example): Pick<ExampleCase, 'value' | 'options'> {
  if (example.target === 'restoreInPlace') {
    return { value: layBare(example) ?? {}, options: { kind: 'CreateRestoreRequest', ...example.options } };
  }
  const { make, options } = bases[example.target ?? 'ClusterCreate'] ?? { make: makeCreate, options: {} };
  const value = make();
  for (const [path, given] of Object.entries(example.given)) putAt(value, path, given);
  return { value, options: (example.options as TranslateOptions) ?? options };
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
