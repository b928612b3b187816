// Terraform: the speed of the reader, a thousand clusters of one file in process, and what a module of 20 files takes
// beyond a JSON file, as a multiple of `node -e 0`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHcl } from '../../dist/forms/terraform/syntax/parse.js';
import { translateModule } from '../../dist/terraform.js';
import { command, isQuick, measure, printRatio, rounds, runProgram, withFolder } from './tools/measure.mjs';

const count = isQuick ? 50 : 1000;
const variables = 'variable "memory" {\n  description = "in MB"\n  default     = 4096\n}\n\n';
const text = variables + Array.from({ length: count }, (_, index) => writeCluster(index)).join('\n');
const states = { '': Array.from({ length: count }, (_, index) => stateOf(index)) };

const read = () => {
  if (parseHcl('main.tf', text).problems.length > 0) throw new Error('not read');
};
const translate = () => {
  const { modules } = translateModule([{ path: 'main.tf', text }], { states, set: { 'credentials.database': 'app' } });
  if (modules.some(({ isBlocked }) => isBlocked)) throw new Error('blocked');
};
measure({ read }, isQuick ? 1 : 10);
const times = measure({ read, translate });
printRatio('reading HCL', text.length / 1e3 / times.read, { atLeast: 10, unit: 'MB/s' });
printRatio(`${count} clusters in one file`, times.translate / 1e3, { atMost: 1, unit: 's' });

withFolder((folder) => {
  const module = join(folder, 'module');
  mkdirSync(module);
  writeFileSync(join(module, 'main.tf'), variables + writeCluster(0));
  for (let file = 1; file < 20; file += 1) writeFileSync(join(module, `network-${file}.tf`), writeNetwork(file));
  const json = join(folder, 'cluster.json');
  writeFileSync(json, JSON.stringify({ properties: { displayName: 'orders', location: 'de/txl' } }));
  const started = measure(
    {
      node: () => runProgram(process.execPath, ['-e', '0']),
      json: () => runProgram(process.execPath, [command, 'audit', json]),
      terraform: () => runProgram(process.execPath, [command, 'audit', module]),
    },
    rounds * 3,
  );
  const beyond = (started.terraform - started.json) / started.node;
  printRatio('a module of 20 files beyond a JSON file, of node -e 0', beyond, { atMost: 2.5 });
});

function writeCluster(index) {
  return `# cluster ${index}
resource "ionoscloud_pg_cluster" "c${index}" {
  display_name         = "cluster-${index}"
  postgres_version     = "15"
  location             = "de/txl"
  instances            = 1
  cores                = 2
  ram                  = var.memory # of each instance
  storage_size         = 20480
  storage_type         = "SSD"
  backup_location      = "eu-central-3"
  synchronization_mode = "ASYNCHRONOUS"

  connections {
    datacenter_id = "1a7be3d8-5c04-4f62-9e8d-b06f3c217a55"
    lan_id        = "5"
    cidr          = "10.88.1.10/24"
  }

  maintenance_window {
    day_of_the_week = "Saturday"
    time            = "05:00:00"
  }

  credentials {
    username = "clerk"
    password = "Ledge7!Marten"
  }
}

output "host_${index}" {
  value = "\${ionoscloud_pg_cluster.c${index}.dns_name} \${ionoscloud_pg_cluster.c${index}.ram}"
}
`;
}

function writeNetwork(index) {
  return Array.from(
    { length: 5 },
    (_, lan) => `resource "ionoscloud_lan" "l${index}_${lan}" {\n  name   = "lan-${lan}"\n  public = false\n}\n`,
  ).join('\n');
}

function stateOf(index) {
  const id = `5b0e7a14-c2d9-4f83-9b16-${String(index).padStart(12, '0')}`;
  const attributes = { id, connection_pooler: [{ enabled: false, pool_mode: 'transaction' }] };
  return { module: '', mode: 'managed', type: 'ionoscloud_pg_cluster', name: `c${index}`, key: undefined, attributes };
}
