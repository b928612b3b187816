// Terraform modules as inputs of the command: what is read together, what is written, and that it is all of a module or none.
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canary, makeCluster, makeFolder, read, run } from '../command.js';

const fixtures = 'fixtures/terraform';

/** The files below a folder by their paths. */
function readFiles(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const id = '5b0e7a14-c2d9-4f83-9b16-0d7ae41c8e25';
const supply = ['--set', 'credentials.database=app', '--id', id];
const cluster = `resource "ionoscloud_pg_cluster" "main" {
  display_name         = "orders"
  postgres_version     = "15"
  location             = "de/txl"
  instances            = 1
  cores                = 2
  ram                  = var.memory
  storage_size         = 20480
  storage_type         = "SSD"
  backup_location      = "eu-central-3"
  synchronization_mode = "ASYNCHRONOUS"

  connections {
    datacenter_id = "7d1b0c52-93ae-4f60-8a2d-51c6e0b7f394"
    lan_id        = "3"
    cidr          = "10.17.40.21/24"
  }

  connection_pooler {
    enabled   = false
    pool_mode = "session"
  }

  maintenance_window {
    day_of_the_week = "Tuesday"
    time            = "02:15:00"
  }

  credentials {
    username = "orders"
    password = "${canary}" # password: ${canary}old
  }
}
`;
const variables = 'variable "memory" {\n  default = 4096\n}\n';
const outputs = 'output "host" {\n  value = ionoscloud_pg_cluster.main.dns_name\n}\n';
const module = { 'infra/main.tf': cluster, 'infra/variables.tf': variables, 'infra/outputs.tf': outputs };

describe('a module in place', () => {
  test('is what the library makes of it, keeps its originals, and is converted once', () => {
    const folder = makeFolder(readFiles(join(fixtures, 'one-for-each-key/v1')));
    const words = ['convert', '.', '--in-place', '--set', 'credentials.database=app'];
    const first = run(words, { folder });
    expect([first.status, first.stderr]).toEqual([0, expect.stringContaining('1 file written in place')]);
    expect(read(folder, 'main.tf')).toBe(readFileSync(join(fixtures, 'one-for-each-key/v2/main.tf'), 'utf8'));
    expect(read(folder, 'main.tf.v1.bak')).toBe(readFileSync(join(fixtures, 'one-for-each-key/v1/main.tf'), 'utf8'));
    const again = run(words, { folder });
    expect([again.status, again.stderr]).toEqual([0, expect.not.stringContaining('blocked')]);
    expect(read(folder, 'main.tf')).toBe(readFileSync(join(fixtures, 'one-for-each-key/v2/main.tf'), 'utf8'));
  });

  test('changes the files that change, and is meant by any of its files', () => {
    const folder = makeFolder(module);
    const { status } = run(['convert', 'infra/variables.tf', '--in-place', ...supply], { folder });
    expect(status).toBe(0);
    expect(read(folder, 'infra/main.tf')).toContain('ram          = var.memory / 1024');
    expect(read(folder, 'infra/outputs.tf')).toBe(outputs.replace('pg_cluster.', 'pg_cluster_v2.'));
    expect(readdirSync(join(folder, 'infra')).sort()).toEqual(
      ['main.tf', 'main.tf.v1.bak', 'outputs.tf', 'outputs.tf.v1.bak', 'variables.tf'].sort(),
    );
  });

  test('is written whole or not at all', () => {
    const folder = makeFolder(module);
    chmodSync(join(folder, 'infra/outputs.tf'), 0o400);
    const { status, stderr } = run(['convert', 'infra', '--in-place', ...supply], { folder });
    expect([status, stderr]).toEqual([3, expect.stringContaining('infra/outputs.tf: not written: it is read-only')]);
    expect(read(folder, 'infra/main.tf')).toBe(cluster);
    expect(readdirSync(join(folder, 'infra'))).toHaveLength(3);
  });

  test('that has a blocked cluster is left alone, and stops nothing else', () => {
    const folder = makeFolder({ ...module, 'orders.json': makeCluster() });
    const { status, stderr } = run(['convert', '.', '--in-place', '--set', 'credentials.database=app'], { folder });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/1 file written in place, 1 left: 1 blocked\n +blocked +infra/),
    ]);
    expect(read(folder, 'infra/outputs.tf')).toBe(outputs);
    expect(read(folder, 'orders.json')).toContain('"replicationMode"');
  });
});

