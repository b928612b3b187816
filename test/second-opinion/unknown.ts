// Fields that v1 does not have, and fields of the wrong type that nothing else asks for.
import { type Bag, isAbsent, isBag, type Notebook, say } from './notebook.js';

type Shape = 'text' | 'any' | { readonly [field: string]: Shape } | readonly [Shape];

const backup: Shape = { backupId: 'any', recoveryTargetTime: 'any' };
const metadata: Shape = {
  createdDate: 'text',
  createdBy: 'text',
  createdByUserId: 'text',
  lastModifiedDate: 'text',
  lastModifiedBy: 'text',
  lastModifiedByUserId: 'text',
  state: 'text',
};
const cluster: Shape = {
  id: 'any',
  type: 'text',
  href: 'text',
  metadata,
  properties: {
    displayName: 'any',
    postgresVersion: 'any',
    location: 'any',
    backupLocation: 'any',
    instances: 'any',
    cores: 'any',
    ram: 'any',
    storageSize: 'any',
    storageType: 'any',
    synchronizationMode: 'any',
    dnsName: 'text',
    connections: [{ datacenterId: 'any', lanId: 'any', cidr: 'any' }],
    maintenanceWindow: { time: 'any', dayOfTheWeek: 'any' },
    credentials: { username: 'any', password: 'any' },
    connectionPooler: { enabled: 'any', poolMode: 'any' },
    fromBackup: backup,
  },
};

export function judgeUnknown(book: Notebook, value: Bag, kind: 'cluster' | 'fromBackup'): void {
  walk(book, { value, place: '' }, kind === 'cluster' ? cluster : backup);
}

function walk(book: Notebook, at: { readonly value: unknown; readonly place: string }, shape: Shape): void {
  const { value, place } = at;
  if (isAbsent(value) || shape === 'any') return;
  if (shape === 'text') {
    if (typeof value !== 'string') say(book, 'warning', place);
  } else if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries())
      walk(book, { value: item, place: `${place}/${index}` }, shape[0] as Shape);
  } else if (!isBag(value)) {
    if (place === '/metadata') say(book, 'error', place);
  } else {
    for (const [key, member] of Object.entries(value)) {
      const next = `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const known = Object.hasOwn(shape, key) ? (shape as { readonly [field: string]: Shape })[key] : undefined;
      if (known) walk(book, { value: member, place: next }, known);
      else if (!isAbsent(member)) say(book, 'warning', next);
    }
  }
}
