// Opens reports in Debian's chromium, which playwright-core drives.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const quiet = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking'];

/** A page of a report, with everything it did that it should not. */
export interface OpenReport {
  readonly page: Page;
  /** Errors, dialogs, refused scripts, and requests beside the file itself. */
  readonly troubles: readonly string[];
}

/** Starts the browser, with a profile of its own. */
export function startBrowser(): Promise<Browser> {
  const args = [...quiet, 'disable-component-update', 'disable-sync'].map((name) => `--${name}`);
  return chromium.launch({ executablePath: '/usr/bin/chromium', args });
}

/** Opens a report in a window of its own. */
export async function openReport(
  browser: Browser,
  { file, hash = '', ...options }: BrowserContextOptions & { readonly file: string; readonly hash?: string },
): Promise<OpenReport> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => troubles.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    // A page may read what it made itself.
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:'))
      troubles.push(`request: ${request.url()}`);
  });
  await page.goto(url + hash);
  return { page, troubles };
}

/** What axe-core finds wrong on a page, by WCAG 2.2 level AA and its good practices. */
export async function listViolations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // Evaluated from outside of the page, since the page's own policy allows no other script.
  const run = `(() => { ${axeSource}; return axe.run({ runOnly: ${JSON.stringify(tags)} }); })()`;
  const { violations } = (await page.evaluate(run)) as {
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`);
}

/** Puts a page into a file of a folder and gives its path. */
export function writePage(folder: string, html: string): string {
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  return file;
}
