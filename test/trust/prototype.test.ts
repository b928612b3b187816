// A program that changed the prototype of all objects changes no translation: what documents seem to have then is not theirs.
import { expect, test } from 'vitest';
import { translateText, translateValue } from '../../src/index.js';
import { listFixtures } from '../support/fixtures.js';

const fixtures = listFixtures().filter(({ name }) => name.startsWith('create/'));
const names = ['polluted', 'location', 'id', 'storageType', 'description', 'displayName', 'metadata'];

test.each(names)('where every object has %s', (name) => {
  const clean = translateAll();
  Object.defineProperty(Object.prototype, name, {
    value: 'de/txl',
    enumerable: true,
    configurable: true,
    writable: true,
  });
  let changed: string[];
  try {
    changed = translateAll();
  } finally {
    Reflect.deleteProperty(Object.prototype, name);
  }
  const wrong = fixtures.filter((_, index) => changed[index] !== clean[index]).map((fixture) => fixture.name);
  expect(wrong).toEqual([]);
});

function translateAll(): string[] {
  return fixtures.map(({ text, format }) => {
    const translations = translateText(text, { format });
    const values = translations.map((translation) => translateValue(translation.source?.().value));
    return JSON.stringify(
      [...translations, ...values].map(({ status, changes, findings, document }) => [
        status,
        changes,
        findings,
        document,
      ]),
    );
  });
}
