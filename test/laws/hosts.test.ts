// The laws of what is sent where: a request is about the cluster of its URL and goes to the host of its region, its body
// is what the body alone becomes, and a restore hears what was decided for its cluster.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { facts } from '../../src/facts/index.js';
import { type TranslateOptions, translateText, translateValue } from '../../src/index.js';
import type { Kind } from '../../src/model/translation.js';
import type { Translation } from '../../src/schema/documents.js';
import { type Draft, ensureOptions } from '../support/base.js';
import { brokens, creates, fromBackups, responses, runs } from '../support/generate.js';
import { patches } from '../support/generate-others.js';
import { draftOf } from '../support/laws.js';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 + runs.numRuns * 100 });

const v1Host = 'https://api.ionos.com/databases/postgresql';
const hosts = Object.values(facts.locations);
/** What is laid around a body: as a value, as a text, or as HAR files hold it. */
const holds = fc.constantFrom('value', 'text', 'postData', 'HAR');

describe('a stored request', () => {
  const calls = fc.oneof(
    fc.tuple(
      fc.constant('POST'),
      fc.constant('/clusters'),
      fc.oneof(creates, brokens),
      fc.constant<Kind>('CreateClusterRequest'),
    ),
    fc.tuple(
      fc.constant('PATCH'),
      fc.uuid().map((id) => `/clusters/${id}`),
      patches,
      fc.constant<Kind>('PatchClusterRequest'),
    ),
    fc.tuple(
      fc.constant('POST'),
      fc.uuid().map((id) => `/clusters/${id}/restore`),
      fromBackups,
      fc.constant<Kind>('CreateRestoreRequest'),
    ),
  );

  test('says of its body what is said of the body alone', () => {
    fc.assert(
      fc.property(calls, responses, holds, ([method, path, body, kind], base, hold) => {
        const id = /[\da-f-]{36}/.exec(path)?.[0];
        const { id: _own, ...rest } = body;
        const value = id === undefined ? body : rest;
        const options: TranslateOptions = {
          ...ensureOptions,
          ...(id === undefined ? {} : { base: { ...base, id } }),
        };
        const request = translateCall(layAround({ method, url: v1Host + path }, value, hold), options);
        const alone = translateValue(value, { ...options, kind, ...(id === undefined ? {} : { id }) });
        expect(describeBody(request)).toEqual(describeBody(alone));
      }),
      runs,
    );
  });

  test('with the id of another cluster in its body is sent to neither', () => {
    fc.assert(
      fc.property(fc.uuid(), responses, fc.option(patches), (a, b, patch) => {
        fc.pre(a !== b['id']);
        const body = patch ? { ...patch, id: b['id'] } : b;
        const request = { method: 'PATCH', url: `${v1Host}/clusters/${a}`, body };
        for (const base of [undefined, b, { ...b, id: a }, [b, { ...b, id: a }]]) {
          const translation = translateValue(request, { ...ensureOptions, ...(base ? { base } : {}) });
          expect(translation.status).toBe('blocked');
          expect(JSON.stringify([urlOf(translation), draftOf(translation)])).not.toContain(b['id']);
        }
      }),
      runs,
    );
  });

  test.each(hosts)('with a body of v1 for %s is sent to no other host', (host) => {
    const bodies = fc.oneof(
      creates.map((body) => ({ method: 'POST', url: `${host}/clusters`, body })),
      responses.map((body) => ({ method: 'PUT', url: `${host}/clusters/${body['id']}`, body })),
      fc.tuple(fc.uuid(), patches).map(([id, body]) => ({ method: 'PUT', url: `${host}/clusters/${id}`, body })),
    );
    fc.assert(
      fc.property(bodies, responses, (request, base) => {
        const translation = translateValue(request, {
          ...ensureOptions,
          base: { ...base, id: request.url.slice(-36) },
        });
        const { document, status, findings } = translation;
        // What could be of either version is handed on, and v2 would refuse it.
        if (status === 'skipped') expect(findings.map(({ code }) => code)).toContain('document/v2-schema/doubtful');
        else if (document !== undefined) expect(urlOf(translation)).toMatch(new RegExp(`^${host}/`));
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / hosts.length) },
    );
  });
});

test('a restore takes the time that was decided for its cluster, and no other', () => {
  const recoveryTargetDatetime = '2022-03-04T05:06:07Z';
  const decisions = { 'restoreFromBackup.recoveryTargetDatetime': recoveryTargetDatetime };
  fc.assert(
    fc.property(responses, fromBackups, fc.tuple(fc.uuid(), fc.boolean()), (base, restore, [other, hasBase]) => {
      const id = String(base['id']);
      fc.pre(id !== other);
      const options: TranslateOptions = {
        ...ensureOptions,
        kind: 'CreateRestoreRequest',
        id,
        ...(hasBase ? { base } : {}),
      };
      const timeOf = (translation: Translation) =>
        /"recoveryTargetDatetime":"([^"]*)"/.exec(JSON.stringify(draftOf(translation)))?.[1];
      const decided = translateValue(restore, {
        ...options,
        decisions: { clusters: { [id.toUpperCase()]: decisions } },
      });
      expect(timeOf(decided)).toBe(recoveryTargetDatetime);
      const others = translateValue(restore, { ...options, decisions: { clusters: { [other]: decisions } } });
      expect(timeOf(others)).toBe(timeOf(translateValue(restore, options)));
    }),
    runs,
  );
});

function layAround(call: Draft, body: Draft, hold: 'value' | 'text' | 'postData' | 'HAR'): Draft {
  const text = JSON.stringify(body);
  if (hold === 'value') return { ...call, body };
  if (hold === 'text') return { ...call, body: text };
  const request = { ...call, postData: { mimeType: 'application/json', text } };
  return hold === 'HAR' ? { log: { entries: [{ request }] } } : request;
}

function translateCall(request: Draft, options: TranslateOptions): Translation {
  const [translation] = translateText(JSON.stringify(request), { ...options, format: 'json' });
  if (!translation) throw new Error('a request gives a translation');
  return translation;
}

/** What is said of a body: the document, where it goes, and what there is to know of it. */
function describeBody(translation: Translation): object {
  const findings = translation.findings
    .filter(({ rule }) => !rule.startsWith('request/') && rule !== 'document/source')
    .map(({ code, severity, message }) => `${code} ${severity} ${message}`);
  const { status } = translation;
  return {
    isBlocked: status === 'blocked',
    document: draftOf(translation),
    url: urlOf(translation),
    findings: findings.sort(),
  };
}

function urlOf(translation: Translation): unknown {
  return 'request' in translation ? translation.request?.url : undefined;
}
