// `verify` of Terraform modules: what `convert` writes is clean, and each thing that is another one afterwards is told.
import { describe, expect, test } from 'vitest';
import { convertedFixtures, moduleEdits, verifyConverted, verifyEdited } from '../support/verified-modules.js';

describe.each(convertedFixtures)('$name', (fixture) => {
  test('is clean beside its own conversion', () => {
    const entries = verifyConverted(fixture);
    const said = entries.flatMap(({ translation: { findings } }) => findings);
    expect(said.filter(({ severity }) => severity !== 'info').map(({ message }) => message)).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
  });
});

test.each(moduleEdits)('of what becomes another one is told: %s', (_, edited) => {
  const told = verifyEdited(edited).map(({ code, message }) => `${code}: ${message}`);
  expect(told).toEqual(edited.says.map((start) => expect.stringContaining(`verify/${start}`)));
});

test('no password is shown', () => {
  const findings = moduleEdits.flatMap(([, edited]) => verifyEdited(edited));
  expect(findings.map(({ code }) => code)).toContain('verify/drift/secret');
  expect(JSON.stringify(findings)).not.toContain('Gantry9');
});
