// The page that translates, in a real browser: people paste, drop, decide, copy and save, by mouse and by keyboard.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCluster } from '../cli/command.js';
import { hasProgram } from '../support/system-packages.js';
import { listViolations, openReport, startBrowser } from './browser.js';

const file = join(process.cwd(), 'dist/cli/translate.html');

describe.skipIf(!hasProgram('chromium'))('the page that translates', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-translate-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = () => openReport(browser, { file, permissions: ['clipboard-read', 'clipboard-write'] });
  const state = (page: Page) => page.locator('#state').textContent();
  const download = async (page: Page, name: string) => {
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
  };

  test('a pasted document is translated, decided by keyboard, copied and saved, without a network', async () => {
    const { page, troubles } = await open();
    await page.getByLabel('Paste').fill(makeCluster());
    await expect.poll(() => state(page)).toMatch(/^1 document: 1 blocked/);
    expect(await page.locator('tr.converted', { hasText: 'instances.ram' }).textContent()).toMatch(/4096.*4/s);
    await page.getByLabel('credentials.database').focus();
    await page.keyboard.type('app');
    await page.keyboard.press('Tab');
    await expect.poll(() => state(page)).toMatch(/^1 document: 1 ready/);
    expect(await page.getByLabel('credentials.database').inputValue()).toBe('app');
    await page.getByRole('button', { name: 'Copy v2 document' }).click();
    const copied = JSON.parse(await page.evaluate<string>('navigator.clipboard.readText()'));
    expect(copied.properties).toMatchObject({
      name: 'orders',
      instances: { ram: 4 },
      credentials: { database: 'app' },
    });
    expect(copied.properties.credentials.password).toBe(JSON.parse(makeCluster()).properties.credentials.password);
    const saved = await download(page, 'Save it');
    expect(saved.name).toBe('orders.v2.json');
    expect(JSON.parse(saved.bytes.toString())).toEqual(copied);
    expect(troubles).toEqual([]);
  });

  test('what a value cannot be is said, and secrets are in no decisions file', async () => {
    const { page } = await open();
    await page
      .getByLabel('Paste')
      .fill(makeCluster({ credentials: { username: 'orders', password: 'weak' }, ram: 5000 }));
    await expect.poll(() => state(page)).toMatch(/1 blocked/);
    await page.getByLabel('instances.ram').fill('much');
    await page.keyboard.press('Tab');
    await expect.poll(() => state(page)).toMatch(/instances\.ram takes a number/);
    await page.getByLabel('instances.ram').fill('6');
    expect(await page.getByLabel('credentials.password').getAttribute('type')).toBe('password');
    await page.getByLabel('credentials.password').fill('Str0ng!Secret');
    await page.getByLabel('credentials.database').fill('app');
    await page.keyboard.press('Tab');
    await expect.poll(() => state(page)).toMatch(/1 document: 1 r/);
    const { name, bytes } = await download(page, 'Save decisions');
    expect(name).toBe('decisions.json');
    const [decided] = Object.values(JSON.parse(bytes.toString()).clusters);
    expect(decided).toEqual({
      'instances.ram': 6,
      'credentials.password': { env: expect.stringMatching(/^[A-Z_0-9]+$/) },
      'credentials.database': 'app',
    });
    expect(await page.locator('#results').textContent()).not.toContain('Str0ng!Secret');
  });

  test('a folder of 300 files is translated in a thread, decided at once and saved as an archive', async () => {
    const fleet = join(folder, 'fleet');
    mkdirSync(join(fleet, 'team'), { recursive: true });
    for (let index = 0; index < 300; index += 1)
      writeFileSync(join(fleet, 'team', `${index}.json`), makeCluster({ displayName: `orders-${index}` }));
    writeFileSync(join(fleet, 'notes.txt'), 'no payload');
    const { page, troubles } = await open();
    const threads: string[] = [];
    page.on('worker', (worker) => threads.push(worker.url()));
    await page.reload();
    await page.locator('#folder').setInputFiles(fleet);
    await expect.poll(() => state(page), { timeout: 30_000 }).toMatch(/^300 documents: 300 blocked/);
    expect(threads.length).toBeGreaterThan(0);
    expect(await page.locator('#open').textContent()).toContain('300 documents wait');
    await page.locator('#shared').getByLabel('credentials.database').fill('app');
    await page.keyboard.press('Tab');
    await expect.poll(() => state(page), { timeout: 30_000 }).toMatch(/^300 documents: 300 ready/);
    const { name, bytes } = await download(page, 'Save 300 v2 files');
    expect(name).toBe('v2.zip');
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toHaveLength(300);
    const first = JSON.parse(strFromU8(files['fleet/team/7.json'] as Uint8Array));
    expect(first.properties).toMatchObject({ name: 'orders-7', credentials: { database: 'app' } });
    expect(troubles).toEqual([]);
  });

  test('what cannot be read is said, and markup of a document stays text', async () => {
    const { page, troubles } = await open();
    await page.getByLabel('Paste').fill('{"properties": {');
    await expect.poll(() => state(page)).toMatch(/1 unreadable/);
    await page.getByLabel('Paste').fill(makeCluster({ displayName: '<img src=x onerror=alert(1)>' }));
    await expect.poll(() => state(page)).toMatch(/1 blocked/);
    expect(await page.locator('#results').textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('img').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('people of all kinds can use it (%s)', async (colorScheme) => {
    const { page } = await openReport(browser, { file, colorScheme });
    expect(await listViolations(page)).toEqual([]);
    await page.getByLabel('Paste').fill(`[${makeCluster()}, ${makeCluster({ displayName: 'second' })}]`);
    await expect.poll(() => state(page)).toMatch(/^2 documents/);
    await page.locator('button.open').first().click();
    expect(await listViolations(page)).toEqual([]);
  });

  test.each([320, 390, 800])('nothing is wider than a window of %i pixels', async (width) => {
    const { page } = await openReport(browser, { file, viewport: { width, height: 900 } });
    await page.getByLabel('Paste').fill(makeCluster());
    await expect.poll(() => state(page)).toMatch(/1 blocked/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
