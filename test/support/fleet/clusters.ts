// Clusters as v1 has them, with what is wrong with real ones: small machines, weak passwords, names that v2 refuses, backups in
// places that v2 does not know, and much that was left out.
import type { Random } from './random.js';

/** A v1 document. */
export type Document = Readonly<Record<string, unknown>>;

const teams = ['billing', 'checkout', 'crm', 'media', 'search', 'shop'] as const;
const nouns = ['carts', 'catalog', 'events', 'invoices', 'ledger', 'orders', 'sessions', 'users'] as const;
const locations = ['de/fra', 'de/txl', 'es/vit', 'fr/par', 'gb/bhx', 'gb/lhr', 'us/ewr', 'us/las', 'us/mci'] as const;
const passwords = [
  'Sample7!orders',
  'Sample7,orders',
  'changeme',
  'Summer2023',
  'x7k2m9',
  '$' + '{DB_PASSWORD}',
] as const;

/** Makes clusters, of which no two have one name. */
export interface ClusterMaker {
  readonly team: () => string;
  /** What a POST sends. */
  readonly create: () => Document & { readonly properties: Document };
  /** What GET answers. */
  readonly answer: () => Document & { readonly id: string; readonly properties: Document };
}

/** Opens a maker of clusters. */
export function openClusters(random: Random): ClusterMaker {
  const { pick, chance, below } = random;
  const centers = [random.uuid(), random.uuid(), random.uuid()] as const;
  let count = 0;
  const describe = () => {
    count += 1;
    const name = `${pick(...nouns)}-${pick('prod', 'stage')}-${count}`;
    const instances = pick(1, 2, 3);
    const connect = () => ({
      datacenterId: pick(...centers),
      lanId: String(1 + below(5)),
      cidr: `10.${below(200)}.${below(250)}.${2 + below(240)}/24`,
    });
    return {
      displayName: pick(name, name, name.replace('-', ' '), name.replace('-', '_'), `${name} (old)`),
      postgresVersion: pick('13', '14', '15', '15', '16'),
      location: pick(...locations),
      instances,
      cores: pick(1, 2, 4),
      ram: chance(3) ? 4500 : pick(2048, 4096, 8192, 16384),
      storageSize: pick(2048, 5000, 10240, 20480, 20490, 102400),
      storageType: pick('HDD', 'SSD', 'SSD Premium', 'SSD Standard'),
      connections: chance(2) ? [connect(), connect()] : [connect()],
      ...(chance(5)
        ? {}
        : { synchronizationMode: instances < 3 ? 'ASYNCHRONOUS' : pick('SYNCHRONOUS', 'STRICTLY_SYNCHRONOUS') }),
      ...(chance(20) ? { backupLocation: pick('de', 'eu-central-2', 'eu-central-3', 'eu-south-2') } : {}),
      ...(chance(70)
        ? { maintenanceWindow: { time: `0${below(10)}:30:00`, dayOfTheWeek: pick('Monday', 'Sunday') } }
        : {}),
      ...(chance(30) ? { connectionPooler: { enabled: chance(60), poolMode: pick('session', 'transaction') } } : {}),
    };
  };
  return {
    team: () => pick(...teams),
    create: () => {
      const credentials = { username: pick('app', 'app', 'orders', 'billing-svc'), password: pick(...passwords) };
      const restored = chance(4) ? { fromBackup: { backupId: random.uuid() } } : {};
      return { properties: { ...describe(), credentials, ...restored } };
    },
    answer: () => {
      const window = { time: '09:00:00', dayOfTheWeek: 'Sunday' };
      const properties = { maintenanceWindow: window, synchronizationMode: 'ASYNCHRONOUS', ...describe() };
      return { type: 'cluster', id: random.uuid(), metadata: { state: 'AVAILABLE' }, properties };
    },
  };
}
