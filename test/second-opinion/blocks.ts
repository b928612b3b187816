// The blocks of a cluster that are objects in v2: connection, maintenance window, credentials, restore.
import { judgeAddress } from './address.js';
import { ask, demand, insist, readNumberOrText, readText } from './ask.js';
import { type Bag, findGiven, isAbsent, isBag, type Notebook, say, toPlace } from './notebook.js';
import { fromSeconds, isClock, readDateTime } from './times.js';

export const uuid: RegExp = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export function translateConnection(book: Notebook, { connections }: Bag): Bag | undefined {
  const place = '/properties/connections';
  const paths = ['datacenterId', 'lanId', 'primaryInstanceAddress'].map((leaf) => `connection.${leaf}`);
  const isGiven = paths.every((path) => findGiven(book, { path, v1: connections, place }));
  const chosen = chooseConnection(book, connections, isGiven);
  if (!chosen) return isGiven ? readConnection(book, {}, place) : undefined;
  return readConnection(book, chosen.item, `${place}/${chosen.index}`);
}

function chooseConnection(book: Notebook, list: unknown, isGiven: boolean): { item: Bag; index: number } | undefined {
  const place = '/properties/connections';
  if (isAbsent(list) || !Array.isArray(list) || list.length === 0) {
    if (!isGiven) say(book, 'error', isAbsent(list) ? toPlace('connection') : place);
    return undefined;
  }
  const present = [...list.keys()].filter((at) => !isAbsent(list[at]));
  const { connection: own } = book.own;
  const asked = typeof own === 'number' ? own : book.options.connection;
  const index = present.length === 1 ? present[0] : asked;
  if (index === undefined || !present.includes(index)) {
    if (!isGiven) say(book, 'error', place);
    return undefined;
  }
  const item: unknown = list[index];
  for (const other of present) if (other !== index) say(book, 'warning', `${place}/${other}`);
  if (isBag(item)) return { item, index };
  if (!isGiven) say(book, 'error', `${place}/${index}`);
  return undefined;
}

function readConnection(book: Notebook, item: Bag, place: string): Bag {
  function at(leaf: string, field: string) {
    return { path: `connection.${leaf}`, v1: item[field], place: `${place}/${field}` };
  }
  const datacenter = demand(book, at('datacenterId', 'datacenterId'), readText);
  insist(book, datacenter, (value) => uuid.test(String(value)));
  const lan = demand(book, at('lanId', 'lanId'), readNumberOrText);
  insist(book, lan, (value) => /^\d+$/.test(String(value)));
  const address = demand(book, at('primaryInstanceAddress', 'cidr'), readText);
  const level = address && judgeAddress(String(address.value));
  if (address && level) say(book, level, address.place);
  return { datacenterId: datacenter?.value, lanId: lan?.value, primaryInstanceAddress: address?.value };
}

export function translateWindow(book: Notebook, { maintenanceWindow }: Bag): Bag {
  const place = '/properties/maintenanceWindow';
  const isBlock = isAbsent(maintenanceWindow) || isBag(maintenanceWindow);
  if (!isBlock) say(book, 'error', place);
  const window = isBag(maintenanceWindow) ? maintenanceWindow : {};
  function at(leaf: string) {
    return { path: `maintenanceWindow.${leaf}`, v1: window[leaf], place: `${place}/${leaf}` };
  }
  const finder = isBlock ? demand : ask;
  const time = finder(book, at('time'), (value) => {
    const decoded = typeof value === 'number' ? fromSeconds(value) : undefined;
    if (decoded !== undefined) say(book, 'warning', `${place}/time`);
    return decoded ?? readText(value);
  });
  insist(book, time, (value) => isClock(String(value)));
  const day = finder(book, at('dayOfTheWeek'), (value) =>
    days.find((name) => typeof value === 'string' && name.toLowerCase() === value.toLowerCase()),
  );
  insist(book, day, (value) => days.includes(String(value)));
  return { time: time?.value, dayOfTheWeek: day?.value };
}

