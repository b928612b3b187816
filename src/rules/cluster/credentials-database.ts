// The database in the credentials, which v1 clusters do not hold: a person says it, or v1 databases that are offered do.
import { error, info, rule, silent, warning } from '../define.js';

/** Options that offer databases of these names. */
function offer(...names: readonly string[]) {
  const items = names.map((name) => ({ properties: { name, owner: 'app' } }));
  return { databases: [{ name: 'databases.json', value: { items } }] };
}

/** `credentials.database` has no v1 source. */
export const credentialsDatabase = rule({
  id: 'credentials/database',
  kind: 'supply',
  summary:
    'v2 names a database together with the user; v1 had none there, so a person or a list of databases says which.',
  evidence: 'v2 SDK; Terraform migration guide (a missing database is created, data is never destroyed).',
  to: ['properties.credentials.database'],
  targets: ['ClusterCreate', 'ClusterEnsure'],
  messages: {
    invalid: error(
      'The database name is not valid in v2: 2 to 63 letters, digits and underscores.',
      'Choose another: --override credentials.database=NAME.',
    ),
    missing: error(
      'v2 needs credentials.database, which v1 does not hold.',
      'Name a database that exists (it is created if missing): --set credentials.database=NAME.',
    ),
    listed: info(
      "credentials.database is {name}, the only database in {sources} that v2's credentials can name.",
      'For another one: --set credentials.database=NAME.',
    ),
    'several-listed': {
      ...warning(
        'credentials.database could be one of several in {sources}: {names}.',
        'Choose one: --set credentials.database=NAME.',
      ),
      suggests: ['credentials.database'],
    },
    'none-listed': warning(
      "v2's credentials can name no database of the cluster in {sources}: {left}.",
      'Name one, which is created if missing: --set credentials.database=NAME. That of the system, postgres, is there too.',
    ),
  },
  examples: [
    {
      given: {},
      gives: { 'properties.credentials.database': 'app' },
      options: { set: { 'credentials.database': 'app' } },
    },
    { given: {}, says: ['missing'], options: { set: {} } },
    {
      given: {},
      gives: { 'properties.credentials.database': 'shop' },
      says: ['listed'],
      options: offer('shop', 'my-app'),
    },
    { given: {}, says: ['missing', 'several-listed'], options: offer('shop', 'stock') },
    { given: {}, says: ['missing', 'none-listed'], options: offer('my-app', 'postgres') },
    { given: {}, says: ['invalid'], options: { set: { 'credentials.database': 'my-app' } } },
  ],
  fallback: ({ databases }) => {
    if (!databases) return { value: undefined, says: silent };
    const { only, names, left, sources } = databases;
    if (only !== undefined) {
      const why = "The only database offered that v2's credentials can name.";
      return { value: only, why, says: [{ id: 'listed', data: { name: only, sources } }] };
    }
    if (names.length === 0) {
      const data = { sources, left: left.join(', ') || 'there is none of it' };
      return { value: undefined, says: [{ id: 'none-listed', data }] };
    }
    const choices = { 'credentials.database': names };
    return { value: undefined, says: [{ id: 'several-listed', data: { sources, names: names.join(', ') }, choices }] };
  },
  check: (value, _looks, { facts }) =>
    value === undefined || facts.names.database.test(value) ? silent : [{ id: 'invalid' }],
});
