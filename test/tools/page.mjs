// Makes src/report/formats/html/page-code.ts: the script and style of HTML reports as text, with the hashes their policy names.
// `npm run build` runs it; a test compares the file with what it would make.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'src/report/formats/html/page-code.ts');

if (process.argv[1] === fileURLToPath(import.meta.url)) await writePageCode();

/** Writes the file, unless it is as it should be. */
export async function writePageCode() {
  const text = await makePageCode();
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
}

/** The text of the file. */
export async function makePageCode() {
  const script = await bundleScript();
  const style = shortenStyle(readFileSync(join(root, 'src/report/formats/html/page/style.css'), 'utf8'));
  if (/<\/(?:script|style)|<!--/i.test(script + style)) throw new Error('The page would end its own script or style.');
  return `// Made by test/tools/page.mjs from page/: the script and style of HTML reports, and their hashes. Not edited by hand.

/** The script of a report's page. */
export const pageScript: string = ${JSON.stringify(script)};

/** The hash of the script, as a Content-Security-Policy names it. */
export const pageScriptHash = '${hash(script)}';

/** The style of a report's page. */
export const pageStyle: string = ${JSON.stringify(style)};

/** The hash of the style. */
export const pageStyleHash = '${hash(style)}';
`;
}

async function bundleScript() {
  const bundle = await rolldown({
    cwd: root,
    input: 'src/report/formats/html/page/main.ts',
    platform: 'browser',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: 'es2022' },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  return output[0].code.trim();
}

function shortenStyle(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .trim();
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
