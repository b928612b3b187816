// Converted modules before real Terraform, where there is one: the plan has as many imports as there are clusters, nothing to
// add and nothing to destroy, the next one after the apply has no changes, and `verify --plan` finds nothing wrong.
//
// TF_PLUGINS is a folder with a built provider of IONOS; TF_PLAN a program that plans a converted module beside that of v1
// against a stand-in of both APIs, applies it, and writes what `terraform show -json` prints of the plan.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, run } from '../../cli/command.js';
import { makeLedger } from '../../support/terraform-walkthrough.js';

const { TF_PLUGINS: plugins, TF_PLAN: program } = process.env;
const missing = [plugins ? '' : 'TF_PLUGINS', program ? '' : 'TF_PLAN'].filter((name) => name !== '');
if (missing.length > 0) console.log(`No plan is made by Terraform: ${missing.join(' and ')} not set.`);

describe.skipIf(missing.length > 0)('a plan', () => {
  test.each<{ name: string; imports: number; words: string[] }>([
    { name: 'one cluster', imports: 1, words: [] },
    { name: 'one cluster while v1 is gone', imports: 1, words: ['--v1-gone'] },
    { name: 'two clusters by count', imports: 2, words: [] },
    { name: 'two clusters, applied', imports: 2, words: ['--apply'] },
  ])('of $name adopts every cluster as it is', ({ imports, words }) => {
    const files = Object.entries(makeLedger(imports > 1)).map(([name, text]) => [`v1/${name}`, text] as const);
    const folder = makeFolder(Object.fromEntries(files));
    const convert = ['convert', 'v1', '--out-dir', 'v2', '--set', 'credentials.database=ledger'];
    expect(run(convert, { folder })).toMatchObject({ status: 0 });
    const plan = join(folder, 'plan.json');
    const paths = [join(folder, 'v2'), join(folder, 'v1'), '--plugins', plugins ?? '', '--json', plan];
    const { stdout } = spawnSync(process.execPath, [program ?? '', ...paths, ...words], { encoding: 'utf8' });
    expect(stdout).toMatch(new RegExp(`^${imports} to import, 0 to add, ${imports} to change, 0 to destroy`));
    if (words.includes('--apply')) expect(stdout).toContain('the next plan has no changes');
    expect(run(['verify', '--plan', plan])).toMatchObject({ status: 0 });
  });
});
