// Secrets planted where nobody expects them: values from the environment on every path, URLs however they are spelled,
// passwords that names, aliases and comments repeat. Every format of a report is searched, and what a log would print.
import { describe, expect, test } from 'vitest';
import {
  compareFleet,
  createReport,
  readWords,
  renderReport,
  reportFormats,
  type TranslateOptions,
  translateText,
  verify,
} from '../../src/index.js';
import { decisionLeaves } from '../../src/schema/decisions.js';
import { type Draft, makeCreate, makeResponse, putAt } from '../support/base.js';

const mark = 'Planted9!x';
const paths = [...decisionLeaves.values()].filter(({ type }) => type === 'string').map(({ path }) => path);
const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const patch = { properties: { cores: 4, connections: [{ lanId: '7' }] } };
const request = (url: string, body: unknown) => ({ method: 'POST', url, headers: { Accept: 'json' }, body });
const clusters = 'api.ionos.com/databases/postgresql/clusters';

describe('a value from the environment is in no report', () => {
  const documents: readonly (readonly [string, unknown, TranslateOptions])[] = [
    ['create', makeCreate(), {}],
    ['bare', makeCreate()['properties'], {}],
    ['response', makeResponse(), {}],
    ['answer', makeResponse(), { to: 'read' }],
    ['list', { type: 'collection', items: [makeResponse(), makeResponse()] }, { to: 'read' }],
    ['patch', patch, { base: makeResponse(), id }],
    ['restore', { recoveryTargetTime: '2024-01-15T10:00:00Z' }, { base: makeResponse(), kind: 'CreateRestoreRequest' }],
    ['request', request(`https://${clusters}`, makeCreate()), {}],
  ];

  test.each(documents)('of a %s', (_, document, options) => {
    const leaks = paths.flatMap((path) =>
      (['setEnv', 'overrideEnv'] as const).flatMap((way) => {
        const words = { set: [], override: [], setEnv: [], overrideEnv: [], [way]: [`${path}=SECRET`] };
        const supplied = { ...options, ...readWords(words, { SECRET: mark }) };
        return search(JSON.stringify(document), supplied).map((place) => `${way} ${path}: ${place}`);
      }),
    );
    expect(leaks).toEqual([]);
  });

  test('of clusters beside one another, nor of sides that differ', () => {
    const options = readWords(
      { set: [], override: [], setEnv: [], overrideEnv: ['name=SECRET'] },
      { SECRET: 'planted-name' },
    );
    const [one, other] = [makeResponse(), makeResponse()];
    putAt(other, 'id', id.replace('498', '598'));
    putAt(other, 'properties.displayName', 'planted name');
    const fixed = translateText(JSON.stringify([one]), options);
    const mended = translateText(JSON.stringify([other]), { fixNames: true });
    const entries = [...fixed, ...mended].map((translation, index) => ({ source: 'a.json', index, translation }));
    expect(JSON.stringify(compareFleet(entries))).toContain('same-name');
    expect(JSON.stringify(compareFleet(entries.slice(0, 1)))).not.toContain('planted-name');
    expect(JSON.stringify(verify([one, other], [], options))).not.toContain('planted-name');
  });
});

describe('the user of a URL is in no report', () => {
  const spellings = [
    'https://',
    ' https://',
    'h2+tls://',
    'https:/',
    'https:',
    '//',
    '',
    'HTTPS://',
    '\thttps://',
    'https:\\\\',
  ];
  const users = [
    `ops:${mark}@`,
    `${mark}@`,
    `ops:${mark}/a?b#c@`,
    `ops:a/${mark}@`,
    `ops:a?${mark}@`,
    `:${mark}@`,
    `ops:${mark}%40`,
  ];
  const urls = spellings.flatMap((scheme) => users.map((user) => `${scheme}${user}${clusters}`));
  const queries = [`token=${mark}`, `to%6Ben=${mark}`, `a=1;sig=${mark}`, `pw=${mark}`, `access_token[]=x?${mark}`];
  const all = [...urls, ...queries.map((query) => `https://${clusters}?${query}`), `https://${clusters}#key=${mark}`];

  test.each(['href', 'request', 'links', 'comment'])('in a %s', (place) => {
    const documents: Record<string, (url: string) => string> = {
      href: (href) => JSON.stringify({ ...makeResponse(), href }),
      links: (url) => JSON.stringify({ type: 'collection', links: { self: url, next: url }, items: [makeResponse()] }),
      request: (url) => JSON.stringify(request(url, makeCreate())),
      comment: (url) => `properties:\n  storageType: HDD # see ${url.replaceAll(/[#\t]/g, '')}\n  location: de/txl\n`,
    };
    const leaks = all
      // What follows a comment's own sign, and a token without a name, nobody can tell from prose.
      .filter((url) => place !== 'comment' || /:[^\s:@]+@|(?:token|sig|pw|key)\W*=/.test(url))
      .flatMap((url) => search(documents[place]?.(url) ?? '').map((found) => `${JSON.stringify(url)}: ${found}`));
    expect(leaks).toEqual([]);
  });
});