describe('a module', () => {
  test('goes to another folder with all of its .tf files and the modules beside it, and nothing else', () => {
    const beside = { 'infra/terraform.tfvars': 'memory = 8192\n', 'infra/net/lan.tf': 'locals {}\n' };
    const folder = makeFolder({ ...module, ...beside });
    expect(run(['convert', 'infra', '--out-dir', 'v2', ...supply], { folder }).status).toBe(0);
    expect(readdirSync(join(folder, 'v2')).sort()).toEqual(['main.tf', 'net', 'outputs.tf', 'variables.tf']);
    expect(read(folder, 'v2/variables.tf')).toBe(variables);
  });

  test('beside a state that cannot be read is left alone', () => {
    const folder = makeFolder({ ...module, 'infra/terraform.tfstate': '{' });
    const { status, stderr } = run(['convert', 'infra', '--in-place', ...supply], { folder });
    expect([status, stderr]).toEqual([3, expect.stringContaining('infra/terraform.tfstate')]);
    expect(read(folder, 'infra/main.tf')).toBe(cluster);
  });

  test('is shown without its secrets, and not written, by a dry run', () => {
    const folder = makeFolder(module);
    const { status, stdout } = run(['convert', 'infra', '--in-place', '--dry-run', ...supply], { folder });
    expect([status, stdout]).toEqual([0, expect.stringContaining('+++ infra/outputs.tf')]);
    expect(stdout).toContain('password         = "[redacted]" # [redacted]');
    expect(stdout).not.toContain(canary);
    expect(read(folder, 'infra/main.tf')).toBe(cluster);
  });

  test.each([[['--input-format', 'terraform']], [[]]])('of one file comes from a pipe and goes to one: %j', (words) => {
    const input = `# our orders\n${cluster.replace('var.memory', '4096')}`;
    const { status, stdout } = run(['convert', '-', ...words, ...supply], { input });
    expect([status, stdout]).toEqual([0, expect.stringContaining('resource "ionoscloud_pg_cluster_v2" "main"')]);
  });

  test('in the text of a document is none', () => {
    const input = `note: |\n${cluster.replaceAll(/^/gm, '  ')}`;
    expect(run(['audit', '-'], { input }).stdout).toContain('<stdin>  unknown  blocked');
  });

  test.each<[string, readonly string[]]>([
    ['is written as files', []],
    ['--split writes a file for each document', ['--split', '--out-dir', 'v2']],
    ['--emit body writes payloads', ['--emit', 'body']],
    ['--format is of payloads', ['--format', 'yaml', '--out-dir', 'v2']],
  ])('%s', (says, words) => {
    const { status, stderr } = run(['convert', 'infra', ...words, ...supply], { folder: makeFolder(module) });
    expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
  });

  test('is checked, and named by the files that hold v1', () => {
    const folder = makeFolder({ ...module, 'infra/.terraform/x/main.tf': cluster, 'node_modules/x/main.tf': cluster });
    const { status, stdout } = run(['convert', '.', '--check'], { folder });
    expect([status, stdout]).toEqual([1, 'infra/main.tf\n']);
  });

  test('is one of many things in a repository', () => {
    const script = 'ionosctl dbaas postgres cluster list\n';
    const folder = makeFolder({
      ...module,
      'api/orders.json': makeCluster(),
      'deploy.sh': script,
      'web/main.tf': 'locals {}\n',
    });
    const { stdout } = run(['audit', '.', '--format', 'csv', '--csv', 'documents', ...supply], { folder });
    const documents = stdout
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[1]);
    expect(documents).toEqual(['"api/orders.json"', '"deploy.sh"', '"infra/main.tf#ionoscloud_pg_cluster.main"']);
  });
});

describe('a state', () => {
  const files = readFiles(join(fixtures, 'one-for-each-key/v1'));
  const { 'terraform.tfstate': state = '', ...rest } = files;

  test('is named where it stands elsewhere', () => {
    const folder = makeFolder({ ...rest, 'states/live.json': state });
    const words = ['convert', '.', '--exclude', 'states', '--in-place', '--set', 'credentials.database=app'];
    expect(run(words, { folder }).status).toBe(1);
    expect(run([...words, '--state', 'states/live.json'], { folder }).status).toBe(0);
    expect(read(folder, 'main.tf')).toBe(readFileSync(join(fixtures, 'one-for-each-key/v2/main.tf'), 'utf8'));
  });

  test('is that of one root module, and a state', () => {
    const folder = makeFolder({ 'a/main.tf': cluster, 'b/main.tf': cluster, 'live.json': state, 'x.json': '{}' });
    const several = run(['audit', 'a', 'b', '--state', 'live.json'], { folder });
    expect([several.status, several.stderr]).toEqual([2, expect.stringContaining('there are several: a, b')]);
    const wrong = run(['audit', 'a', '--state', 'x.json'], { folder });
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('x.json: it is no Terraform state')]);
  });
});
