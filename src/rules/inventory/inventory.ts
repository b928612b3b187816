// Users and databases: v2 has one of each, given with the credentials of a cluster, so they become an inventory of what
// those can hold and what is left to SQL.
import { type Context, info, inventoryRule, listRule, warning } from '../define.js';

const evidence = 'v1 SDK models of users and databases; v2 SDK (one user and one database, in the credentials).';
const stays = 'In a cluster that was moved it stays as it is; manage it with SQL.';

type Names = Context['facts']['names'];

function judgeUser(name: string, { username, reservedUsername }: Names) {
  if (!username.test(name)) return 'refused';
  return reservedUsername.test(name) ? 'reserved' : 'could-be';
}

/** Whether v2's credentials can name a database, and if not, why. `createdBy` is that of its metadata. */
export function judgeDatabase(name: string, createdBy: string | undefined, { database, systemDatabases }: Names) {
  if (systemDatabases.includes(name) || isOfSystem(createdBy)) return 'system';
  return database.test(name) ? 'could-be' : 'refused';
}

function isOfSystem(createdBy: string | undefined): boolean {
  return createdBy?.endsWith('_system_') === true;
}

/** A user: its name, and whether it is of the system. */
export const inventoryUser = inventoryRule({
  id: 'inventory/user',
  kind: 'drop',
  summary: 'v2 has no users of their own: the credentials of a cluster name one, SQL manages the others.',
  evidence,
  from: ['properties.username', 'properties.system'],
  reads: ['metadata.createdBy'],
  messages: {
    'could-be': info(
      "v2's credentials name one user, which could be {name}.",
      'Supply it with --set credentials.username={name}.',
    ),
    refused: warning(
      "v2's credentials cannot name the user {name}: they take 2 to 16 letters, digits and underscores.",
      stays,
    ),
    reserved: warning("v2's credentials cannot name the user {name}: the name is reserved.", stays),
    system: info('The user {name} is of the system and is left out.'),
  },
  map: ([name, system, createdBy], { facts }) => {
    if (system === true || isOfSystem(createdBy)) return { says: [{ id: 'system', data: { name: name ?? '' } }] };
    return name === undefined ? {} : { says: [{ id: judgeUser(name, facts.names), data: { name } }] };
  },
});

/** The password of a user; never shown. */
export const inventoryPassword = inventoryRule({
  id: 'inventory/password',
  kind: 'drop',
  summary: 'The password of a user is not carried over: v2 takes one with the credentials of a cluster only.',
  evidence: 'v2 SDK; Terraform migration guide (credentials of an existing user reset its password).',
  from: ['properties.password'],
  secret: true,
  messages: {
    'left-out': info(
      'The password of a user is not carried over.',
      'Where the credentials of the cluster name the user, supply it with --set-env credentials.password=VARIABLE; else set it with SQL (ALTER ROLE).',
    ),
  },
  map: () => ({ says: [{ id: 'left-out' }] }),
});

/** A database: its name and its owner. */
export const inventoryDatabase = inventoryRule({
  id: 'inventory/database',
  kind: 'drop',
  summary: 'v2 has no databases of their own: the credentials of a cluster name one, SQL manages the others.',
  evidence,
  from: ['properties.name', 'properties.owner'],
  reads: ['metadata.createdBy'],
  messages: {
    'could-be': info(
      "v2's credentials name one database, which could be {name}.",
      'Supply it with --set credentials.database={name}, or offer the file with --databases.',
    ),
    refused: warning(
      "v2's credentials cannot name the database {name}: they take 2 to 63 letters, digits and underscores.",
      stays,
    ),
    system: info('The database {name} is of the system and is left out.'),
  },
  map: ([name, , createdBy], { facts }) =>
    name === undefined ? {} : { says: [{ id: judgeDatabase(name, createdBy, facts.names), data: { name } }] },
});

/** Who made it: the API, SQL, or the system. */
export const inventoryOrigin = inventoryRule({
  id: 'inventory/origin',
  kind: 'drop',
  summary: 'Who made a user or database has no place in v2; what was made with SQL is noted.',
  evidence: 'v1 how-tos (createdBy ends with _unmanaged_ or _system_).',
  from: ['metadata.createdBy'],
  messages: {
    unmanaged: info('It was made with SQL and not through the API (_unmanaged_), and v2 knows nothing of it either.'),
    system: info('It was made by the system (_system_).'),
  },
  map: ([createdBy]) => {
    if (createdBy?.endsWith('_unmanaged_')) return { says: [{ id: 'unmanaged' }] };
    return isOfSystem(createdBy) ? { says: [{ id: 'system' }] } : {};
  },
});

/** What surrounds a user or a database. */
export const inventoryEnvelope = inventoryRule({
  id: 'inventory/envelope',
  kind: 'drop',
  summary: 'Ids, links and dates of users and databases have no place in v2.',
  evidence,
  from: [
    'type',
    'id',
    'href',
    'metadata.createdDate',
    'metadata.createdByUserId',
    'metadata.lastModifiedDate',
    'metadata.lastModifiedBy',
    'metadata.lastModifiedByUserId',
    'metadata.resourceURN',
    'metadata.state',
  ],
  url: true,
});

/** What surrounds a list of users or databases, and what the list comes to. */
export const inventoryList = listRule({
  id: 'inventory/list',
  kind: 'drop',
  summary: "A list of users or databases has no form in v2; it is told which of them v2's credentials could name.",
  evidence,
  from: [
    'type',
    'id',
    'href',
    'offset',
    'limit',
    'links.prev',
    'links.previous',
    'links.self',
    'links.next',
    '_links.prev',
    '_links.previous',
    '_links.self',
    '_links.next',
  ],
  url: true,
  targets: ['inventory'],
  messages: {
    one: info("{names} is the only {what} of the list that v2's credentials can name, as {path}."),
    several: warning(
      "v2's credentials name one {what}, and {count} of the list could be it: {names}.",
      'Choose one for {path}; the others stay in a cluster that was moved, and SQL manages them.',
    ),
    none: warning(
      "v2's credentials can name no {what} of the list.",
      'Choose a new name for {path}: what is missing is created with the credentials.',
    ),
  },
});
