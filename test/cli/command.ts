// Runs the built command as a process, in a folder of its own, for the tests of the command line.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** What a run of the command came to. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run the command. */
export interface RunOptions {
  /** The folder to run in. */
  readonly folder?: string;
  /** Standard input; closed and empty where left out. */
  readonly input?: string | Uint8Array;
  /** Variables beside PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** A module to run first: `process.stdout.isTTY = true` makes the command believe in a terminal. */
  readonly preload?: string;
  /** Options of Node, such as those of `failing`. */
  readonly options?: readonly string[];
}

/** Which calls to the file system fail; see `test/support/failing-fs.cjs`. */
export interface Failure {
  readonly of?: readonly string[];
  readonly at?: number;
  readonly code?: string;
  readonly count?: string;
  readonly never?: string | undefined;
  readonly where?: string;
}

/** What makes calls to the file system fail while the command runs. */
export function failing(failure: Failure): Required<Pick<RunOptions, 'env' | 'options'>> {
  const module = fileURLToPath(new URL('../support/failing-fs.cjs', import.meta.url));
  return { options: ['--require', module], env: { FAIL: JSON.stringify(failure) } };
}

/** The built command. */
export const commandFile: string = fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url));

/** Runs the command with the words of a command line. */
export function run(
  words: readonly string[],
  { folder, input = '', env = {}, preload, options = [] }: RunOptions = {},
): Run {
  const loader = preload ? ['--import', `data:text/javascript,${encodeURIComponent(preload)}`] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, ...loader, commandFile, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    // A command that hangs fails, and not the whole suite.
    timeout: 120_000,
    env: { PATH: process.env['PATH'], ...env },
  });
  return { status, stdout, stderr };
}

/** Makes a folder with these files, to be removed after the tests of the file. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The text of a file in a folder. */
export function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** A password that must not show up outside of a v2 document. */
export const canary = 'CanaryPassword9!';

/** A v1 create request that is ready, with some properties replaced; undefined removes one. */
export function makeCluster(properties: Readonly<Record<string, unknown>> = {}): string {
  const complete = {
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
    credentials: { username: 'orders', password: canary },
    synchronizationMode: 'ASYNCHRONOUS',
    ...properties,
  };
  return `${JSON.stringify({ properties: complete }, null, 2)}\n`;
}

/** The options that supply what no create request of v1 holds. */
export const supply: readonly string[] = ['--set', 'credentials.database=app'];
