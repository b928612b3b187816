// Terraform states as inputs of the command: where they are found, what is written of them, and that they are never written.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeFolder, read, run } from '../command.js';

const state = readFileSync('fixtures/terraform-state/stored/v1.json', 'utf8');
const supply = ['--set', 'backup.location=eu-central-3'];

describe('a state', () => {
  test('is found in a folder without a module, and beside one it is no document', () => {
    const folder = makeFolder({ 'old/terraform.tfstate': state, 'live/terraform.tfstate': state, 'live/main.tf': '' });
    const { stdout } = run(['audit', 'old', '--format', 'json', ...supply], { folder });
    const labels = JSON.parse(stdout).entries.map(({ address }: { address: string }) => address);
    expect(labels).toEqual([
      'ionoscloud_pg_cluster.boat["heron"]',
      'ionoscloud_pg_cluster.boat["sand-martin"]',
      'ionoscloud_pg_cluster_v2.pilot',
    ]);
    expect(run(['audit', 'live/*'], { folder }).stdout).not.toContain('boat-heron');
    expect(run(['audit', 'live/terraform.tfstate', ...supply], { folder }).stdout).toContain('2 review');
  });

  test('is read from a pipe', () => {
    const { status, stdout } = run(['convert', '-', ...supply], { input: state });
    expect([status, JSON.parse(stdout).map(({ id }: { id: string }) => id.slice(0, 8))]).toEqual([
      0,
      ['a91d3f60', '02c8b5e7', '3c0f5e6a'],
    ]);
  });

  test('is never written', () => {
    const folder = makeFolder({ 'terraform.tfstate': state, 'show.json': state });
    const named = run(['convert', 'terraform.tfstate', '--in-place', ...supply], { folder });
    expect([named.status, named.stderr]).toEqual([
      2,
      expect.stringContaining('a Terraform state, which is never written'),
    ]);
    const other = run(['convert', 'show.json', '--in-place', ...supply], { folder });
    expect([other.status, other.stderr]).toEqual([3, expect.stringContaining('a Terraform state is never written')]);
    expect([read(folder, 'terraform.tfstate'), read(folder, 'show.json')]).toEqual([state, state]);
  });

  test('gives files of documents, which are no state', () => {
    const folder = makeFolder({ 'terraform.tfstate': state });
    expect(run(['convert', 'terraform.tfstate', '--out-dir', 'v2', ...supply], { folder }).status).toBe(0);
    expect(JSON.parse(read(folder, 'v2/terraform.json'))).toHaveLength(3);
    run(['convert', 'terraform.tfstate', '--split', '--out-dir', 'each', ...supply], { folder });
    const file = 'each/boat-heron-a91d3f60-58e7-4c2b-8b04-6f2c7d15e9a8.json';
    expect(JSON.parse(read(folder, file)).properties.instances).toEqual({
      count: 1,
      ram: 4,
      cores: 2,
      storageSize: 20,
    });
  });

  test('is a base of changes', () => {
    const folder = makeFolder({
      'terraform.tfstate': state,
      'a91d3f60-58e7-4c2b-8b04-6f2c7d15e9a8.json': '{"properties":{"cores":8}}',
    });
    const change = 'a91d3f60-58e7-4c2b-8b04-6f2c7d15e9a8.json';
    const { stdout } = run(['convert', change, '--base', 'terraform.tfstate'], { folder });
    expect(JSON.parse(stdout).properties).toMatchObject({ name: 'boat-heron', instances: { cores: 8, ram: 4 } });
  });

  test('is compared with what v2 answers', () => {
    const folder = makeFolder({ 'terraform.tfstate': state });
    run(['convert', 'terraform.tfstate', '--out-dir', 'v2', ...supply], { folder });
    const v2 = JSON.parse(read(folder, 'v2/terraform.json')).slice(0, 2);
    v2[1].properties.instances.ram = 12;
    const after = makeFolder({ 'v1.tfstate': state, 'v2.json': JSON.stringify(v2) });
    const { stdout } = run(['verify', 'v1.tfstate', 'v2.json', '--format', 'csv', ...supply], { folder: after });
    expect(stdout).toContain('instances.ram is 12 in v2; v1 gives 10 (ram 10240 MB).');
  });

  test('of a newer or an older kind, or a plan, is named as what it is', () => {
    const folder = makeFolder({
      'old.tfstate': readFileSync('fixtures/terraform-state/old-version/v1.json', 'utf8'),
      'plan.json': readFileSync('fixtures/terraform-state/plan/v1.json', 'utf8'),
      'empty.tfstate': readFileSync('fixtures/terraform-state/without-clusters/v1.json', 'utf8'),
    });
    const { stdout, status } = run(['audit', '.', '--format', 'csv'], { folder });
    expect(status).toBe(0);
    expect(stdout).toMatch(/warning","document\/kind\/terraform-old-state/);
    expect(stdout).toMatch(/warning","document\/kind\/terraform-plan/);
    expect(stdout).toMatch(/info","document\/kind\/terraform-state/);
  });
});
