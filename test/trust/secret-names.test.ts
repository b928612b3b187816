// What counts as a secret by its name alone, for values, comments and files alike.
import { describe, expect, test } from 'vitest';
import { isSecretMember, isSecretName, listSecrets, mentionsSecret, translateValue } from '../../src/index.js';
import { hideInUrl } from '../../src/model/url.js';

test.each(['password', 'Authorization', 'X-Auth-Token', 'apiKey', 'Set-Cookie', 'passphrase', 'sessionId', 'oauth'])(
  'the value of %s is a secret',
  (name) => {
    expect(isSecretName(name)).toBe(true);
    expect(listSecrets({ [name]: 'hunter2!' })).toContain('hunter2!');
    expect(mentionsSecret(` ${name}: hunter2!`)).toBe(true);
  },
);

test.each(['author', 'displayName', 'location', 'username', 'lanId'])('the value of %s is none', (name) => {
  expect(isSecretName(name)).toBe(false);
  expect(listSecrets({ [name]: 'hunter2!' })).toEqual([]);
  expect(mentionsSecret(` ${name}: hunter2!`)).toBe(false);
});

describe('a comment', () => {
  test.each([
    ' "password": "old"',
    ' db_password=old',
    ' pass: old',
    ' db_pass = old',
    ' api-key = old',
    ' tokens: a, b',
    ' credentials: see the vault',
  ])('with a value behind such a name is one: %s', (text) => {
    expect(mentionsSecret(text)).toBe(true);
  });

  test.each([' ask the team for the password', ' rotated every session', ' key facts', ' author: ops'])(
    'that only speaks of secrets is none: %s',
    (text) => {
      expect(mentionsSecret(text)).toBe(false);
    },
  );
});

test('all credentials but the names of user and database are secrets', () => {
  expect(['username', 'password', 'database', 'anything'].map((key) => isSecretMember('credentials', key))).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(isSecretMember('properties', 'database')).toBe(false);
});

test.each([
  ['https://ops:p@ss@host/x', 'https://[redacted]@host/x'],
  [
    'https://host/x?limit=5&access_token=abc#session=def',
    'https://host/x?limit=5&access_token=[redacted]#session=[redacted]',
  ],
  ['https://host/x;jsessionid=abc', 'https://host/x;jsessionid=[redacted]'],
  ['https://host/x?mail=a@b.example', 'https://host/x?mail=a@b.example'],
])('of the URL %s is shown %s', (url, shown) => {
  expect(hideInUrl(url)).toBe(shown);
});

test('the URLs of answers show no secret', () => {
  const href = 'https://ops:hunter2!@host/x?token=hunter2!';
  const documents = [
    { id: 'x', type: 'cluster', href, properties: { displayName: 'a' } },
    { type: 'collection', href, links: { self: href, next: href }, items: [] },
    { id: 'x', type: 'user', href, properties: { username: 'a', system: false } },
  ];
  for (const to of ['ensure', 'read'] as const)
    for (const document of documents) {
      const { changes, findings } = translateValue(document, { to });
      expect(JSON.stringify([changes, findings])).not.toContain('hunter2');
    }
});
