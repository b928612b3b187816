// Makes src/report/formats/html/page-code.ts: the script and style of HTML reports as text, with the hashes their policy names.
// `npm run build` runs it; a test compares the file with what it would make. And it makes the page that translates, of the
// library that was built before.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'src/report/formats/html/page-code.ts');
const reportStyle = 'src/report/formats/html/page/style.css';

if (process.argv[1] === fileURLToPath(import.meta.url)) await writePageCode();

/** Writes the file, unless it is as it should be. */
export async function writePageCode() {
  const text = await makePageCode();
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
}

/** The text of the file. */
export async function makePageCode() {
  const script = await bundleScript('src/report/formats/html/page/main.ts');
  const rules = await bundleScript('src/report/formats/html/page/rules.ts');
  const style = readStyle(reportStyle);
  refuseEnds(script + rules + style);
  return `// Made by test/tools/page.mjs from page/: the script and style of HTML reports, and their hashes. Not edited by hand.

/** The script of a report's page. */
export const pageScript: string = ${JSON.stringify(script)};

/** The hash of the script, as a Content-Security-Policy names it. */
export const pageScriptHash = '${hash(script)}';

/** The script of the page of all rules. */
export const rulesScript: string = ${JSON.stringify(rules)};

/** Its hash. */
export const rulesScriptHash = '${hash(rules)}';

/** The style of a report's page. */
export const pageStyle: string = ${JSON.stringify(style)};

/** The hash of the style. */
export const pageStyleHash = '${hash(style)}';
`;
}

/** Writes the page that translates, one file that needs nothing else. */
export async function writeTranslatePage(target, version) {
  const { renderRuleHtml } = await import(pathToFileURL(join(root, 'dist/report/rules/html.js')));
  const { listRules } = await import(pathToFileURL(join(root, 'dist/rules/documentation.js')));
  const script = await bundleScript('src/web/main.ts');
  const style = `${readStyle(reportStyle)}${readStyle('src/web/translate.css')}`;
  refuseEnds(script + style);
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    // The thread is made of the page's own script.
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts = { policy, style, script, version, rules: listRules().map(renderRuleHtml).join('\n') };
  const skeleton = readFileSync(join(root, 'src/web/translate.html'), 'utf8');
  writeFileSync(
    target,
    skeleton.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]),
  );
}

/** A script that names the end of its own element would end there. */
function refuseEnds(code) {
  if (/<\/(?:script|style)|<!--/i.test(code)) throw new Error('The page would end its own script or style.');
}

async function bundleScript(input) {
  const bundle = await rolldown({
    cwd: root,
    input,
    platform: 'browser',
    resolve: { mainFields: ['module', 'main'], extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: 'es2022' },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  return output[0].code.trim();
}

function readStyle(path) {
  return readFileSync(join(root, path), 'utf8')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .trim();
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
