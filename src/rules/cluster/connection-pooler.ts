// The connection pooler: v1's object becomes v2's word.
import { error, info, rule, silent } from '../define.js';

const modes = { transaction: 'TRANSACTION', session: 'SESSION' } as const;
const words: readonly string[] = ['DISABLED', 'TRANSACTION', 'SESSION'];
const choose = 'Choose with --override connectionPooler=DISABLED, TRANSACTION or SESSION.';

/** `connectionPooler` → `connectionPooler`, an object to a string. */
export const connectionPooler = rule({
  id: 'cluster/connectionPooler',
  kind: 'map',
  summary: 'The pooler object becomes one word: DISABLED, TRANSACTION or SESSION.',
  evidence: 'Upjet migration guide; v2 SDK; v1 how-to (transaction is the default mode).',
  from: ['properties.connectionPooler', 'properties.connectionPooler.enabled', 'properties.connectionPooler.poolMode'],
  to: ['properties.connectionPooler'],
  express: ([_pooler, enabled = 'false', mode], { choose, upper, literal }) =>
    choose(enabled, mode === undefined ? literal('TRANSACTION') : upper(mode), literal('DISABLED')),
  recall: (word, { differs, lower, literal }) => [undefined, differs(word, literal('DISABLED')), lower(word)],
  messages: {
    'default-mode': info("No pool mode was named; v1's default is transaction."),
    'mode-forgotten': info('The pooler is disabled, so its pool mode is forgotten: v2 keeps no mode beside DISABLED.'),
    'mode-unknown': error('The pooler is enabled with an empty or unknown pool mode.', choose),
    ambiguous: error('The pooler object does not say whether the pooler is enabled.', choose),
    unknown: error('v2 knows DISABLED, TRANSACTION and SESSION only.', choose),
  },
  examples: [
    {
      given: { 'properties.connectionPooler': { enabled: true, poolMode: 'session' } },
      gives: { 'properties.connectionPooler': 'SESSION' },
    },
    {
      given: { 'properties.connectionPooler': { enabled: true } },
      gives: { 'properties.connectionPooler': 'TRANSACTION' },
      says: ['default-mode'],
    },
    {
      given: { 'properties.connectionPooler': { enabled: false, poolMode: 'transaction' } },
      gives: { 'properties.connectionPooler': 'DISABLED' },
      says: ['mode-forgotten'],
    },
    { given: { 'properties.connectionPooler': { enabled: true, poolMode: '' } }, says: ['mode-unknown'] },
    { given: { 'properties.connectionPooler': {} }, says: ['ambiguous'] },
    { given: { 'properties.connectionPooler': undefined }, gives: { 'properties.connectionPooler': undefined } },
    { given: {}, says: ['unknown'], options: { set: { connectionPooler: 'PGBOUNCER' } } },
  ],
  map: ([_pooler, enabled, mode]) => {
    if (enabled === undefined) return { says: [{ id: 'ambiguous' }] };
    if (!enabled) return { values: ['DISABLED'], says: mode ? [{ id: 'mode-forgotten' }] : [] };
    if (mode === undefined) return { values: ['TRANSACTION'], says: [{ id: 'default-mode' }] };
    if (mode !== 'transaction' && mode !== 'session') return { says: [{ id: 'mode-unknown' }] };
    return { values: [modes[mode]] };
  },
  back: ([word]) => {
    if (word === 'DISABLED') return [undefined, false];
    const mode = word === 'TRANSACTION' ? 'transaction' : word === 'SESSION' ? 'session' : undefined;
    return mode === undefined ? [] : [undefined, true, mode];
  },
  check: (value) => (value === undefined || words.includes(value) ? silent : [{ id: 'unknown' }]),
});
