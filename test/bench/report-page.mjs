// Times the HTML report of a fleet of 5,000 documents in chromium: the file, the first paint, and a keystroke of search.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const documents = 5_000;
const command = fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-bench-'));
const page = join(folder, 'report.html');

if (spawnSync('chromium', ['--version']).status !== 0) {
  console.log('left out: it needs chromium, which is not installed');
} else {
  try {
    writeReport();
    await measurePage();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeReport() {
  const lines = Array.from({ length: documents }, (_, index) => JSON.stringify(makeResponse(index)));
  writeFileSync(join(folder, 'fleet.ndjson'), `${lines.join('\n')}\n`);
  const start = performance.now();
  const words = ['audit', 'fleet.ndjson', '--quiet', '--report', page, '--set', 'credentials.username=app'];
  const supplied = ['--set', 'credentials.database=app', '--set', 'credentials.password=7357Cluster!x'];
  spawnSync(process.execPath, [command, ...words, ...supplied], { cwd: folder, stdio: 'ignore' });
  const size = statSync(page).size / 1e6;
  console.log(`${documents} documents: ${size.toFixed(1)} MB, written in ${Math.round(performance.now() - start)} ms`);
}

async function measurePage() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(page).href);
  const paint = await tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
  const ready = await tab.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");
  const keys = [];
  for (const key of 'orders-41') keys.push(await tab.evaluate(typeOne, key));
  const rows = await tab.locator('button.open').count();
  console.log(`first paint ${Math.round(paint)} ms, usable after ${Math.round(ready)} ms`);
  console.log(`a keystroke of search, to the next frame: ${keys.map(Math.round).join(', ')} ms; ${rows} rows made`);
  await browser.close();
}

/** Runs in the page: adds a character to the search and waits until it is painted. */
async function typeOne(key) {
  const search = globalThis.document.getElementById('search');
  const start = performance.now();
  search.value += key;
  search.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => globalThis.requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

/** A v1 cluster; every seventh has something to look at, every eleventh an error. */
function makeResponse(index) {
  const id = `498ae72f-411f-11eb-9d07-${String(index).padStart(12, '0')}`;
  return {
    type: 'cluster',
    id,
    metadata: { createdDate: '2023-05-02T08:11:40Z', createdBy: `ops-${index}@example.org`, state: 'AVAILABLE' },
    properties: {
      displayName: `orders-${index}`,
      postgresVersion: '15',
      location: ['de/txl', 'de/fra', 'es/vit'][index % 3],
      backupLocation: 'eu-central-3',
      instances: 3,
      cores: 4,
      ram: index % 11 === 0 ? 5000 : 8192,
      storageSize: index % 7 === 0 ? 102500 : 102400,
      storageType: 'SSD Premium',
      connections: [
        {
          datacenterId: '322589b8-5dfd-42ca-ad86-030dcfec0446',
          lanId: String(index % 9),
          cidr: `192.168.${index % 250}.100/24`,
        },
      ],
      maintenanceWindow: { time: '16:30:59', dayOfTheWeek: 'Sunday' },
      synchronizationMode: 'ASYNCHRONOUS',
      dnsName: `pg-${index}.postgresql.de-txl.ionos.com`,
    },
  };
}
