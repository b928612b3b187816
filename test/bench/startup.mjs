// Start-up: the whole process time of the built command on one small file, as a multiple of `node -e 0`. The runs of
// all commands take turns in one session, so that a slow moment of the machine hits them alike.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url));
const rounds = Number(process.env.BENCH_ROUNDS ?? 25);
const properties = {
  displayName: 'orders',
  postgresVersion: '15',
  location: 'de/fra',
  backupLocation: 'eu-central-3',
  instances: 1,
  cores: 2,
  ram: 4096,
  storageSize: 20480,
  storageType: 'SSD',
  connections: [{ datacenterId: '322589b8-5dfd-42ca-ad86-030dcfec0446', lanId: '2', cidr: '192.168.1.100/24' }],
  maintenanceWindow: { time: '03:00:00', dayOfTheWeek: 'Sunday' },
  credentials: { username: 'orders', password: 'Example-password-1!' },
  synchronizationMode: 'ASYNCHRONOUS',
};

const folder = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-bench-'));
try {
  printRatios(measure(listCandidates()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function listCandidates() {
  const json = join(folder, 'cluster.json');
  const yaml = join(folder, 'cluster.yaml');
  writeFileSync(json, JSON.stringify({ properties }, null, 2));
  writeFileSync(yaml, toYaml({ properties }, ''));
  const supply = ['--set', 'credentials.database=app'];
  return [
    { name: 'node -e 0', args: ['-e', '0'], limit: 1 },
    { name: 'convert, JSON', args: [command, 'convert', json, ...supply], limit: 2.3 },
    { name: 'convert, YAML', args: [command, 'convert', yaml, ...supply], limit: 2.6 },
    { name: '--help', args: [command, '--help'] },
    { name: 'rules', args: [command, 'rules'] },
  ];
}

function measure(candidates) {
  const times = candidates.map(() => []);
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, { name, args }] of candidates.entries()) {
      const start = process.hrtime.bigint();
      const { status, stderr } = spawnSync(process.execPath, args, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const time = Number(process.hrtime.bigint() - start) / 1e6;
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      // The first rounds only warm the file cache.
      if (round >= 0) times[index].push(time);
    }
  }
  return candidates.map((candidate, index) => ({ ...candidate, time: median(times[index]) }));
}

function printRatios(results) {
  const floor = results[0].time;
  console.log(`start-up, medians of ${rounds} runs; node -e 0 takes ${floor.toFixed(1)} ms`);
  for (const { name, time, limit } of results) {
    const ratio = time / floor;
    const verdict = limit === undefined ? '' : `  (at most ${limit.toFixed(1)}${ratio > limit ? ': TOO SLOW' : ''})`;
    console.log(`  ${name.padEnd(14)} ${ratio.toFixed(2)} ×${verdict}`);
  }
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function toYaml(value, indent) {
  return Object.entries(value)
    .map(([key, member]) => {
      if (Array.isArray(member)) return `${indent}${key}:\n${member.map((item) => toYamlItem(item, indent)).join('')}`;
      if (typeof member === 'object') return `${indent}${key}:\n${toYaml(member, `${indent}  `)}`;
      return `${indent}${key}: ${JSON.stringify(member)}\n`;
    })
    .join('');
}

function toYamlItem(item, indent) {
  return toYaml(item, `${indent}    `).replace(`${indent}    `, `${indent}  - `);
}
