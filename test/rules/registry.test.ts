// The registry is complete: no rule is forgotten, no message is without a case that shows it, none is said that is not
// declared.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeScript, listRules, translateText, translateValue, verify } from '../../src/index.js';
import { isObject } from '../../src/model/json.js';
import type { AnyTranslation } from '../../src/model/translation.js';
import { allRules, documentDecisions, documentFleet } from '../../src/rules/index.js';
import * as terraformRules from '../../src/rules/terraform/index.js';
import type { Translation } from '../../src/schema/documents.js';
import { translateModule } from '../../src/terraform.js';
import { listExampleCases } from '../support/examples.js';
import { listFixtures, runFixture } from '../support/fixtures.js';
import { listModuleFixtures } from '../support/modules.js';
import { ionosctlScript } from '../support/scripts.js';
import { judgePlan, planCases } from '../support/terraform-plans.js';
import { moduleEdits, verifyEdited } from '../support/verified-modules.js';
import { verifyCases } from '../support/verify-cases.js';

const rulesFolder = new URL('../../src/rules/', import.meta.url);
/** The net below the rules: said only where a rule forgets to look, which the laws hold never to happen. */
const net = ['document/v2-schema/refused'];
const declared = listRules().flatMap((rule) => rule.messages.map((message) => message.code));
const fromExamples = listExampleCases().flatMap(({ value, options }) => listCodes([translateValue(value, options)]));
const fromPairs = verifyCases.flatMap(({ v1, v2 }) => verify(v1, v2).map(({ code }) => code));
const judged = await Promise.all(planCases.map(({ plan }) => judgePlan(plan)));
const fromPlans = judged.flat().flatMap(({ translation }) => translation.findings.map(({ code }) => code));
const fromScripts = describeScript(ionosctlScript).flatMap(({ findings }) => findings.map(({ code }) => code));
const fromFixtures = listFixtures().flatMap((fixture) => listCodes(runFixture(fixture).translations));

test('every rule that a file exports is registered once', async () => {
  const files = readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\/(?!index\.)[\w-]+\.ts$/.test(file),
  );
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ new URL(file, rulesFolder).href)));
  const exported = modules.flatMap((module) => Object.values(module)).filter(isRule);
  expect(exported.map((rule) => rule['id']).sort()).toEqual(allRules.map((rule) => rule.id).sort());
  expect(new Set(allRules.map((rule) => rule.id)).size).toBe(allRules.length);
});

test('every message is shown by an example or a fixture', () => {
  const shown = new Set([
    ...fromExamples,
    ...fromFixtures,
    ...fromPairs,
    ...fromPlans,
    ...moduleEdits.flatMap(([, edited]) => verifyEdited(edited).map(({ code }) => code)),
    ...fromScripts,
    ...listCodes(runOddities()),
    ...listRunCodes(),
    ...listModuleCodes(),
    ...listModuleFixtures().flatMap(({ files, options }) =>
      listCodes(translateModule(files, options).translations.map(({ translation }) => translation)),
    ),
  ]);
  expect(declared.filter((code) => !shown.has(code))).toEqual(net);
});

test('no code is said that no rule declares', () => {
  const known = new Set(declared);
  const said = new Set([...fromExamples, ...fromFixtures, ...fromPairs, ...fromPlans, ...fromScripts]);
  expect([...said].filter((code) => !known.has(code))).toEqual([]);
});

test('every message has a text, and every error and warning a remedy', () => {
  const messages = listRules()
    .filter((rule) => rule.id !== 'document/source')
    .flatMap((rule) => rule.messages);
  expect(messages.filter(({ text }) => !/^\S.*[.}]$/.test(text)).map(({ code }) => code)).toEqual([]);
  const silent = messages.filter(({ severity, remedy }) => severity !== 'info' && remedy === '');
  expect(silent.map(({ code }) => code)).toEqual([]);
});

/** What no file can hold, or would be too large to keep. */
function runOddities(): Translation[] {
  const deep = JSON.parse(`${'{"a":'.repeat(70)}1${'}'.repeat(70)}`);
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${at}`, at]));
  const doubtful = Array.from({ length: 600 }, () => ({
    id: 'a',
    type: 'cluster',
    properties: { name: '', version: 15 },
  }));
  const huge = `properties: {}\n${' '.repeat(2 * 1024 * 1024)}`;
  return [
    translateValue([]),
    translateValue({ properties: { ram: 1n } }),
    translateValue(deep),
    translateValue({ properties: { location: 'de/txl', cores: 4, many } }),
    translateValue({ properties: { name: 'a', version: '15', many } }),
    translateValue({ items: doubtful }),
    ...translateText(huge, { format: 'yaml' }),
  ];
}

/** What is said of runs; test/report/twins.test.ts and the tests of the command hold when. */
function listRunCodes(): string[] {
  const fleet = Object.keys(documentFleet.messages).map((id) => `document/fleet/${id}`);
  return [...fleet, ...Object.keys(documentDecisions.messages).map((id) => `document/decisions/${id}`)];
}

/** What is said of Terraform modules; test/forms/terraform holds when. */
function listModuleCodes(): string[] {
  return Object.values(terraformRules).flatMap(({ id, messages }) =>
    Object.keys(messages).map((name) => `${id}/${name}`),
  );
}

function isRule(value: unknown): value is Record<string, unknown> {
  return isObject(value) && 'messages' in value && 'examples' in value;
}

function listCodes(translations: readonly AnyTranslation[]): string[] {
  return translations.flatMap(({ findings }) => findings.map(({ code }) => code));
}