describe('a secret that the document repeats is in no report', () => {
  const places = [
    'properties.displayName',
    'properties.location',
    'properties.dnsName',
    'properties.storageType',
    'properties.backupLocation',
    'properties.postgresVersion',
    'properties.synchronizationMode',
    'properties.credentials.username',
    'properties.connections.0.cidr',
    'properties.maintenanceWindow.time',
    'properties.fromBackup.backupId',
    'metadata.createdBy',
    'type',
    'href',
    `properties.x-${mark}`,
  ];

  test.each(places)('at %s', (place) => {
    for (const text of [mark, `orders ${mark}`, `${mark}-${mark}`, `ünter ${mark}`]) {
      for (const document of [makeCreate(), makeResponse()]) {
        putAt(document, 'properties.credentials', { username: 'app', password: mark });
        putAt(document, place, text);
        expect({ text, found: search(JSON.stringify(document), { fixNames: true }) }).toEqual({ text, found: [] });
        expect({ text, found: search(JSON.stringify(request(`https://${clusters}`, document))) }).toMatchObject({
          found: [],
        });
      }
    }
  });

  test.each(['apiKey', 'pwd', 'dbPw', 'X-Auth-Token', 'passcode'])('where it stands behind %s', (name) => {
    const document: Draft = makeCreate();
    putAt(document, `properties.${name}`, mark);
    putAt(document, 'properties.displayName', `orders-${mark}`);
    expect(search(JSON.stringify(document))).toEqual([]);
  });

  test('through an alias', () => {
    const text = `properties:\n  credentials: { username: app, password: &pw ${mark} }\n  displayName: *pw\n  location: *pw\n  storageType: *pw # *pw\n`;
    expect(search(text)).toEqual([]);
  });

  test.each([
    'pw=',
    'PWD: ',
    'pass = ',
    'password ',
    'old pw ',
    'passwd => ',
    'Kennwort：',
    'db_pass_old: ',
    'apiKey (old): ',
    'bearer ',
  ])('nor one that a comment gives: %s', (word) => {
    const text = `# ${word}${mark}\nproperties:\n  # ${word}${mark}\n  storageType: HDD # ${word}${mark}\n  location: de/txl\n`;
    expect(search(text)).toEqual([]);
    expect(search(text.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  test('on either side of a comparison', () => {
    const v1 = makeCreate();
    putAt(v1, 'properties.credentials.password', mark);
    const [translation] = translateText(JSON.stringify(v1), { set: { 'credentials.database': 'app' } });
    const v2 = structuredClone(translation?.document) as Draft;
    putAt(v2, 'properties.name', `orders-${mark}`);
    putAt(v1, 'properties.displayName', `other-${mark}`);
    const told = verify(v1, v2);
    expect(JSON.stringify(told)).toContain('[redacted]');
    expect(JSON.stringify(told)).not.toContain('Planted9');
  });
});

/** Where a planted secret is said: formats of reports, and what a log would print of a translation. */
function search(text: string, options: TranslateOptions = {}): string[] {
  const translations = translateText(text, options);
  const entries = translations.map((translation, index) => ({ source: 'file.yaml', index, translation }));
  const run = compareFleet(entries);
  const report = createReport(entries, { run });
  const outputs: [string, string][] = [
    ...reportFormats.map((format): [string, string] => [format, renderReport(report, { format })]),
    ...(['documents', 'changes'] as const).map((csv): [string, string] => [
      csv,
      renderReport(report, { format: 'csv', csv }),
    ]),
    ['log', translations.map(logOf).join('\n')],
  ];
  return outputs.flatMap(([name, output]) => {
    const at = output.search(/Planted9/);
    return at === -1 ? [] : [`${name}: …${output.slice(Math.max(0, at - 60), at + 20)}`];
  });
}

/** A translation as a log would print it, but for the documents, and the comments that they are written with. */
function logOf(translation: object): string {
  const said = { ...translation, document: undefined, partial: undefined, comments: undefined };
  // Pointers are those of the document, whose keys they are made of.
  return JSON.stringify(said, (key, value) => (key === 'from' || key === 'to' ? undefined : value));
}