export function translateCredentials(book: Notebook, { credentials }: Bag): Bag | undefined {
  const place = '/properties/credentials';
  const isBlock = isAbsent(credentials) || isBag(credentials);
  if (!isBlock) say(book, 'error', place);
  const block = isBag(credentials) ? credentials : {};
  const finder = book.target === 'ClusterCreate' && isBlock ? demand : ask;
  function find(leaf: string, v1: unknown) {
    return finder(book, { path: `credentials.${leaf}`, v1, place: `${place}/${leaf}` }, readText);
  }
  const username = find('username', block['username']);
  insist(book, username, isUserName);
  const password = find('password', block['password']);
  insist(book, password, hasClasses);
  insist(book, password, (value) => [...String(value)].length <= 63);
  insist(book, password, (value) => !isPlaceholder(String(value)));
  if (password && isOdd(String(password.value)) && !isPlaceholder(String(password.value)))
    say(book, 'warning', password.place);
  const databaseQuestion = { path: 'credentials.database', v1: undefined, place: '' };
  const database = (book.target === 'ClusterCreate' ? demand : ask)(book, databaseQuestion, readText);
  insist(book, database, (value) => /^[A-Za-z0-9_]{2,63}$/.test(String(value)));
  if (username && password && database)
    return { username: username.value, password: password.value, database: database.value };
  if (book.target === 'ClusterEnsure') say(book, 'warning', toPlace('credentials'));
  return undefined;
}

function isUserName(value: unknown): boolean {
  const name = String(value).toLowerCase();
  return /^[a-z0-9_]{2,16}$/.test(name) && !name.startsWith('pg_') && !['postgres', 'admin', 'standby'].includes(name);
}

function hasClasses(value: unknown): boolean {
  const text = String(value);
  return [...text].length >= 8 && [/[a-z]/, /[A-Z]/, /\d/, /[@$!%*?&]/].every((kind) => kind.test(text));
}

/** What templates have where a password is to be. */
function isPlaceholder(text: string): boolean {
  const inside = /^(?:\$\{[^{}]*\}|\{\{[^{}]*\}\}|<[^<>]*>|\[redacted\]|\$[A-Z_][A-Z0-9_]*)$/i.test(text);
  const word = text.toLowerCase().replace(/[^a-z]{0,8}$/, '');
  const words = ['changeme', 'change-me', 'change_me', 'changeit', 'change-it', 'change_it', 'placeholder', 'todo'];
  return inside || words.includes(word) || /^(?:\*+|x{3,})$/i.test(text);
}

function isOdd(password: string): boolean {
  return /[^A-Za-z\d@$!%*?&]/.test(password);
}

/** `place` is that of the v1 block; empty for a bare one. */
export function translateRestore(book: Notebook, block: unknown, place: string): Bag | undefined {
  if (isAbsent(block)) return undefined;
  if (!isBag(block)) {
    say(book, 'error', place);
    return undefined;
  }
  const { backupId, recoveryTargetTime } = block;
  const path = 'restoreFromBackup.sourceBackupId';
  const time = ask(
    book,
    {
      path: 'restoreFromBackup.recoveryTargetDatetime',
      v1: recoveryTargetTime === '' ? undefined : recoveryTargetTime,
      place: `${place}/recoveryTargetTime`,
    },
    (value) => {
      const read = typeof value === 'string' ? readDateTime(value) : undefined;
      if (read && !read.zoned) say(book, 'warning', `${place}/recoveryTargetTime`);
      return read?.text;
    },
  );
  if (time?.from === 'person') {
    const read = readDateTime(String(time.value));
    if (!read?.zoned) say(book, 'error', time.place);
    else if (read.text !== time.value) say(book, 'warning', time.place);
  }
  // A time that is no text is corrected first; only then is the backup asked for.
  const saysNothing = typeof recoveryTargetTime !== 'string' || recoveryTargetTime === '';
  const isEmpty = place !== '' && isAbsent(backupId) && saysNothing;
  const id = (isEmpty ? ask : demand)(book, { path, v1: backupId, place: `${place}/backupId` }, readText);
  insist(book, id, (value) => uuid.test(String(value)));
  if (!id && !time) return undefined;
  return { sourceBackupId: id?.value, recoveryTargetDatetime: time?.value };
}
