// The HTML report in a real browser: people search, filter, sort, open, copy and print it, by mouse and by keyboard.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '../../src/report/create-report.js';
import { canary, reportFleet } from '../report/fleet.js';
import { hasProgram } from '../support/system-packages.js';
import { listViolations, openReport, startBrowser, writePage } from './browser.js';

describe.skipIf(!hasProgram('chromium'))('the page of a report', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ionos-pg-migrate-page-'));
  const report = reportFleet();
  const file = writePage(folder, renderReport(report, { format: 'html' }));
  const shop = report.documents.find(({ name }) => name === 'shop')?.anchor ?? '';
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const listNames = (page: Page) => page.locator('button.open').allTextContents();

  test('loads nothing, runs nothing of the documents and shows their text as it is', async () => {
    const { page, troubles } = await openReport(browser, { file });
    for (const button of await page.locator('button.open').all()) await button.click();
    expect(troubles).toEqual([]);
    expect(await page.locator('img, iframe, object').count()).toBe(0);
    expect(await listNames(page)).toContain(
      report.documents.find(({ source }) => source.endsWith('orders.json'))?.name,
    );
    expect(await page.content()).not.toMatch(canary);
  });

  test('search, filters and reset say how many documents are left', async () => {
    const { page } = await openReport(browser, { file });
    await page.getByLabel('Search').fill('shop storageType/other');
    expect(await listNames(page)).toEqual(['shop']);
    expect(await page.locator('#count').textContent()).toBe('1 of 8 documents');
    await page.getByLabel('Search').fill('');
    await page.locator('#status').selectOption('skipped');
    expect(await listNames(page)).toEqual(['fleet/moved.json']);
    await page.locator('#code').selectOption('cluster/name/invalid');
    expect(await page.getByText('No document is like that.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await page.locator('button.open').count()).toBe(8);
  });

  test('the cards filter, and columns sort both ways', async () => {
    const { page } = await openReport(browser, { file });
    await page.locator('button[data-status=ready]').click();
    expect(await listNames(page)).toEqual(['ready']);
    await page.getByRole('button', { name: 'Show all' }).click();
    const head = page.locator('th[data-column=findings]');
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect((await listNames(page))[0]).toBe('fleet/moved.json');
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect((await listNames(page))[0]).toMatch(/^wide/);
  });

  test('a document opens, closes and is left by keys alone', async () => {
    const { page } = await openReport(browser, { file });
    await page.getByLabel('Search').press('Tab');
    await page.locator('button.open').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.opened').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await page.locator('.opened').count()).toBe(2);
    await page.keyboard.press('Escape');
    expect(await page.locator('.opened').count()).toBe(1);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-expanded")')).toBe('false');
  });

  test('v1 stands beside v2, with marks, findings, comments and links to rules', async () => {
    const { page } = await openReport(browser, { file, hash: `#${shop}` });
    const detail = page.locator('.opened .detail');
    const storage = detail.locator('tr.dropped', { hasText: 'storageType' });
    expect(await storage.textContent()).toMatch(/HDD.*cluster\/storageType\/other-class/s);
    expect(await detail.locator('tr.converted', { hasText: 'instances.ram' }).textContent()).toMatch(
      /4096.*instances\.ram: 4/s,
    );
    expect(await detail.locator('tr.supplied').count()).toBeGreaterThan(0);
    expect(await detail.textContent()).toContain("</script><script>alert('comment')</script>");
    await storage.getByRole('link', { name: 'rule cluster/storageType' }).click();
    expect(await page.locator('#rule-cluster-storageType').getAttribute('open')).toBe('');
  });

  test('body and patch are copied without secrets, and it says so', async () => {
    const { page } = await openReport(browser, {
      file,
      hash: `#${shop}`,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy v2 body' }).click();
    const body = JSON.parse(await page.evaluate('navigator.clipboard.readText()'));
    expect(body.properties).toMatchObject({ name: 'shop', credentials: { username: 'shop', password: '[redacted]' } });
    expect(await page.locator('#said').textContent()).toBe('Copy v2 body: done.');
    expect(await page.getByRole('button', { name: '✓ Copied' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Copy JSON Patch' }).click();
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toContain('"op": "remove"');
    expect(await page.getByText('Secrets are not in this report').count()).toBe(1);
  });

  test('a link to a document opens it, even where filters hide it', async () => {
    const { page } = await openReport(browser, { file, hash: `#${shop}` });
    expect(await page.locator(`#${shop} button.open`).getAttribute('aria-expanded')).toBe('true');
    await page.getByLabel('Search').fill('billing');
    await page.evaluate('location.hash = ""');
    await page.evaluate(`location.hash = ${JSON.stringify(shop)}`);
    await expect.poll(() => page.locator(`#${shop} button.open`).count()).toBe(1);
    expect(await page.getByLabel('Search').inputValue()).toBe('');
  });

  test('it prints all documents of a large fleet', async () => {
    const documents = Array.from({ length: 40 }, (_, copy) =>
      report.documents.map((document) => ({ ...document, anchor: `${document.anchor}-${copy}` })),
    ).flat();
    const large = writePage(
      mkdtempSync(join(folder, 'large-')),
      renderReport({ ...report, documents }, { format: 'html' }),
    );
    const { page } = await openReport(browser, { file: large });
    expect(await page.locator('button.open').count()).toBeLessThan(320);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed').count()).toBe(320);
    expect(await page.getByLabel('Search').isVisible()).toBe(false);
    const printed = page.locator('.printed', { hasText: 'shop (fleet/shop.yaml)' }).first();
    expect(await printed.textContent()).toMatch(/storageType\/other-class.*HDD is dropped/s);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('.printed').count()).toBe(0);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test('what is searched, filtered and sorted stands in the address, survives a reload and can be sent', async () => {
    const { page } = await openReport(browser, { file });
    await page.getByLabel('Search').fill('de/fra');
    await page.locator('#code').selectOption('cluster/name/invalid');
    await page.locator('th[data-column=name] button').click();
    const names = await listNames(page);
    expect(names.length).toBeGreaterThan(0);
    const hash = await page.evaluate<string>('location.hash');
    expect(hash).toBe('#search=de%2Ffra&finding=cluster%2Fname%2Finvalid&sort=name');
    await page.reload();
    expect(await listNames(page)).toEqual(names);
    expect(await page.getByLabel('Search').inputValue()).toBe('de/fra');
    expect(await page.locator('th[data-column=name]').getAttribute('aria-sort')).toBe('ascending');
    const { page: sent } = await openReport(browser, { file, hash });
    expect(await listNames(sent)).toEqual(names);
  });

  test('the first screen says what to do, and decisions lead to their documents', async () => {
    const next = renderReport(
      { ...report, subject: { what: 'translation', date: '2026-01-02 03:04 UTC', inputs: ['my fleet'] } },
      { format: 'html' },
    );
    const { page } = await openReport(browser, {
      file: writePage(mkdtempSync(join(folder, 'next-')), next),
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    expect(await page.locator('header').textContent()).toContain('2026-01-02 03:04 UTC · my fleet');
    const command = "ionos-pg-migrate audit 'my fleet' --init-decisions decisions.yaml";
    const bottom = await page.getByText(command).evaluate((element) => element.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThan(900);
    await page.locator('button[data-copy]').first().click();
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(command);
    await page.locator('ol.decisions button').first().click();
    const waiting = await page.locator('ol.decisions li').first().textContent();
    expect(waiting).toContain(`${(await listNames(page)).length} documents`);
  });

  test('without a script findings and changes can be read', async () => {
    const { page } = await openReport(browser, { file, javaScriptEnabled: false });
    const shopDetails = page.locator('details', { hasText: /^\w+ shop / }).first();
    await shopDetails.locator('summary').click();
    expect(await shopDetails.textContent()).toMatch(/HDD is dropped.*instances\.ram: 4/s);
  });

  test.each([320, 390, 800, 1440])('nothing is wider than a window of %i pixels', async (width) => {
    const { page } = await openReport(browser, { file, viewport: { width, height: 900 }, hash: `#${shop}` });
    for (const button of await page.locator('button.open').all())
      if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  test.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['a phone', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
    ['a dark phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
  ] as const)('axe-core finds no violation: %s', async (_, options) => {
    const { page } = await openReport(browser, { file, ...options });
    for (const button of await page.locator('button.open').all()) await button.click();
    await page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true; })');
    expect(await listViolations(page)).toEqual([]);
    const overhang = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overhang).toBeLessThanOrEqual(0);
  });
});
